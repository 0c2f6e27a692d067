// The words of records in Thai.
export const thaiRecords = {
  'part.records': 'การเก็บรักษา', archive: 'แฟ้มจดหมายเหตุของรอบ',
  archiveHelp: 'แฟ้ม zip เดียวที่มีครบทุกอย่าง ทั้งข้อกำหนด ไฟล์ที่รับไว้ ผลคะแนน หนังสือ ไปรษณีย์อิเล็กทรอนิกส์ การลงรับ และบันทึกการดำเนินการ พร้อมค่า SHA-256 ของทุกไฟล์ ตรวจสอบได้โดยไม่ต้องใช้ระบบนี้ และใช้กู้คืนรอบได้',
  archiveGet: 'ดาวน์โหลดแฟ้มจดหมายเหตุ (zip)', retention: 'ระยะเวลาเก็บรักษา', retentionHelp: 'เมื่อครบกำหนดระบบจะลบข้อมูลให้เอง บันทึกการดำเนินการระบุเพียงประเภทและจำนวน ไม่ระบุเนื้อหา',
  retentionKind: 'ข้อมูล', retentionDays: 'เก็บไว้', retentionDue: 'กำหนดลบ', retentionStays: 'จนกว่าจะมีผู้กำหนดเป็นอย่างอื่น', retentionFor: '{days} วัน', retentionErased: 'ลบแล้วเมื่อ {at}',
  'retention.refusedUploads': 'ไฟล์ที่ระบบไม่รับ', 'retention.receiptNames': 'ชื่อผู้ลงรับหนังสือ', 'retention.scoresByJudge': 'คะแนนรายกรรมการ',
  'retention.cycle': 'ข้อมูลทั้งรอบ รวมหนังสือและทะเบียนการส่ง', refused: 'ไฟล์ที่ระบบไม่รับ', refusedHelp: 'ไฟล์ที่ส่งมาแต่ระบบไม่รับ อาจมีข้อมูลที่ไม่ได้ร้องขอ เช่น เลขประจำตัวประชาชน',
  refusedNone: 'ไม่มีไฟล์ที่ระบบไม่รับ', erase: 'ลบ', refusedEraseAll: 'ลบทุกไฟล์', refusedEraseTitle: 'ลบ {file} หรือไม่', refusedEraseAllTitle: 'ลบไฟล์ที่ระบบไม่รับทั้งหมดหรือไม่',
  refusedEraseSure: 'เมื่อลบแล้วจะกู้คืนไม่ได้', refusedErased: 'ลบแล้ว',
  'trail.recordsErased': 'ลบข้อมูลตามกำหนด', 'trail.personForgotten': 'ลบข้อมูลส่วนบุคคลตามคำขอ', 'trailValue.count': 'จำนวน',
  'trailIs.refusedUploads': 'ไฟล์ที่ระบบไม่รับ', 'trailIs.receiptNames': 'ชื่อผู้ลงรับหนังสือ', 'trailIs.scoresByJudge': 'คะแนนรายกรรมการ',
};
