// The words of letters on paper, printing and reports in English.
export const englishPrint = {
  'delivery.toPost': 'To be posted', 'delivery.posted': 'Posted', byPost: 'By post', byPostCount: '{count} entries have no e-mail address. Their letters go by post.',
  postalErased: 'The postal addresses of these entries are erased: {codes}', postalAddress: 'Postal address', postedAt: 'Posted on', trackingNumber: 'Tracking number', trackingHint: 'As on the receipt of the post office, such as RB123456785TH. Blank where it was not registered.',
  recordPosting: 'Record the posting', recordPostingHelp: 'When you handed this letter in at the post office.', recordPostingNow: 'Record the posting', postingRecorded: 'The posting is recorded',
  post: 'Send it by post instead', postHelp: 'Where the letter did not arrive by mail. The letter as it was approved joins those to be printed for the post.', postNow: 'Send it by post', postOrdered: 'The letter waits to be posted',
  noMailAddress: 'None (by post)', addressOfPaper: 'Blank where it goes by post.',
};
