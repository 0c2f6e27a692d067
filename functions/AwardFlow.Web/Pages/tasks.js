// What there is to do in a cycle, and what of it is next.
import { html } from './templates.js';
import { approvalsOf, hasApproved, secondsLeft, who, wordOf } from './approval.js';
import { count, moment, points, shortMoment, t } from './language.js';
import { cycleWords, stageOf } from './states.js';

const collecting = ['open', 'needsAttention'];
const made = ['awaitingApproval', 'sending', 'sent', 'completed'];

const go = (words, href, look = 'plain') => html`<a class="button ${look}" href=${href}>${words}</a>`;
const press = (words, click, look = 'plain') => html`<button type="button" class=${look} @click=${click}>${words}</button>`;
const closing = cycle => cycle.closesAt ? t('closesAtShort', { at: moment(cycle.closesAt) }) : t('noClosingTime');

const judgesDone = ({ judges }) => {
  const done = judges.filter(judge => judge.missing === 0).length;
  return done === judges.length ? t('judgesAllDone', { all: count(done) }) : t('judgesDone', { done: count(done), all: count(judges.length) });
};
// Who lacks most, by name, with the first entries.
const lacking = ({ judges }) => judges.filter(judge => judge.missing > 0).slice(0, 2)
  .map(({ judge, missing, entries }) => `${t('judgeLacks', { judge, count: count(missing) })}: ${entries.join(', ')}${missing > entries.length ? ' …' : ''}`).join(' · ');

