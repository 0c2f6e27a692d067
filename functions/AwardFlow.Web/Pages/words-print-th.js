// The words of letters on paper, printing and reports in Thai.
export const thaiPrint = {
  'delivery.toPost': 'รอส่งทางไปรษณีย์', 'delivery.posted': 'ส่งทางไปรษณีย์แล้ว', byPost: 'ส่งทางไปรษณีย์', byPostCount: 'ผลงาน {count} รายการไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ หนังสือจะส่งทางไปรษณีย์',
  postalErased: 'ที่อยู่ทางไปรษณีย์ของผลงานต่อไปนี้จะถูกลบ: {codes}', postalAddress: 'ที่อยู่ทางไปรษณีย์', postedAt: 'วันที่ส่งทางไปรษณีย์', trackingNumber: 'หมายเลขสิ่งของ', trackingHint: 'ตามใบรับฝากของไปรษณีย์ เช่น RB123456785TH หากไม่ได้ลงทะเบียนให้เว้นว่าง',
  recordPosting: 'บันทึกการส่งทางไปรษณีย์', recordPostingHelp: 'บันทึกเมื่อนำหนังสือฉบับนี้ไปฝากส่งที่ไปรษณีย์แล้ว', recordPostingNow: 'บันทึกการส่ง', postingRecorded: 'บันทึกการส่งทางไปรษณีย์แล้ว',
  post: 'ส่งทางไปรษณีย์แทน', postHelp: 'ใช้เมื่อหนังสือไปไม่ถึงทางไปรษณีย์อิเล็กทรอนิกส์ หนังสือฉบับที่อนุมัติแล้วจะเข้ารายการพิมพ์เพื่อส่งทางไปรษณีย์', postNow: 'ส่งทางไปรษณีย์', postOrdered: 'หนังสือนี้รอส่งทางไปรษณีย์แล้ว',
  noMailAddress: 'ไม่มี (ส่งทางไปรษณีย์)', addressOfPaper: 'เว้นว่างหากส่งทางไปรษณีย์',
};
