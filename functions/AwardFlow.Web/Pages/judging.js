// The secretary's board: how far each judge is, who has not begun, who is late, and one press that reminds those.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { attend, doneBox, empty, nextBox, notice, say, table, tag } from './components.js';
import { gridOf } from './judging-grid.js';
import { linksShown } from './judging-links.js';
import { count, moment, shortMoment, t } from './language.js';
import { lastSeen } from './places.js';
import { confirmed, run } from './problems.js';

// In milliseconds.
const seldom = 10_000;

/** Judges who still owe something. */
export const isWaitedFor = row => row.owed > 0;

/** How a judge stands, as a tag. */
export function standingOf(row) {
  if (row.of === 0) return tag('none', t('judging.nothing'));
  if (row.owed === 0) return tag('good', t(row.submittedAt ? 'judging.submitted' : 'judging.bySheet'));
  if (row.submittedAt) return html`${tag(row.late ? 'bad' : 'wait', t('judging.moreOwed', { count: count(row.owed) }))}${row.late && html` ${tag('bad', t('judging.late'))}`}`;
  const words = row.begun + row.complete === 0 ? t('judging.notBegun') : row.complete === row.of ? t('judging.allComplete') : t('judging.begun');
  return html`${tag(row.late ? 'bad' : row.begun + row.complete === 0 ? 'none' : 'wait', words)}${row.late && html` ${tag('bad', t('judging.late'))}`}`;
}

/** The address of one judge's page. */
export const judgeAddress = (context, judge, query = '') => `${context.base}/judging/${encodeURIComponent(judge)}${query}`;

export async function judgingPart(area, context) {
  const path = of(context.id, 'judging');
  const state = { board: await get(path, context.signal), from: 0, message: place(), done: null };
  const operator = context.caller.roles.includes('Operator');
  const draw = () => render(view(context, state, acts, operator), area);
  const again = async () => {
    state.board = await get(path, context.signal);
    draw();
  };
  let last = performance.now();
  context.looked = () => {
    if (performance.now() - last < seldom) return;
    last = performance.now();
    again().catch(() => {});
  };
  const told = async (event, work) => run(event.currentTarget, state.message, async () => {
    state.done = await work() ?? state.done;
    await again();
    attend(area.querySelector('.done'));
  });
  const acts = {
    remind: event => told(event, async () => {
      const answer = await (await ask(`${path}/reminders`, { method: 'POST' })).json();
      const box = answer.reminded.length > 0 ? doneBox : (title, more) => notice(html`<h2>${title}</h2>${more}`, true);
      return box(t(answer.reminded.length > 0 ? 'judging.remindedNow' : 'judging.remindedNobody', { count: count(answer.reminded.length) }), html`
        ${answer.reminded.length > 0 && html`<p>${answer.reminded.join(' · ')}</p><p class="quiet">${t('judging.within')}</p>`}${skipped(answer.skipped.filter(each => !['submitted', 'scoredBySheet'].includes(each.why)))}`);
    }),
    links: (event, judges) => told(event, async () => {
      if (!await confirmed(t('judging.makeLinks'), t('judging.makeLinksSure', { count: count(judges.length) }), t('judging.makeAndSend'))) return null;
      const answer = await (await ask(`${path}/links`, { method: 'POST', json: { judges, send: true } })).json();
      return doneBox(t('judging.linksMade', { count: count(answer.links.length) }), html`
        ${answer.mailed.length > 0 && html`<p>${t('judging.mailedTo')} ${answer.mailed.join(' · ')}</p>`}${skipped(answer.skipped)}${linksShown(answer.links)}`);
    }),
    turn: from => {
      state.from = from;
      draw();
      say(t('judging.columns', columns(state)));
    },
  };
  draw();
}

const columns = ({ board, from }) => ({ from: count(from + 1), to: count(Math.min(from + gridOf.most, board.entries.length)), all: count(board.entries.length) });

/** Who was not mailed, and why. */
export const skipped = list => list.length > 0 && html`<p>${t('judging.skipped')}</p><ul>${list.map(each => html`<li>${each.judge}: ${t(`judging.why.${each.why}`)}</li>`)}</ul>`;

