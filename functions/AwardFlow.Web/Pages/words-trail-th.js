// The words of the trail in Thai.
export const thaiTrail = {
  'part.trail': 'บันทึกการดำเนินการ',
  trailNumber: 'บรรทัดที่', trailHelp: 'ทุกสิ่งที่เจ้าหน้าที่ทำและผลของทุกขั้นตอน บันทึกไว้ตามลำดับ แต่ละบรรทัดมีค่าแฮชของบรรทัดก่อนหน้า จึงแก้ไข ลบ หรือสลับโดยไม่ให้ตรวจพบไม่ได้', trailLooking: 'กำลังตรวจทุกบรรทัด',
  trailLines: 'จำนวนบรรทัด', trailHead: 'ค่าแฮชล่าสุด (SHA-256)', trailErased: 'บรรทัดที่ลบค่าแล้ว', trailLook: 'ตรวจอีกครั้ง', trailForAuditors: 'ดาวน์โหลดสำหรับผู้ตรวจสอบ (jsonl)',
  trailEarlier: 'แสดงรายการก่อนหน้า', trailWhole: 'ครบถ้วน ไม่พบการแก้ไข', trailWholeSays: 'ตรวจแล้ว {lines} บรรทัด และข้อมูลที่อ้างถึง {rows} รายการ',
  trailBent: 'ไม่ครบถ้วน พบสิ่งที่ไม่ตรงกับที่บันทึกไว้', trailBentHelp: 'โปรดแจ้งผู้ดูแลระบบและผู้ตรวจสอบ อย่าแก้ไขข้อมูลเอง และเก็บสำเนาข้อมูลไว้เป็นหลักฐาน', trailLine: 'บรรทัดที่ {number}',
  trailWho: 'ผู้ดำเนินการ', trailWhat: 'การดำเนินการ', trailFrom: 'จาก {from}', trailFlow: 'ระบบ', trailReason: 'เหตุผล: {reason}',

  'trail.created': 'สร้างรอบ', 'trail.definitionChanged': 'แก้ไขข้อกำหนดของรอบ', 'trail.opened': 'เปิดรับผลงาน', 'trail.emblemChanged': 'เปลี่ยนตราสัญลักษณ์',
  'trail.signatureChanged': 'เปลี่ยนลายมือชื่อ', 'trail.testLetter': 'ส่งหนังสือทดสอบ', 'trail.columnsMapped': 'กำหนดความหมายของคอลัมน์', 'trail.entriesUploaded': 'ส่งรายชื่อผลงาน',
  'trail.scoresUploaded': 'ส่งคะแนน', 'trail.uploadUndone': 'ยกเลิกการส่งไฟล์', 'trail.withdrawn': 'ถอน', 'trail.restored': 'นำกลับคืน', 'trail.closeRequested': 'สั่งปิดรับ',
  'trail.judgeLinksMade': 'สร้างลิงก์ให้คะแนนของกรรมการ', 'trail.judgeLinkWithdrawn': 'ยกเลิกลิงก์ของกรรมการ', 'trail.judgeAddressSet': 'กำหนดอีเมลของกรรมการ', 'trail.judgesReminded': 'เตือนกรรมการ',
  'trail.paperKept': 'เก็บภาพสแกนใบคะแนน', 'trail.entryReturned': 'ส่งผลงานกลับให้กรรมการทบทวน',
  'trail.extended': 'เปลี่ยนเวลาปิดรับ', 'trail.scoresMissing': 'ถึงเวลาปิดรับแต่คะแนนไม่ครบ', 'trail.closed': 'ปิดรับและตรึงผลคะแนน', 'trail.rendered': 'จัดทำหนังสือครบ',
  'trail.approvalAwaited': 'รอผู้อนุมัติ', 'trail.approved': 'อนุมัติให้ส่งหนังสือ', 'trail.released': 'เริ่มส่งหนังสือ', 'trail.pageMailed': 'ส่งหนังสือครบหนึ่งหน้า และบันทึกค่าแฮชของประวัติการส่ง',
  'trail.sent': 'ส่งหนังสือครบ', 'trail.journalsKept': 'บันทึกค่าแฮชของประวัติการส่งที่เพิ่มมา', 'trail.completed': 'สิ้นสุดรอบ', 'trail.addressCorrected': 'แก้ไขที่อยู่ไปรษณีย์อิเล็กทรอนิกส์',
  'trail.sentAgain': 'สั่งส่งใหม่', 'trail.settled': 'บันทึกว่าส่งแล้ว', 'trail.byPost': 'สั่งส่งทางไปรษณีย์', 'trail.posted': 'บันทึกการส่งทางไปรษณีย์', 'trail.postingCorrected': 'แก้การบันทึกส่งทางไปรษณีย์', 'trailValue.postedAt': 'วันที่ส่งทางไปรษณีย์', 'trailValue.trackingNumber': 'หมายเลขสิ่งของ', 'trailValue.toPost': 'รอส่งทางไปรษณีย์', 'trailValue.posted': 'ส่งทางไปรษณีย์แล้ว',
  'trail.cameBack': 'บันทึกว่าถูกตีกลับ', 'trail.receivedByTelephone': 'บันทึกการลงรับทางโทรศัพท์',
  'trail.receiptCorrectedByTelephone': 'แก้ไขการลงรับทางโทรศัพท์', 'trail.clockConfirmed': 'ยืนยันเวลา', 'trail.erased': 'ลบค่าตามระยะเวลาเก็บรักษา', 'trail.unreadable': 'อ่านบรรทัดนี้ไม่ได้',
  'trail.is.true': 'ใช่', 'trail.is.false': 'ไม่ใช่',

  'trailValue.definition': 'ข้อกำหนด', 'trailValue.state': 'สถานะ', 'trailValue.closesAt': 'เวลาปิดรับ', 'trailValue.emblem': 'ตราสัญลักษณ์', 'trailValue.signature': 'ลายมือชื่อ',
  'trailValue.scoresDropped': 'คะแนนที่ไม่นับอีก', 'trailValue.to': 'ส่งถึง', 'trailValue.uploads': 'จำนวนครั้งที่ส่งไฟล์', 'trailValue.entries': 'ผลงาน', 'trailValue.scoreSheets': 'ไฟล์คะแนน',
  'trailValue.undoes': 'ยกเลิกครั้งที่', 'trailValue.rows': 'รายการ', 'trailValue.fileName': 'ชื่อไฟล์', 'trailValue.file': 'ไฟล์', 'trailValue.understoodAs': 'ข้อมูลที่อ่านได้',
  'trailValue.judge': 'กรรมการ', 'trailValue.asIs': 'ปิดรับทั้งที่คะแนนไม่ครบ', 'trailValue.missing': 'คะแนนที่ขาด', 'trailValue.closeRequestedBy': 'ผู้สั่งปิดรับ', 'trailValue.results': 'ผลคะแนน',
  'trailValue.scores': 'คะแนน', 'trailValue.letters': 'หนังสือ', 'trailValue.held': 'ระงับการส่ง', 'trailValue.pages': 'หน้า', 'trailValue.page': 'หน้า', 'trailValue.lines': 'บรรทัดในประวัติการส่ง',
  'trailValue.approval': 'การอนุมัติ', 'trailValue.approvedBy': 'ผู้อนุมัติ', 'trailValue.mailed': 'ส่งแล้ว', 'trailValue.received': 'ลงรับแล้ว', 'trailValue.letter': 'หนังสือ',
  'trailValue.reminder': 'หนังสือเตือนครั้งที่', 'trailValue.sending': 'ส่งครั้งที่', 'trailValue.address': 'ที่อยู่', 'trailValue.registerNumber': 'เลขรับ',
  'trailValue.registeredAt': 'วันเวลาที่ลงรับ', 'trailValue.division': 'ส่วนราชการที่รับเรื่อง', 'trailValue.registeredBy': 'ผู้ลงรับ', 'trailValue.kind': 'ชนิดของไฟล์',
  'trailValue.columns': 'คอลัมน์', 'trailValue.source': 'ที่มา', 'trailValue.papers': 'ภาพสแกน', 'trailValue.judges': 'กรรมการ', 'trailValue.email': 'อีเมล', 'trailValue.upload': 'การส่งครั้งที่', 'trailValue.sha256': 'ค่าแฮช',

  'trailIs.page': 'หน้าของกรรมการ', 'trailIs.paper': 'พิมพ์จากเอกสาร', 'trailIs.unsubmitted': 'ยังไม่ส่งเมื่อปิดรับ', 'trailIs.required': 'ต้องอนุมัติ', 'trailIs.none': 'ไม่ต้องอนุมัติ', 'trailIs.entries': 'ผลงาน', 'trailIs.scores': 'คะแนน',

  'trailFault.lineMissing': 'หายไป', 'trailFault.lineAltered': 'ถูกแก้ไข', 'trailFault.lineMoved': 'อยู่ผิดที่', 'trailFault.lineForged': 'ถูกเติมต่อท้ายโดยไม่ผ่านระบบ',
  'trailFault.endSetBack': 'ไม่ตรงกับข้อมูลของรอบ มีบรรทัดถูกตัดทิ้งหรือเขียนขึ้นใหม่', 'trailFault.valuesAltered': 'ค่าก่อนและหลังถูกแก้ไข', 'trailFault.valuesMissing': 'ค่าก่อนและหลังหายไป',
  'trailFault.rowAltered': 'ข้อมูลที่บรรทัดนี้อ้างถึงถูกแก้ไข', 'trailFault.rowMissing': 'ข้อมูลที่บรรทัดนี้อ้างถึงหายไป',

  'trail.addressReleased': 'อนุมัติที่อยู่ที่แก้ไข', 'trail.approvalUndone': 'ยกเลิกการอนุมัติ', 'trail.approvalRuleSet': 'กำหนดว่าต้องอนุมัติหรือไม่', 'trail.sentBack': 'ส่งกลับให้แก้ไข', 'trail.paused': 'พักรอบ', 'trail.resumed': 'ดำเนินการต่อ', 'trail.cancelled': 'ยกเลิกส่วนที่ยังไม่ส่ง', 'trail.renderedAgain': 'จัดทำเอกสารใหม่ให้ตรงกับที่อนุมัติ',
  'trailValue.manifest': 'ค่าแฮชของสิ่งที่อนุมัติ', 'trailValue.round': 'รอบการจัดทำ', 'trailValue.document': 'เอกสาร', 'trailValue.found': 'ที่พบ', 'trailValue.by': 'โดย', 'trailValue.paused': 'พักตั้งแต่', 'trailIs.missing': 'ไม่พบ',
};