/** The one next action, by the cycle's state and what the caller may do. */
export function nextOf(context, { receipts, progress }, acts) {
  const { cycle, caller, base } = context;
  const operator = caller.roles.includes('Operator');
  const uploads = words => operator && go(words, `${base}/uploads`, 'main');
  const closes = closing(cycle);
  if (cycle.state === 'paused') {
    const may = caller.roles.includes('Approver') || operator && !cycle.pausedByApprover;
    return { look: 'wait', title: t('next.paused'), text: `${wordOf('pausedBy', cycle.paused)} · ${t('pausedAt', { state: cycleWords(stageOf(cycle)) })}`, actions: may && press(t('resume'), acts.resume, 'main') };
  }
  if (cycle.state === 'cancelled') return { title: t('next.cancelled'), text: wordOf('cancelledBy', cycle.cancelled) };
  if (collecting.includes(cycle.state) && !operator) return { title: t(cycle.state === 'open' ? 'next.watch' : 'next.undecided', { missing: count(cycle.missingCount) }), text: `${t('onlyOperators')} ${closes}` };
  switch (cycle.state) {
    case 'needsAttention': return cycle.entries === 0
      ? { look: 'bad', title: t('next.noEntries'), text: t('next.noEntriesHelp'), actions: [uploads(t('sendEntriesNow')), press(t('extendTitle'), acts.extend)] }
      : {
        look: 'bad', title: t('next.missing', { missing: count(cycle.missingCount) }), text: t('next.missingHelp'),
        actions: [uploads(t('sendMissing')), press(t('extendTitle'), acts.extend), press(t('closeAsIs'), acts.close)],
      };
    case 'open': return cycle.sentBack && !cycle.closesAt
      ? {
        title: t('next.sentBack'), text: t('noClosingTime'),
        actions: [press(t('closeNow'), acts.close, 'main'), press(t('extendTitle'), acts.extend), go(t('changeDefinition'), `#setup/${encodeURIComponent(cycle.id)}/award`), go(t('sendFile'), `${base}/uploads`)],
      }
      : cycle.entries === 0
      ? { title: t('next.entries'), text: closes, actions: uploads(t('sendEntriesNow')) }
      : cycle.scoreSheets === 0
        ? { title: t('next.scores'), text: closes, actions: operator && [go(t('judging.open'), `${base}/judging`, 'main'), go(t('sendScoresNow'), `${base}/uploads`)] }
        : progress?.missing > 0
          ? { title: t('next.missing', { missing: count(progress.missing) }), text: `${lacking(progress)} · ${closes}`, actions: operator && [go(t('judging.open'), `${base}/judging`, 'main'), go(t('sendScoresNow'), `${base}/uploads`)] }
        : { title: t('next.check'), text: closes, actions: go(t('lookAtResults'), `${base}/results`, 'main') };
    case 'closed': case 'rendered': return { look: 'wait', title: t('next.rendering'), text: t('next.renderingHelp') };
    case 'awaitingApproval': return caller.roles.includes('Approver')
      ? approvedAlready(context, acts) ?? {
        title: t('next.approve', { count: count(cycle.letters) }), text: [t('approveHelp'), ...approvalsOf(cycle)].join(' · '),
        actions: [go(t('openDesk', { count: count(cycle.letters) }), `${base}/desk`, 'main'), go(t('lookAtResults'), `${base}/results`)],
      }
      : { look: 'wait', title: t('waits.awaitingApproval'), text: [t('needsApprover'), ...approvalsOf(cycle)].join(' · '), actions: go(t('lookAtResults'), `${base}/results`) };
    case 'sending': return { look: 'wait', title: t('next.sending'), text: t('sentOf', { sent: count(cycle.mailed), all: count(cycle.letters - cycle.toPost - cycle.posted) }) };
    case 'sent': return cycle.held > 0 && !cycle.cancelled
      ? { look: 'bad', title: t('next.held', { count: count(cycle.held) }), text: t('next.heldHelp'), actions: go(t('lookAtHeld'), `${base}/ledger?state=troubled`, 'main') }
      : receipts?.toTelephone > 0
        ? { title: t('next.telephone', { count: count(receipts.toTelephone) }), text: t('telephoneHelp'), actions: go(t('openTelephone'), `${base}/telephone`, 'main') }
        : { look: 'good', title: t('next.receipts'), text: receipts && [t('receivedSoFar', { sent: count(receipts.received), all: count(going(cycle)) }), calledOff(cycle)].filter(Boolean).join(' · '), actions: go(t('openLedger'), `${base}/ledger`) };
    case 'completed': return { look: 'good', title: t('next.completed'), text: t('receivedSoFar', { sent: count(cycle.received), all: count(going(cycle)) }), actions: go(t('lookAtResults'), `${base}/results`) };
    default: return { look: 'wait', title: cycle.waitsFor };
  }
}

// What an approver who has approved can still do.
function approvedAlready(context, acts) {
  const { cycle } = context;
  if (!cycle.approvedAt && !hasApproved(context)) return null;
  const left = secondsLeft(context);
  return {
    look: 'wait', title: cycle.approvedAt ? t('next.approved', { count: count(cycle.letters) }) : t('next.othersTurn'),
    text: [left !== null && t('secondsLeft', { seconds: count(left) }), ...approvalsOf(cycle)].filter(Boolean).join(' · '), actions: press(t('undoApproval'), acts.undo),
  };
}

// What was called off while letters went out is held for good: nobody decides about it, and nobody confirms it.
const going = cycle => cycle.cancelled ? cycle.mailed + cycle.posted : cycle.letters;
const calledOff = cycle => cycle.cancelled && cycle.held > 0 && t('calledOffCount', { count: count(cycle.held) });

