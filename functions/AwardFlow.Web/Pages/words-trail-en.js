// The words of the trail in English.
export const englishTrail = {
  'part.trail': 'Trail',
  trailNumber: 'Line', trailHelp: 'All that people did and every step’s outcome, in order. Each line has the hash of the one before, so none is altered, taken out or moved without being found.',
  trailLooking: 'Looking at every line', trailLines: 'Lines', trailHead: 'Head hash (SHA-256)', trailErased: 'Lines whose values were erased', trailLook: 'Check again',
  trailForAuditors: 'Download for auditors (jsonl)', trailEarlier: 'Show earlier lines', trailWhole: 'Whole: nothing was altered',
  trailWholeSays: '{lines} lines, and {rows} rows that they tell of, are as they were written.', trailBent: 'Not whole: something is not as it was written',
  trailBentHelp: 'Tell whoever runs the system and the auditor, change nothing, and keep a copy of the data as evidence.', trailLine: 'Line {number}', trailWho: 'Who', trailWhat: 'What',
  trailFrom: 'from {from}', trailFlow: 'the system', trailReason: 'Reason: {reason}',

  'trail.created': 'Cycle created', 'trail.definitionChanged': 'Definition changed', 'trail.opened': 'Cycle opened', 'trail.emblemChanged': 'Emblem changed',
  'trail.signatureChanged': 'Signature changed', 'trail.testLetter': 'Test letter sent', 'trail.columnsMapped': 'Meaning of columns kept', 'trail.entriesUploaded': 'Entries uploaded',
  'trail.scoresUploaded': 'Scores uploaded', 'trail.uploadUndone': 'Upload undone', 'trail.withdrawn': 'Withdrawn', 'trail.restored': 'Put back', 'trail.closeRequested': 'Closing asked for',
  'trail.judgeLinksMade': 'Judges’ links made', 'trail.judgeLinkWithdrawn': 'Judge’s link withdrawn', 'trail.judgeAddressSet': 'Judge’s address set', 'trail.judgesReminded': 'Judges reminded',
  'trail.paperKept': 'Scan of a score sheet kept', 'trail.entryReturned': 'Entry sent back to a judge',
  'trail.extended': 'Closing time moved', 'trail.scoresMissing': 'Scores found missing', 'trail.closed': 'Closed, scores frozen', 'trail.rendered': 'Letters rendered',
  'trail.approvalAwaited': 'Approval awaited', 'trail.approved': 'Letters approved', 'trail.released': 'Letters released', 'trail.pageMailed': 'A page mailed, its journals’ hashes kept',
  'trail.sent': 'All letters sent', 'trail.journalsKept': 'Hashes of later journal lines kept', 'trail.completed': 'Cycle completed', 'trail.addressCorrected': 'Address corrected',
  'trail.sentAgain': 'Sent again', 'trail.settled': 'Settled as sent', 'trail.byPost': 'Sent by post', 'trail.posted': 'Posting recorded', 'trail.postingCorrected': 'Posting corrected', 'trailValue.postedAt': 'Posted on', 'trailValue.trackingNumber': 'Tracking number', 'trailValue.toPost': 'To be posted', 'trailValue.posted': 'Posted',
  'trail.cameBack': 'Recorded as returned', 'trail.receivedByTelephone': 'Receipt by telephone',
  'trail.receiptCorrectedByTelephone': 'Receipt corrected by telephone', 'trail.clockConfirmed': 'Clock confirmed', 'trail.erased': 'Values erased', 'trail.unreadable': 'This line cannot be read',
  'trail.is.true': 'yes', 'trail.is.false': 'no',

  'trailValue.definition': 'Definition', 'trailValue.state': 'State', 'trailValue.closesAt': 'Closing time', 'trailValue.emblem': 'Emblem', 'trailValue.signature': 'Signature',
  'trailValue.scoresDropped': 'Scores that count no more', 'trailValue.to': 'To', 'trailValue.uploads': 'Uploads', 'trailValue.entries': 'Entries', 'trailValue.scoreSheets': 'Score sheets',
  'trailValue.undoes': 'Undoes', 'trailValue.rows': 'Rows', 'trailValue.fileName': 'File name', 'trailValue.file': 'File', 'trailValue.understoodAs': 'As understood', 'trailValue.judge': 'Judge',
  'trailValue.asIs': 'Although scores are missing', 'trailValue.missing': 'Missing scores', 'trailValue.closeRequestedBy': 'Closing asked for by', 'trailValue.results': 'Results',
  'trailValue.scores': 'Scores', 'trailValue.letters': 'Letters', 'trailValue.held': 'Held', 'trailValue.pages': 'Pages', 'trailValue.page': 'Page', 'trailValue.lines': 'Journal lines',
  'trailValue.approval': 'Approval', 'trailValue.approvedBy': 'Approved by', 'trailValue.mailed': 'Mailed', 'trailValue.received': 'Received', 'trailValue.letter': 'Letter',
  'trailValue.reminder': 'Reminder', 'trailValue.sending': 'Sending', 'trailValue.address': 'Address', 'trailValue.registerNumber': 'Register number', 'trailValue.registeredAt': 'Registered at',
  'trailValue.division': 'Division', 'trailValue.registeredBy': 'Registered by', 'trailValue.kind': 'Kind of sheet', 'trailValue.source': 'Came from', 'trailValue.papers': 'Scans', 'trailValue.judges': 'Judges', 'trailValue.email': 'E-mail', 'trailValue.upload': 'Upload', 'trailValue.columns': 'Columns', 'trailValue.sha256': 'Hash',

  'trailIs.page': 'the judge’s page', 'trailIs.paper': 'typed from paper', 'trailIs.unsubmitted': 'not submitted at closing', 'trailIs.required': 'required', 'trailIs.none': 'not needed', 'trailIs.entries': 'entries', 'trailIs.scores': 'scores',

  'trailFault.lineMissing': 'is missing', 'trailFault.lineAltered': 'was altered', 'trailFault.lineMoved': 'stands where it was not written', 'trailFault.lineForged': 'stands behind the trail’s end',
  'trailFault.endSetBack': 'does not fit what the cycle says: lines were cut off or written anew', 'trailFault.valuesAltered': 'its values were altered',
  'trailFault.valuesMissing': 'its values are missing', 'trailFault.rowAltered': 'what it tells of was altered', 'trailFault.rowMissing': 'what it tells of is missing',

  'trail.addressReleased': 'Corrected address released', 'trail.approvalUndone': 'Approval taken back', 'trail.approvalRuleSet': 'Approval rule set', 'trail.sentBack': 'Sent back', 'trail.paused': 'Paused', 'trail.resumed': 'Resumed', 'trail.cancelled': 'Cancelled', 'trail.renderedAgain': 'Document rendered again as approved',
  'trailValue.manifest': 'Hash of what is approved', 'trailValue.round': 'Round', 'trailValue.document': 'Document', 'trailValue.found': 'Found', 'trailValue.by': 'By', 'trailValue.paused': 'Paused since', 'trailIs.missing': 'missing',
};
