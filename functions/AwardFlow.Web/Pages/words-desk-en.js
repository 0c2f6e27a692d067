// The words of the approver's desk in English.
export const englishDesk = {
  'part.desk': 'Check and approve', 'desk.locale': 'en-GB', openDesk: 'Check and approve {count} letters',
  'desk.nothing': 'Nothing awaits approval now.', 'desk.noLetter': 'This entry has no such document.', 'desk.shown': '{code}: shown: {document}', 'desk.queue': 'To look at first', 'desk.search': 'Find another letter', 'desk.seen': 'looked at',
  'desk.title': 'Approve {count} letters', 'desk.preparedBy': 'Prepared by {who}', 'desk.stale': 'Something changed since this page was opened. Look at it again before you approve.', 'desk.again': 'Show it as it is now',
  'desk.withoutLetter': 'Without a letter', 'desk.warnings': 'To note', 'desk.scoresComplete': 'Every judge scored every entry', 'desk.allInOrder': 'Nothing odd was found',
  'desk.signatory': 'Signed by', 'desk.letterDate': 'Date of the letters', 'desk.letterNumber': 'Number', 'desk.looked': 'Looked at', 'desk.lookedAt': '{seen} of {all} samples',
  'desk.hash': 'Fingerprint of the letters', 'desk.copy': 'Copy', 'desk.notCopied': 'Could not be copied', 'desk.copied': 'Copied', 'desk.takenBack': 'An approval can be taken back before the first letter goes, for as long as is then shown, and the cycle can be paused at any time.',
  'desk.refusal.hadAHand': 'You had a hand in what these letters come of; another approver approves them.', 'desk.refusal.othersTurn': 'It is another position’s turn to approve.', 'desk.refusal.approvedAlready': 'You have approved.',
  'desk.fromTo': '{from} → {to}', 'desk.correctedBy': '{from} → {to}, by {by}',
  'desk.notRendered': '{count} letters could not be made', 'desk.scoresMissing': 'Closed although {missing} scores were missing (an entry and a judge each)', 'desk.averageChanged': '{count} averages changed since the last round',
  'desk.addressCorrected': '{count} addresses were corrected after closing', 'desk.addressFreeMail': '{count} addresses are at a public mail service', 'desk.addressUnusual': '{count} addresses do not end in {usual}, as nearly all others do',
  'desk.postalAddressMissing': '{count} letters by post have no postal address', 'desk.why.postalAddressMissing': 'no postal address',
  'desk.addressShared': '{count} entries share an address with another', 'desk.noEmblem': 'The letters have no emblem', 'desk.noSignature': 'The letters have no picture of the signature', 'desk.dateOld': 'The date of the letters is {days} days past', 'desk.dateAhead': 'The date of the letters is {days} days ahead',
  'desk.why.notRendered': 'could not be made', 'desk.why.scoresMissing': 'scores missing', 'desk.why.averageChanged': 'average changed', 'desk.why.addressCorrected': 'address corrected', 'desk.why.addressFreeMail': 'public mail', 'desk.why.addressUnusual': 'unusual address', 'desk.why.addressShared': 'shared address',
  'desk.why.highest': 'highest', 'desk.why.justPassed': 'lowest that passed', 'desk.why.justBelow': 'highest that did not', 'desk.why.lowest': 'lowest',
};