/** All tasks in their order, each as far as it has come. */
export function tasksOf(context, { results, receipts, progress }, acts) {
  const { cycle, caller, base } = context;
  const operator = caller.roles.includes('Operator');
  const stage = stageOf(cycle);
  const open = collecting.includes(stage);
  const [closed, rendered, mailed] = [Boolean(cycle.closedAt), made.includes(stage), Boolean(cycle.sentAt)];
  const stands = (done, now, bad) => done ? 'done' : bad ? 'bad' : now ? 'now' : 'later';
  const lacks = cycle.state === 'needsAttention' && cycle.entries > 0;
  const tasks = [
    {
      title: t('task.definition'), stands: 'done', about: `${cycle.award} · ${t('passMark')} ${points(cycle.passMark)}`,
      action: open && operator && go(t('changeDefinition'), `#setup/${encodeURIComponent(cycle.id)}/award`),
    },
    {
      title: cycle.entries > 0 ? t('task.entriesCount', { count: count(cycle.entries) }) : t('task.entries'), stands: stands(cycle.entries > 0, open, cycle.state === 'needsAttention'),
      action: cycle.entries > 0 ? go(t('seeEntries'), `${base}/results`) : open && operator && go(t('sendFile'), `${base}/uploads`),
    },
    {
      title: t('task.scores'), stands: stands(closed || (cycle.scoreSheets > 0 && progress?.missing === 0), open && cycle.entries > 0, lacks),
      about: lacks ? t('missingPairs', { missing: count(cycle.missingCount) }) : progress?.judges.length > 0 && cycle.state === 'open' ? judgesDone(progress) : results ? t('task.scoresAbout', { judges: count(results.judges.length), sheets: count(cycle.scoreSheets) }) : t('task.noScores'),
      action: open && [go(t('judging.open'), `${base}/judging`), operator && go(t('sendFile'), `${base}/uploads`)],
    },
    { title: t('task.check'), stands: stands(rendered && (cycle.approvedAt || cycle.approval === 'none'), open ? cycle.scoreSheets > 0 : cycle.state === 'awaitingApproval'), about: t('task.checkAbout'), action: cycle.scoreSheets > 0 && go(t('openLetters'), `${base}/results`) },
    {
      title: t('task.close'), stands: stands(closed && rendered, cycle.state === 'closed' || cycle.state === 'rendered'),
      about: cycle.state === 'cancelled' ? null : closed ? t('closedAtShort', { at: shortMoment(cycle.closedAt) }) : cycle.closesAt ? `${t('closesAtShort', { at: shortMoment(cycle.closesAt) })} · ${t('closesItself')}` : t('noClosingTime'),
      action: cycle.state === 'open' && operator && [press(t('extendTitle'), acts.extend), press(t('closeNow'), acts.close)],
    },
    cycle.approval !== 'none' && {
      title: t('approval'), stands: stands(cycle.approvedAt, cycle.state === 'awaitingApproval'),
      about: approvalsOf(cycle).join(' · ') || cycle.approvedAt && t('approvedBy', { who: who(cycle.approvedBy), at: moment(cycle.approvedAt) }),
    },
    {
      title: t('task.send'), stands: stands(mailed && (cycle.held === 0 || cycle.cancelled), cycle.state === 'sending', mailed && cycle.held > 0),
      about: [cycle.letters > 0 && closed && t('lettersSent', { sent: count(cycle.mailed + cycle.posted), all: count(cycle.letters) }), cycle.toPost > 0 && closed && t('waitsForPost', { count: count(cycle.toPost) }), receipts?.unrecorded > 0 && t('postingUnrecorded', { count: count(receipts.unrecorded) }), calledOff(cycle) || cycle.held > 0 && t('heldCount', { count: count(cycle.held) }), cycle.sentAt && shortMoment(cycle.sentAt)].filter(Boolean).join(' · '),
      action: closed && cycle.letters > 0 && go(t('openLedger'), `${base}/ledger`),
    },
    {
      title: t('task.receipts'), stands: stands(cycle.state === 'completed', cycle.state === 'sent'),
      about: mailed && [t('receivedSoFar', { sent: count(cycle.received), all: count(going(cycle)) }), receipts?.toTelephone > 0 && t('toTelephoneCount', { count: count(receipts.toTelephone) })].filter(Boolean).join(' · '),
      action: receipts?.toTelephone > 0 && go(t('part.telephone'), `${base}/telephone`),
    },
  ];
  return tasks.filter(Boolean);
}
