// The pages' words in English. The keys are the same as in words-th.js.
export const english = {
  skip: 'Skip to the content', description: 'API description (OpenAPI)', parts: 'Parts of the cycle', cancel: 'Cancel', download: 'Download', open: 'Open', search: 'Search',
  thisMachine: 'this machine', roleOperator: 'operator', roleApprover: 'approver', dropHint: 'Drop a file here, or choose one', dropManyHint: 'Drop files here, or choose one or more',
  asCsv: 'Download csv', asXlsx: 'Download Excel', nextPage: 'Show more', andMore: '{count} more are not shown', showMore: 'Show {count} more', lookAgain: 'Look again',

  signIn: 'Sign in', signOut: 'Sign out', enter: 'Sign in', apiKey: 'API key', apiKeyHint: 'Kept for this tab only; it is gone when you close the tab',
  wrongKey: 'This key is not right. Check its characters and try again, or ask your administrator for one.', signInPlatform: 'Sign in with your organisation’s account.', signInMicrosoft: 'Sign in with Microsoft Entra',

  noConnection: 'AwardFlow cannot be reached', noConnectionHelp: 'Check that this machine is on the network and AwardFlow is running, then try again. Nothing that was sent before is lost.',
  mendThis: 'What was sent is not right; mend this',
  status401Title: 'Sign in first', status401: 'Sign in with your key.', status403Title: 'This account cannot do that',
  status403: 'It belongs to the other role: operators upload and close, approvers release letters. Sign out, and sign in with an account that has that role.',
  status404Title: 'Not found', status404: 'There is no such thing. It may be misspelt, or not made yet.', status500Title: 'Something went wrong', status500: 'No data is lost. Try again; if it goes on, tell your administrator.',
  statusOtherTitle: 'That did not work', statusOther: 'Try again; if it goes on, tell your administrator.',

  cycles: 'Award cycles', newCycle: 'New cycle', backToCycles: 'Back to all cycles', noCycles: 'There is no cycle yet.', noCyclesYet: 'There is no cycle yet. Begin with one from a cycle.json file.',
  waitsFor: 'Waits for', closesAt: 'Closing time', closedAt: 'Closed at', entries: 'Entries', letters: 'Letters', code: 'Cycle id', award: 'Award', passMark: 'Pass mark', sentOf: '{sent} of {all}',
  scoreSheets: 'Score sheets', sentAt: 'All sent at', completedAt: 'Completed at', approved: 'Approval', approvedBy: 'by {who}, {at}',
  newCycleHelp: 'A cycle is made from its definition (cycle.json): the rubric, the closing time and the words of the letter. There is one to begin with in samples/dga-2564.',
  definitionFile: 'Definition of the cycle (cycle.json)', notADefinition: 'The file cannot be read', notADefinitionHelp: '“{name}” is no definition of a cycle. Choose a cycle.json file: JSON with an “id”.',
  create: 'Create the cycle', closesAtHint: 'Thai time',

  'part.overview': 'Overview', 'part.uploads': 'Uploads', 'part.results': 'Results', 'part.ledger': 'Deliveries', 'part.statistics': 'Statistics',
  way: 'Steps of the cycle', past: 'done: ', nowIs: 'The cycle is now: {state}', flowProblem: 'The cycle cannot get on; it is tried again',
  'cycle.open': 'Open', 'cycle.closed': 'Closed', 'cycle.needsAttention': 'Needs a decision', 'cycle.rendered': 'Letters made', 'cycle.awaitingApproval': 'Awaiting approval', 'cycle.sending': 'Sending', 'cycle.sent': 'Sent', 'cycle.completed': 'Completed',
  'waits.open': 'entries and scores, until its closing time', 'waits.entries': 'entries: upload them, or move the closing time', 'waits.needsAttention': 'a decision: scores of {missing} pairs of entry and judge are missing. Upload them, move the closing time, or close as it is',
  'waits.closed': 'its letters to be made', 'waits.rendered': 'its letters to be released', 'waits.awaitingApproval': 'an approver to release its letters', 'waits.sending': 'its letters to be mailed', 'waits.sent': 'the recipients to receive their letters', 'waits.completed': 'nothing',
  rendering: 'Making letters', sending: 'Mailing letters', receiving: 'Registered by recipients', missing: 'Missing scores ({count})', entry: 'Entry', judge: 'Judge', judges: 'Judges', criteria: 'Criteria', criterion: 'Criterion', anyJudge: 'nobody has scored it',
  decisions: 'What you can do', closeNow: 'Close now', closeAsIs: 'Close although scores are missing', closeHelp: 'Closing freezes the scores and makes the letters. If nobody closes the cycle, it closes itself at its time.', closeAsIsHelp: 'Averages will be over the judges who scored everything. An entry that nobody scored fully gets no letter.',
  closeSure: 'A closed cycle cannot be opened again, and its scores cannot change. Close it now?', closeAsIsSure: 'A closed cycle cannot be opened again, and missing scores cannot come later. Close it as it is?', closing: 'The cycle is being closed and its letters made',
  extendTitle: 'Move the closing time', newClosing: 'New closing time', extend: 'Move', extended: 'The cycle now closes at {at}', onlyOperators: 'This account may look, but not upload, close or extend: that takes an operator’s account.',
  approval: 'Approval', approve: 'Approve and send {count} letters', approveYes: 'Approve and send', approveSure: '{count} letters will be mailed at once and cannot be called back. Approve?',
  approveHelp: 'Look at the results and letters first. Whoever uploaded last cannot approve.', lookAtResults: 'Results and letters', approvedNow: 'Approved; the letters are being sent', needsApprover: 'The letters are made and wait for an approver. This account cannot approve: ask an approver to sign in.',

  sendEntries: 'Entries', sendScores: 'Scores', entriesFile: 'List of entries (xlsx, csv)', scoresFile: 'Judges’ score sheets (xlsx, csv)', entriesTemplate: 'Download an empty list', scoresTemplate: 'Download a score sheet to fill in', scores: 'Scores',
  sheetMeant: 'The file has several sheets', sheetMeantHelp: 'Name the sheet that is meant, if you were asked for it', sheetName: 'Name of the sheet', checking: 'Checking the file', goodSheet: 'No errors: {rows} rows', notYetTaken: 'Nothing is taken yet: press the button below.',
  take: 'Take {rows} rows', taken: '{rows} rows were taken, as upload {number}', ignored: 'Columns without a meaning here: {columns}', warnings: 'Worth a look ({count})', problems: 'Errors in the sheet ({count})', mendHelp: 'Mend them in your file and send it again. Nothing of this file was taken.',
  problemCopy: 'Download a copy that says in each row what is wrong', sheetRow: 'Row', column: 'Column', value: 'Value', problem: 'Problem', wholeSheet: 'whole sheet', blank: '(blank)', uploadsClosed: 'The cycle is closed and takes no uploads.',
  history: 'History of uploads', noUploads: 'Nothing was uploaded yet.', number: 'No.', what: 'What', file: 'File', rows: 'Rows', by: 'By', effect: 'Effect', undone: 'undone', undoOf: 'undo of {number}', lookEffect: 'What it changed', undo: 'Undo',
  undoTitle: 'Undo upload {number}', undoSure: 'What it brought will count no more; the file and the history stay. Undo it?', undoneNow: 'Upload {number} was undone', effectOf: 'What upload {number} changed', scoreChanges: 'Scores changed', entryChanges: 'Texts of entries changed', averageChanges: 'Averages changed', before: 'Before', after: 'After',

  noResults: 'There are no scores yet. Upload entries and scores first.', provisional: 'Provisional: the cycle is open and scores may change.', passed: 'Passed', notPassed: 'Not passed', withoutAverage: 'No average', ofMaximum: '{mark} of {maximum}', chart: 'Chart', entryTable: 'Table of results', searchEntries: 'Find an entry', searchHint: 'Code, organisation, work or province',
  matching: '{count} entries', rank: 'Rank', organisation: 'Organisation and work', average: 'Average', outcome: 'Outcome', barsAlt: 'Bar chart of averages: {passed} of {all} entries passed; the pass mark is {mark}. All numbers are in the table below.', spreadAlt: 'Chart of how averages spread: {passed} passed, {notPassed} did not; the pass mark is {mark}.', spreadTable: 'The spread in numbers',
  backToResults: 'Back to the results', noEntry: 'There is no entry “{code}” in this cycle.', project: 'Work', addressee: 'Addressee', address: 'Saraban e-mail', province: 'Province', itsDelivery: 'How its letter was delivered', most: 'Most', comments: 'Suggestions', preview: 'Preview (draft)', documents: 'Documents', letter: 'Letter', certificate: 'Certificate', resultSheet: 'Result sheet',
  openApart: 'Open in a new tab: {document} (PDF)', noViewer: 'This browser shows no PDF inside a page. Open or download it with the links above.', shown: 'Shown: {document}',

  noLedger: 'The ledger is filled when the cycle is closed and its letters are made.', noDeliveries: 'None.', filter: 'Show', allTroubledFirst: 'All, those in trouble first', troubled: 'Only those in trouble', entryCode: 'Entry code', state: 'State', since: 'Since', detail: 'Detail', possibleDuplicate: 'Perhaps twice', possibleDuplicateHelp: 'Yes: the recipient may have had it twice',
  'delivery.pending': 'Waiting', 'delivery.claimed': 'Being sent', 'delivery.accepted': 'Sent', 'delivery.deferred': 'Deferred', 'delivery.delivered': 'Delivered', 'delivery.bounced': 'Bounced', 'delivery.dropped': 'Dropped', 'delivery.held': 'Held', 'delivery.received': 'Received',
  backToLedger: 'Back to the deliveries', acceptedAt: 'Sent at', sendings: 'Sending', attempts: 'Attempts', reminders: 'Reminders', receipt: 'Receipt', itsEntry: 'Its result and letter', journal: 'Journal', at: 'Time', cause: 'What happened',
  correctAddress: 'Correct the address', correctAddressHelp: 'What was sent stays sent. Send the letter again afterwards.', saveAddress: 'Save the address', addressCorrected: 'The address is now {address}', resend: 'Send again', resendHelp: 'Sends the same letter again, to the address above.', resendNow: 'Send the letter again', resent: 'The letter will be sent again', reason: 'Reason', reasonHint: 'It stands in the journal',
  settle: 'It was sent', settleHelp: 'Where you know that the letter arrived, by telephone for instance. It is not sent again.', settleNow: 'It was sent', settled: 'Noted as sent', telephoned: 'Receipt by telephone', telephonedHelp: 'Where the recipient told its register number by telephone.', telephonedSave: 'Record the receipt', telephonedNow: 'The receipt is recorded', registerNumber: 'Register number', registeredAt: 'Registered at', division: 'Division (if told)', registrar: 'Name (if told)',

  statisticsHelp: 'For the chair to look at; they change no score.', agreement: 'Agreement of the judges', kendall: 'Kendall’s W', iccOne: 'ICC(2,1)', iccMean: 'ICC(2,k)', scoredByAll: 'Entries that all judges scored', mean: 'Mean', deviation: 'Deviation', leniency: 'Above the others by', standouts: 'Scores that stand out ({count})', noStandouts: 'None.', total: 'Total', given: 'Given', median: 'Median',
};
