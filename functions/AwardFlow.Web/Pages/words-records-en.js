// The words of records in English.
export const englishRecords = {
  'part.records': 'Records', archive: 'Archive of the cycle',
  archiveHelp: 'One zip with everything: definition, sheets, results, letters, mails, receipts and the trail, with the SHA-256 of each. It proves itself without this system, and brings the cycle back.',
  archiveGet: 'Download the archive (zip)', retention: 'How long it is kept', retentionHelp: 'What is due is erased by itself; the trail says of which kind and how much, never what.',
  retentionKind: 'What', retentionDays: 'Kept for', retentionDue: 'Erased on', retentionStays: 'until a person says otherwise', retentionFor: '{days} days', retentionErased: 'Erased {at}',
  'retention.refusedUploads': 'Files that were refused', 'retention.receiptNames': 'Names of who registered letters', 'retention.scoresByJudge': 'Scores by judge',
  'retention.cycle': 'The whole cycle, letters and ledger with it', refused: 'Files that were refused', refusedHelp: 'They were sent and not taken. They may hold data that nobody asked for, such as national identification numbers.',
  refusedNone: 'There are none.', erase: 'Erase', refusedEraseAll: 'Erase all of them', refusedEraseTitle: 'Erase {file}?', refusedEraseAllTitle: 'Erase all files that were refused?',
  refusedEraseSure: 'A file that is erased does not come back.', refusedErased: 'Erased',
  'trail.recordsErased': 'Records erased', 'trail.personForgotten': 'A person’s data erased on request', 'trailValue.count': 'How many',
  'trailIs.refusedUploads': 'files that were refused', 'trailIs.receiptNames': 'names of who registered letters', 'trailIs.scoresByJudge': 'scores by judge',
};