function view(context, state, acts, operator) {
  const { board } = state;
  if (board.judges.length === 0) {
    return empty(t('judging.nobody'), t('judging.nobodyHelp'), operator && html`<p><a class="button main" href="#setup/${encodeURIComponent(context.id)}/judges">${t('judging.nameJudges')}</a></p>`);
  }
  const waited = board.judges.filter(isWaitedFor);
  const without = board.judges.filter(row => row.of > 0 && row.link === 'none');
  const open = board.state === 'open' || board.state === 'needsAttention';
  return html`
    ${state.message}${state.done}
    ${nextBox({
      look: waited.length === 0 ? 'good' : waited.some(row => row.late) ? 'bad' : '',
      title: waited.length === 0 ? t('judging.allSubmitted') : t('judging.waited', { count: count(waited.length), all: count(board.judges.length) }),
      text: [waited.some(row => row.late) && t('judging.lateOf', { count: count(waited.filter(row => row.late).length) }), board.closesAt && t('closesAtShort', { at: moment(board.closesAt) })].filter(Boolean).join(' · '),
      actions: operator && open && [
        without.length > 0 && html`<button type="button" class="main" @click=${event => acts.links(event, without.map(row => row.judge))}>${t('judging.makeFor', { count: count(without.length) })}</button>`,
        waited.length > 0 && html`<button type="button" class=${without.length === 0 ? 'main' : ''} @click=${acts.remind}>${t('judging.remind')}</button>`,
      ],
    })}
    ${context.cycle.scoreSheets > 0 && notice(html`<p>${t('judging.averages')} <a href=${lastSeen(`${context.base}/results`)}>${t('part.results')}</a> · <a href="${context.base}/statistics">${t('part.statistics')}</a></p>`)}
    ${recused(board)}
    <section class="card"><h2>${t('judging.perJudge')}</h2>${perJudge(context, board)}</section>
    <section class="card"><h2>${t('judging.grid')}</h2>${gridOf(context, board, state.from, acts.turn)}</section>`;
}

// What judges declined, each with the reason: in the grid it is one letter among many.
function recused(board) {
  const all = board.judges.flatMap(row => row.recusals.map(each => ({ judge: row.judge, ...each })));
  return all.length > 0 && notice(html`<details ?open=${all.length <= 5}><summary>${t('judging.recusals', { count: count(all.length) })}</summary>
    <ul>${all.map(each => html`<li><b>${each.entry}</b> ${each.judge}: ${each.reason} <small>${shortMoment(each.at)}</small></li>`)}</ul></details>`, true);
}

function perJudge(context, board) {
  const mails = board.judges.some(row => row.link !== undefined);
  return table(t('judging.perJudge'), [
    { name: t('judge'), head: true, cell: row => html`<a href=${judgeAddress(context, row.judge)}>${row.judge}</a>` },
    { name: t('state'), cell: row => html`${standingOf(row)}${row.submittedAt && html`<br><small>${shortMoment(row.submittedAt)}${row.uploadNumber && ` · ${t('judging.upload', { number: row.uploadNumber })}`}</small>`}${row.sheets.length > 0 && html`<br><small>${t('judging.alsoSheet', { number: row.sheets.at(-1).uploadNumber })}</small>`}` },
    { name: t('judging.scored'), cell: row => html`<span class="far">${t('sentOf', { sent: count(row.complete), all: count(row.of) })}${row.fromPaper > 0 && html` <small>${t('judging.fromPaper', { count: count(row.fromPaper) })}</small>`}
      <progress max=${Math.max(1, row.of)} value=${row.complete} aria-label=${`${row.judge}: ${t('judging.scored')}`}></progress></span>` },
    mails && { name: t('judging.link'), cell: row => html`${t(`judging.link.${row.link ?? 'none'}`)}${row.mail && row.mail !== 'none' && html`<br><small>${t(`judging.mail.${row.mail}`)}</small>`}` },
    { name: t('judging.lastSeen'), cell: row => row.lastSeenAt ? shortMoment(row.lastSeenAt) : t('judging.never') },
    mails && { name: t('judging.reminded'), cell: row => row.remindedAt ? shortMoment(row.remindedAt) : '–' },
  ].filter(Boolean), board.judges);
}
