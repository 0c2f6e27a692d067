// Where the cycle stands: the one thing to do next, all that there is to do, and the decisions: close, extend, approve.
import { get, of } from './api.js';
import { html, place, render } from './templates.js';
import { command, quietWays, refusedBox, secondsLeft, waysOf } from './approval.js';
import { facts, nextBox, progress, table, taskList } from './components.js';
import { spreadOf } from './chart.js';
import { awaitingBox } from './correction-parts.js';
import { unsubmitted } from './judging-closing.js';
import { count, moment, points, t } from './language.js';
import { momentBox, momentOf } from './moment-box.js';
import { printing } from './print.js';
import { confirmed, problemBox, run, show } from './problems.js';
import { nextOf, tasksOf } from './tasks.js';

const countEvery = 4;
const aWeek = 7 * 86_400_000;

export function overviewPart(area, context) {
  const state = { message: place(), receipts: null, results: null, progress: null, done: null, print: printing(context) };
  const draw = () => {
    state.print.look();
    render(overview(context, state, acts), area);
  };
  const acts = actsOf(context, state, draw);
  const recount = counting(context, state, draw);
  let looks = 0;
  context.looked = (changed, before) => {
    // What was said of the state before is true no more.
    if (before.state !== context.cycle.state) {
      state.done = null;
      state.extending = false;
    }
    if (changed) draw();
    // Reminders change the counts and not the cycle.
    if (changed || ++looks % countEvery === 0) recount();
  };
  // The seconds in which an approval can be taken back are seen to run.
  const ticking = setInterval(() => { if (secondsLeft(context) !== null) draw(); }, 1_000);
  context.signal.addEventListener('abort', () => clearInterval(ticking));
  draw();
  recount();
}

function overview(context, state, acts) {
  const { cycle } = context;
  const missing = cycle.missing ?? [];
  return html`
    ${state.done}${state.message}${awaitingBox(context)}
    <div class="beside">
      <div>
        ${nextBox(nextOf(context, state, acts))}
        ${quietWays(context, acts)}
        ${cycle.letters > 0 && ['closed', 'rendered'].includes(cycle.state) && html`<div class="card">${progress(t('rendering'), cycle.rendered, cycle.letters)}</div>`}
        ${cycle.state === 'sending' && html`<div class="card">${progress(t('sending'), cycle.mailed, cycle.letters - cycle.toPost - cycle.posted)}</div>`}
        ${state.extending && extending(context, state, acts)}
        <section class="card">${taskList(t('tasks'), tasksOf(context, state, acts))}</section>
        ${state.print.element}
        ${missing.length > 0 && html`<section class="card"><h2>${t('missing', { count: count(cycle.missingCount) })}</h2>
          ${table(t('missing', { count: count(cycle.missingCount) }), [
            { name: t('entry'), head: true, cell: row => row.entryCode },
            { name: t('judge'), cell: row => row.judge ?? t('anyJudge') },
            { name: t('criteria'), cell: row => row.criteria.join(', ') },
          ], missing)}
          ${missing.length < cycle.missingCount && html`<p>${t('andMore', { count: count(cycle.missingCount - missing.length) })}</p>`}</section>`}
      </div>
      <aside aria-label=${t('aside')}>${standing(context, state)}</aside>
    </div>`;
}

const standing = (context, { results, receipts }) => html`
  ${results && results.passed + results.notPassed > 0 && html`<section class="card"><h2>${t(results.provisional ? 'provisionalTitle' : 'resultsTitle')}</h2>
    ${spreadOf(results, { small: true })}
    ${facts([
      [t('passed'), t('sentOf', { sent: count(results.passed), all: count(results.passed + results.notPassed) })],
      [t('mean'), points(results.mean)],
      [t('highestLowest'), results.highest !== undefined && `${points(results.highest)} / ${points(results.lowest)}`],
    ])}</section>`}
  ${receipts && html`<section class="card"><h2>${t('receipts')}</h2>${countsOf(context, receipts)}</section>`}
  <section class="card"><h2>${t('facts')}</h2>${factsOf(context.cycle)}</section>`;

