// The words of approving and of the ways back in English.
export const englishApproval = {
  'cycle.paused': 'Paused', 'cycle.cancelled': 'Cancelled', 'waits.paused': 'Paused until somebody lets it go on', 'waits.cancelled': 'Called off; nothing happens any more',
  'waits.sentBack': 'Sent back; waits to be mended and closed again', 'waits.undo': 'Approved; its letters are about to go', noClosingTime: 'No closing time is set',
  reasonStays: 'It stands in the cycle’s trail and is shown to those concerned', reasonIs: 'Reason: {reason}', otherWays: 'Other ways',
  pausedBy: '{who} paused it, {at}', calledOffCount: '{count} letters were called off and are not sent', cancelledBy: '{who} called it off, {at}', sentBackBy: '{who} sent it back, {at}',
  sentBackHelp: 'Scores, entries and wording can be changed as before. Then close it, or set a closing time: new letters are made and wait for approval again.',
  approvedAs: '{who} as {position}, {at}', waitsForPosition: 'Waits for the approval of {position}', addressChange: '{code}: the address was corrected from {from} to {to}',
  approvedNext: 'Your approval is recorded; the next approver is waited for', approvalUndone: 'The approval is taken back; the letters await approval again', undoApproval: 'Take the approval back', secondsLeft: 'It can be taken back for another {seconds} seconds',
  sendBack: 'Send back', sendBackSure: 'The cycle opens for the operator to mend scores, entries and wording. These letters are kept as evidence and will not be sent.', sendBackYes: 'Send back', sendBackDone: 'It was sent back to be mended',
  pause: 'Pause', pauseSure: 'Closing, mails and reminders stop until somebody lets the cycle go on. A mail that is being handed over this moment still goes.', pauseYes: 'Pause', pauseDone: 'It is paused', resume: 'Go on', resumed: 'It goes on',
  'rule.none': 'Send without approval', 'rule.noneSure': 'Once it is closed, letters are made and sent at once; nobody looks at them first.', 'rule.noneDone': 'No approval is needed before sending', 'rule.required': 'Ask for approval', 'rule.requiredSure': 'Once it is closed, letters wait for an approver to look at them.', 'rule.requiredDone': 'Approval is needed before sending',
  cancelCycle: 'Call the cycle off', cancelCycleSure: 'Letters that have not been sent will never be. This cannot be taken back.', cancelCycleYes: 'Call the cycle off', cancelCycleDone: 'The cycle is called off',
  'next.paused': 'The cycle is paused', 'next.cancelled': 'The cycle is called off', 'next.sentBack': 'Mend what was sent back, and close again', 'next.approved': 'Approved: {count} letters are about to go', 'next.othersTurn': 'You have approved; the next approver is waited for', pausedAt: 'Paused at: {state}',
  round: 'Letters made', mayUseAddress: 'Let this address be used', mayUseAddressHelp: 'The address was corrected after the approval. An approver other than whoever corrected it lets it be used; then the letter goes.', addressReleased: 'The address may be used; the letter will go',
  addressesWait: '{count} addresses wait for an approver', addressesWaitHelp: 'They were corrected after the approval. Look at them, and let them be used one by one or all that are shown.', releaseAll: 'Let all {count} addresses shown be used', releasedAll: '{count} addresses may be used',
  releaseSure: '{count} letters will go to the corrected addresses: {codes}', approvedAddress: 'Approved address',
};
