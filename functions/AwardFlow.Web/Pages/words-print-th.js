// The words of letters on paper, printing and reports in Thai.
export const thaiPrint = {
  'delivery.toPost': 'รอส่งทางไปรษณีย์', 'delivery.posted': 'ส่งทางไปรษณีย์แล้ว', byPost: 'ส่งทางไปรษณีย์', byPostCount: 'ผลงาน {count} รายการไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ หนังสือจะส่งทางไปรษณีย์',
  postalErased: 'ที่อยู่ทางไปรษณีย์ของผลงานต่อไปนี้จะถูกลบ: {codes}', postalAddress: 'ที่อยู่ทางไปรษณีย์', postedAt: 'วันที่ส่งทางไปรษณีย์', trackingNumber: 'หมายเลขสิ่งของ', trackingHint: 'ตามใบรับฝากของไปรษณีย์ เช่น RB123456785TH หากไม่ได้ลงทะเบียนให้เว้นว่าง',
  recordPosting: 'บันทึกการส่งทางไปรษณีย์', recordPostingHelp: 'บันทึกเมื่อนำหนังสือฉบับนี้ไปฝากส่งที่ไปรษณีย์แล้ว', recordPostingNow: 'บันทึกการส่ง', postingRecorded: 'บันทึกการส่งทางไปรษณีย์แล้ว',
  post: 'ส่งทางไปรษณีย์แทน', postHelp: 'ใช้เมื่อหนังสือไปไม่ถึงทางไปรษณีย์อิเล็กทรอนิกส์ หนังสือฉบับที่อนุมัติแล้วจะเข้ารายการพิมพ์เพื่อส่งทางไปรษณีย์', postNow: 'ส่งทางไปรษณีย์', postOrdered: 'หนังสือนี้รอส่งทางไปรษณีย์แล้ว',
  printing: 'พิมพ์และรายงาน', printWhich: 'หนังสือที่จะพิมพ์', 'print.all': 'ทั้งหมด', 'print.passed': 'ผ่านเกณฑ์', 'print.notPassed': 'ไม่ผ่านเกณฑ์', 'print.toPost': 'รอส่งทางไปรษณีย์ (พร้อมใบจ่าหน้า)', 'print.noEmail': 'ไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์', 'print.bounced': 'ตีกลับหรือส่งไม่ได้',
  printPdf: 'พิมพ์ทั้งหมด (PDF ไฟล์เดียว)', printZip: 'ดาวน์โหลดทั้งหมด (ZIP)', registeredMail: 'ใบนำส่งลงทะเบียน (Excel)',
  reporting: 'รายงานผู้บริหาร', reportPdf: 'รายงานสรุปผล (PDF)', reportXlsx: 'ข้อมูลในรายงาน (Excel)', memoPdf: 'บันทึกข้อความ (PDF)', memoTo: 'บันทึกข้อความ เรียน', memoToHint: 'เว้นว่างเพื่อใช้ตำแหน่งผู้ลงนามในหนังสือ', registerXlsx: 'ทะเบียนหนังสือส่ง (Excel)',
  waitsForPost: 'รอส่งทางไปรษณีย์ {count} ฉบับ', waitsForPostHelp: 'เลือกฉบับที่นำไปฝากส่งแล้ว หรือพิมพ์หมายเลขสิ่งของตามใบรับฝาก', postingsFile: 'หรือส่งใบนำส่งลงทะเบียนที่กรอกหมายเลขสิ่งของแล้ว', postingsFileHint: 'Excel หรือ CSV แถวที่ไม่ได้ระบุวันที่ส่งจะใช้วันที่ด้านบน', wasPosted: 'ส่งแล้ว', recordPostings: 'บันทึกการส่งที่เลือก', postingsRecorded: 'บันทึกการส่งทางไปรษณีย์แล้ว {count} ฉบับ',
  noMailAddress: 'ไม่มี (ส่งทางไปรษณีย์)', addressOfPaper: 'เว้นว่างหากส่งทางไปรษณีย์',
};