const factsOf = cycle => facts([
  [t('closesAt'), moment(cycle.closesAt)], [t('closedAt'), moment(cycle.closedAt)],
  [t('passMark'), points(cycle.passMark)], [t('round'), cycle.round > 1 && count(cycle.round)], [t('sentAt'), moment(cycle.sentAt)], [t('completedAt'), moment(cycle.completedAt)],
  [t('award'), cycle.award], [t('code'), html`<span class="code">${cycle.id}</span>`],
]);

function countsOf(context, counts) {
  const completed = context.cycle.state === 'completed';
  return facts([
    [t('receiving'), t('sentOf', { sent: count(counts.received), all: count(counts.letters) })],
    [t('reminded'), count(counts.reminded)],
    [t('nextReminders'), counts.nextRemindersAt ? moment(counts.nextRemindersAt) : t('noReminders')],
    [t('toTelephone'), counts.toTelephone > 0 ? html`<a href="${context.base}/telephone">${t('telephoneCount', { count: count(counts.toTelephone) })}</a>` : t('noneYet')],
    [t(completed ? 'receiptsClosed' : 'receiptsClose'), moment(completed ? context.cycle.completedAt : counts.closesAt)],
  ]);
}

// Counted over all entries or the whole ledger, so nothing waits for it.
const counting = (context, state, draw) => async () => {
  const { cycle, id, signal } = context;
  const read = async (name, path, wanted) => {
    if (!wanted) return;
    state[name] = await get(path, signal);
  };
  try {
    await Promise.all([
      read('results', `${of(id, 'results')}?limit=1`, cycle.scoreSheets > 0),
      read('progress', of(id, 'progress'), cycle.state === 'open' && cycle.entries > 0),
      read('receipts', of(id, 'receipts'), cycle.sentAt),
    ]);
    draw();
  } catch (error) {
    // That the system cannot be reached is said at the head of the page.
    if (error.status > 0 && error.status !== 401) show(state.message, error);
  }
};

const actsOf = (context, state, draw) => ({
  close: event => {
    const asIs = context.cycle.state === 'needsAttention';
    const words = t(asIs ? 'closeAsIs' : 'closeNow');
    return decide(event.currentTarget, context, state, draw, 'close', { title: words, text: t(asIs ? 'closeAsIsSure' : 'closeSure'), yes: words, look: 'bad' }, () => t('closing'));
  },
  ...waysOf(context, (name, json, words) => told(context, state, draw, name, json, words), state.message, error => render(refusedBox(error), state.message)),
  extend: () => {
    state.extending = !state.extending;
    draw();
    if (state.extending) document.querySelector('#closing-day').focus();
  },
  extended: event => {
    event.preventDefault();
    run(event.submitter, state.message, async () => {
      const closesAt = momentOf(event.target, 'closing', t('newClosing'));
      await told(context, state, draw, 'extend', { closesAt }, () => t('extended', { at: moment(closesAt) }));
      state.extending = false;
      draw();
    });
  },
});

async function decide(pressed, context, state, draw, name, { title, text, yes, look }, words) {
  // What is approved is what stands on the page, whatever there is by then.
  const json = name === 'approve' ? { manifestSha256: context.cycle.manifestSha256 } : undefined;
  if (!await confirmed(title, text, yes, look)) return;
  await run(pressed, state.message, async () => {
    try {
      await told(context, state, draw, name, json, words);
    } catch (error) {
      if (!error.problem?.judging) throw error;
      const query = await unsubmitted(error.problem);
      if (query) await told(context, state, draw, `${name}?${query}`, json, words);
    }
  });
}

async function told(context, state, draw, name, json, words) {
  await command(context, state, draw, name, json, words);
  // The flow takes it from here; the state follows in a moment.
  context.expecting = 15;
  await context.reload().catch(error => render(problemBox(error), state.message));
  context.hurry();
}

const extending = (context, state, acts) => html`
  <form class="card" @submit=${acts.extended}><h2>${t('extendTitle')}</h2>
    ${momentBox({ id: 'closing', label: t('newClosing'), hint: t('momentHint'), date: context.cycle.closesAt ? new Date(context.cycle.closesAt) : new Date(Date.now() + aWeek) })}
    <div class="row"><button>${t('extend')}</button><button type="button" class="plain" @click=${acts.extend}>${t('cancel')}</button></div>
  </form>`;
