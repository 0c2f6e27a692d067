// The words of the approver's desk in Thai.
export const thaiDesk = {
  'part.desk': 'ตรวจและอนุมัติ', 'desk.locale': 'th-TH-u-ca-buddhist-nu-latn', openDesk: 'ตรวจและอนุมัติหนังสือ {count} ฉบับ',
  'desk.nothing': 'ไม่มีหนังสือที่รออนุมัติในขณะนี้', 'desk.noLetter': 'ผลงานนี้ไม่มีเอกสารนี้', 'desk.shown': '{code}: แสดง{document}แล้ว', 'desk.queue': 'ควรดูก่อน', 'desk.search': 'ค้นหาหนังสือฉบับอื่น', 'desk.seen': 'ดูแล้ว',
  'desk.title': 'อนุมัติส่งหนังสือ {count} ฉบับ', 'desk.preparedBy': 'จัดทำโดย {who}', 'desk.stale': 'มีการเปลี่ยนแปลงหลังจากที่เปิดหน้านี้ โปรดตรวจใหม่ก่อนอนุมัติ', 'desk.again': 'แสดงข้อมูลล่าสุด',
  'desk.withoutLetter': 'ไม่มีหนังสือ', 'desk.warnings': 'ข้อสังเกต', 'desk.scoresComplete': 'คะแนนครบทุกกรรมการ', 'desk.allInOrder': 'ไม่พบสิ่งผิดปกติ',
  'desk.signatory': 'ผู้ลงนาม', 'desk.letterDate': 'วันที่ในหนังสือ', 'desk.letterNumber': 'เลขที่หนังสือ', 'desk.looked': 'เปิดดูแล้ว', 'desk.lookedAt': '{seen} จาก {all} ฉบับตัวอย่าง',
  'desk.hash': 'ลายนิ้วมือของชุดหนังสือ', 'desk.copy': 'คัดลอก', 'desk.copied': 'คัดลอกแล้ว', 'desk.notCopied': 'คัดลอกไม่ได้', 'desk.takenBack': 'เมื่ออนุมัติแล้ว ยกเลิกการอนุมัติได้ก่อนเริ่มส่งฉบับแรกตามเวลาที่ระบบแสดง และพักการดำเนินการได้ทุกเมื่อ',
  'desk.refusal.hadAHand': 'ท่านมีส่วนจัดทำหรือแก้ไขข้อมูลของรอบนี้ จึงต้องให้ผู้อนุมัติอีกท่านหนึ่งเป็นผู้อนุมัติ', 'desk.refusal.othersTurn': 'ขณะนี้เป็นลำดับการอนุมัติของตำแหน่งอื่น', 'desk.refusal.approvedAlready': 'ท่านอนุมัติแล้ว',
  'desk.fromTo': '{from} → {to}', 'desk.correctedBy': '{from} → {to} โดย {by}',
  'desk.notRendered': 'จัดทำหนังสือไม่ได้ {count} ฉบับ', 'desk.scoresMissing': 'ปิดรับโดยใช้คะแนนเท่าที่มี (ขาดคะแนน {missing} รายการ)', 'desk.averageChanged': 'ค่าเฉลี่ยเปลี่ยนจากครั้งก่อน {count} ผลงาน',
  'desk.addressCorrected': 'ที่อยู่ที่แก้ไขหลังปิดรับ {count} รายการ', 'desk.addressFreeMail': 'ใช้ไปรษณีย์อิเล็กทรอนิกส์ทั่วไปที่ไม่ใช่ของหน่วยงาน {count} รายการ', 'desk.addressUnusual': 'ที่อยู่ไม่ลงท้ายด้วย {usual} เหมือนรายการส่วนใหญ่ {count} รายการ',
  'desk.postalAddressMissing': 'หนังสือที่ส่งทางไปรษณีย์ {count} ฉบับไม่มีที่อยู่ทางไปรษณีย์', 'desk.why.postalAddressMissing': 'ไม่มีที่อยู่ทางไปรษณีย์',
  'desk.addressShared': 'ใช้ที่อยู่ซ้ำกับผลงานอื่น {count} ผลงาน', 'desk.noEmblem': 'หนังสือไม่มีตราหน่วยงาน', 'desk.noSignature': 'หนังสือไม่มีภาพลายมือชื่อ', 'desk.dateOld': 'วันที่ในหนังสือเก่ากว่าวันนี้ {days} วัน', 'desk.dateAhead': 'วันที่ในหนังสือเป็นวันล่วงหน้า {days} วัน',
  'desk.why.notRendered': 'จัดทำไม่ได้', 'desk.why.scoresMissing': 'ขาดคะแนน', 'desk.why.averageChanged': 'ค่าเฉลี่ยเปลี่ยน', 'desk.why.addressCorrected': 'ที่อยู่แก้ไข', 'desk.why.addressFreeMail': 'ที่อยู่ทั่วไป', 'desk.why.addressUnusual': 'ที่อยู่ต่างจากส่วนใหญ่', 'desk.why.addressShared': 'ที่อยู่ซ้ำ',
  'desk.why.highest': 'คะแนนสูงสุด', 'desk.why.justPassed': 'ผ่านคะแนนต่ำสุด', 'desk.why.justBelow': 'ไม่ผ่านคะแนนสูงสุด', 'desk.why.lowest': 'คะแนนต่ำสุด',
};
