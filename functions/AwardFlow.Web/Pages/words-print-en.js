// The words of letters on paper, printing and reports in English.
export const englishPrint = {
  'delivery.toPost': 'To be posted', 'delivery.posted': 'Posted', byPost: 'By post', byPostCount: '{count} entries have no e-mail address. Their letters go by post.',
  postalErased: 'The postal addresses of these entries are erased: {codes}', postalAddress: 'Postal address', postedAt: 'Posted on', trackingNumber: 'Tracking number', trackingHint: 'As on the receipt of the post office, such as RB123456785TH. Blank where it was not registered.',
  recordPosting: 'Record the posting', recordPostingHelp: 'When you handed this letter in at the post office.', recordPostingNow: 'Record the posting', postingRecorded: 'The posting is recorded',
  post: 'Send it by post instead', postHelp: 'Where the letter did not arrive by mail. The letter as it was approved joins those to be printed for the post.', postNow: 'Send it by post', postOrdered: 'The letter waits to be posted',
  printLabels: 'Labels 3×8 (PDF)', printDraft: 'The letters are not released, or the cycle is paused: every page that is printed now is marked ร่าง (draft), for reading only.', numbersChange: '{count} recorded numbers would change', noNumber: 'no number',
  printing: 'Print and report', printWhich: 'Which letters', 'print.all': 'All', 'print.passed': 'Of those who passed', 'print.notPassed': 'Of those who did not pass', 'print.toPost': 'To be posted (with address sheets)', 'print.noEmail': 'Without an e-mail address', 'print.bounced': 'Returned or not taken',
  printPdf: 'Print all (one PDF)', printZip: 'Download all (ZIP)', registeredMail: 'List for registered mail (Excel)',
  reporting: 'For the director', reportPdf: 'Report (PDF)', reportXlsx: 'Figures of the report (Excel)', memoPdf: 'Memo (PDF)', memoTo: 'The memo is addressed to', memoToHint: 'Blank for the position of the letters’ signatory.', registerXlsx: 'Register of outgoing letters (Excel)',
  postingUnrecorded: '{count} received letters whose posting is not recorded', postNowhere: '{count} have no postal address: their labels name the province alone',
  waitsForPost: '{count} letters wait to be posted', waitsForPostHelp: 'Tick those that were handed in, or type the tracking number of the receipt.', postingsFile: 'Or send the list for registered mail, its numbers filled in', postingsFileHint: 'Excel or csv. Rows that state no day have the day above.', wasPosted: 'Posted', recordPostings: 'Record the postings', postingsRecorded: 'The posting of {count} letters is recorded',
  noMailAddress: 'None (by post)', addressOfPaper: 'Blank where it goes by post.',
};
