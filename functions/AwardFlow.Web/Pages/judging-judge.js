// One judge, for the secretary and the chair: the link, what came on paper, and each entry with how far it is.
import { ask, get, of, save } from './api.js';
import { html, place, render } from './templates.js';
import { attend, box, choice, doneBox, empty, facts } from './components.js';
import { drop } from './drop.js';
import { paperEntry } from './judging-paper.js';
import { judgeAddress, skipped, standingOf } from './judging.js';
import { linksShown } from './judging-links.js';
import { count, moment, t } from './language.js';
import { address } from './places.js';
import { confirmed, run } from './problems.js';
import { reasoned } from './reason-dialog.js';

const atOnce = 50;
const typable = ['empty', 'begun', 'complete', 'returned'];
const scans = 'application/pdf,image/jpeg,image/png';

export async function judgePart(area, context, judge) {
  const board = await get(of(context.id, 'judging'), context.signal);
  const back = html`<p><a class="back" href="${context.base}/judging">‹ ${t('part.judging')}</a></p>`;
  const row = board.judges.find(each => each.judge === judge);
  if (!row) {
    render(html`${back}${empty(t('judging.noJudge'), judge)}`, area);
    return;
  }
  const entry = context.query.get('entry');
  if (entry !== null && context.caller.roles.includes('Operator')) {
    await paperEntry(area, context, board, row, entry);
    return;
  }
  const state = { board, row, done: null, message: place(), filter: context.query.get('state') ?? '', from: 0 };
  const path = of(context.id, 'judging', judge);
  const draw = () => render(view(context, state, acts, back), area);
  const again = async () => {
    state.board = await get(of(context.id, 'judging'), context.signal);
    state.row = state.board.judges.find(each => each.judge === judge) ?? state.row;
    draw();
  };
  const doing = work => event => run(event.currentTarget ?? event.target, state.message, async () => {
    const done = await work(event);
    if (done === null) return;
    state.done = done;
    await again();
    attend(area.querySelector('.done'));
  });
  const make = send => doing(async () => {
    if (state.row.link === 'made' && !await confirmed(t('judging.anew'), t('judging.anewSure'), t('judging.anew'))) return null;
    const answer = await (await ask(of(context.id, 'judging', 'links'), { method: 'POST', json: { judges: [judge], send } })).json();
    return doneBox(t('judging.linksMade', { count: 1 }), html`${answer.mailed.length > 0 && html`<p>${t('judging.mailedTo')} ${answer.mailed.join(' · ')}</p>`}${skipped(answer.skipped)}${linksShown(answer.links)}`);
  });
  const acts = {
    copy: make(false), send: make(true),
    withdraw: doing(async () => {
      if (!await confirmed(t('judging.withdrawLink'), t('judging.withdrawSure'), t('judging.withdrawLink'), 'bad')) return null;
      await ask(`${path}/link`, { method: 'DELETE' });
      return doneBox(t('judging.withdrawn'));
    }),
    email: event => {
      event.preventDefault();
      const email = new FormData(event.target).get('judge-email').trim();
      doing(async () => {
        await ask(path, { method: 'PUT', json: { email: email === '' ? null : email } });
        return doneBox(t('judging.emailKept'));
      })({ currentTarget: event.submitter });
    },
    scan: ([file]) => doing(async () => {
      await ask(`${path}/paper?name=${encodeURIComponent(file.name)}`, { method: 'POST', file, type: file.type || 'application/octet-stream' });
      return doneBox(t('judging.scanKept', { name: file.name }));
    })({ currentTarget: area.querySelector('#scan') }),
    load: paper => doing(async () => {
      await save(`${path}/paper/${hashOf(paper)}`, paper.name ?? hashOf(paper));
      return null;
    }),
    submit: doing(async () => {
      const sent = confirm => ask(`${path}/submit${confirm ? `?confirm=${encodeURIComponent(confirm)}` : ''}`, { method: 'POST' });
      // Where something lacks, the server asks instead.
      if (!state.row.cells.some(cell => ['empty', 'begun'].includes(cell)) && !await confirmed(t('judging.submitPaper'), t('judging.submitPaperSure'), t('judging.submitPaper'))) return null;
      try {
        await sent();
      } catch (error) {
        if (!error.problem?.confirm) throw error;
        const asked = ['incomplete', 'unanswered', 'otherWords', 'unscanned'].flatMap(each => error.problem[each] ?? []);
        if (!await confirmed(t('judging.submitPaper'), `${error.problem.detail} ${[...new Set(asked)].slice(0, 12).join(', ')}`, t('judge.submitAnyway'))) return null;
        await sent(error.problem.confirm);
      }
      return doneBox(t('judging.submittedPaper'));
    }),
    back: code => doing(async () => {
      const question = await reasoned({ title: t('judging.sendBack', { code }), text: t('judging.sendBackSure'), yes: t('judging.sendBackYes'), hint: t('judging.questionHint'), label: t('judging.question') });
      if (!question) return null;
      const { mailed } = await (await ask(`${path}/entries/${encodeURIComponent(code)}/return`, { method: 'POST', json: { question } })).json();
      return doneBox(t('judging.sentBack', { code }), !mailed && html`<p>${t('judging.notMailed')}</p>`);
    }),
    filter: value => {
      Object.assign(state, { filter: value, from: 0 });
      address(new URLSearchParams(value ? { state: value } : {}));
      draw();
    },
    turn: from => {
      state.from = from;
      draw();
    },
  };
  draw();
}

const hashOf = paper => paper.sha256 ?? paper.blob.split('.')[0];

function view(context, state, acts, back) {
  const { row, board } = state;
  const operator = context.caller.roles.includes('Operator');
  const open = ['open', 'needsAttention'].includes(board.state);
  return html`${back}
    <h2 class="title" data-begin>${row.judge} ${standingOf(row)}</h2>
    ${state.message}${state.done}
    <div class="two">
      ${row.link !== undefined && html`<section class="card"><h2>${t('judging.link')}</h2>${link(row, acts, operator && open)}</section>`}
      <section class="card"><h2>${t('judging.scores')}</h2>${standing(row)}${operator && html`<h3>${t('judging.paper')}</h3>${paper(row, acts, open)}`}</section>
    </div>
    <section class="card"><h2>${t('entries')}</h2>${entries(context, state, acts, open)}</section>`;
}

const link = (row, acts, may) => html`
  ${facts([[t('judging.link'), t(`judging.link.${row.link ?? 'none'}`)], [t('judging.madeAt'), moment(row.linkMadeAt ?? row.linkChangedAt)], [t('judging.mail'), row.mail && row.mail !== 'none' && t(`judging.mail.${row.mail}`)],
    [t('judging.lastSeen'), row.lastSeenAt ? moment(row.lastSeenAt) : t('judging.never')], [t('judging.reminded'), moment(row.remindedAt)], !may && [t('judgeEmail'), row.email]].filter(Boolean))}
  ${may && html`<form @submit=${acts.email}>${box({ id: 'judge-email', label: t('judgeEmail'), type: 'email', value: row.email ?? '', most: 254, mode: 'email', hint: t('judging.emailHint') })}<div class="row"><button>${t('judging.keepEmail')}</button></div></form>
    <div class="row"><button type="button" class="main" @click=${acts.send} ?disabled=${!row.email}>${t(row.link === 'made' ? 'judging.anewAndSend' : 'judging.makeAndSend')}</button>
      <button type="button" @click=${acts.copy}>${t(row.link === 'made' ? 'judging.anewToCopy' : 'judging.makeToCopy')}</button>
      ${row.link === 'made' && html`<button type="button" class="bad" @click=${acts.withdraw}>${t('judging.withdrawLink')}</button>`}</div>`}`;

const standing = row => facts([
  [t('judging.scored'), t('sentOf', { sent: count(row.complete), all: count(row.of) })], [t('judging.halfDone'), row.begun > 0 && count(row.begun)],
  [t('judging.submitted'), row.submittedAt && `${moment(row.submittedAt)}${row.uploadNumber ? ` · ${t('judging.upload', { number: row.uploadNumber })}` : ''}`],
  [t('judging.source'), row.source && row.submittedAt && t(`judging.source.${row.source}`)],
  [t('judging.sheets'), row.sheets.length > 0 && html`${row.sheets.map(sheet => html`<div>${t('judging.upload', { number: sheet.uploadNumber })} · ${t(`judging.counts.${sheet.counts}`)}</div>`)}`],
]);

const paper = (row, acts, open) => html`
  <p class="hint">${t('judging.paperHelp')}</p>
  ${row.papers.length > 0 && html`<ul>${row.papers.map(each => html`<li><button type="button" class="plain" @click=${acts.load(each)}>${each.name ?? hashOf(each).slice(0, 12)}</button> <small>${each.by} · ${moment(each.at)}</small></li>`)}</ul>`}
  ${open && (row.state === 'open' || row.owed > 0) && html`${drop({ id: 'scan', label: t('judging.scan'), hint: t('judging.scanHint'), accept: scans, take: acts.scan })}
    ${row.fromPaper > 0 && html`<div class="row"><button type="button" class="main" ?disabled=${row.papers.length === 0} @click=${acts.submit}>${t('judging.submitPaper')}</button>
      <span class="quiet">${t('judging.fromPaper', { count: count(row.fromPaper) })}</span></div>`}`}`;

function entries(context, state, acts, open) {
  const { board, row, filter, from } = state;
  const roles = context.caller.roles;
  const all = board.entries.map((code, i) => ({ code, state: row.cells[i] })).filter(each => filter === '' || each.state === filter);
  const shown = all.slice(from, from + atOnce);
  const known = [...new Set(row.cells)];
  const reasons = new Map(row.recusals.map(({ entry, reason }) => [entry, reason]));
  const may = { type: open && roles.includes('Operator'), ask: open && (roles.includes('Operator') || roles.includes('Chair')) };
  return html`
    ${known.length > 1 && choice({ id: 'cell-state', label: t('state'), value: filter, options: [['', t('all')], ...known.map(each => [each, t(`judging.cell.${each}`)])], choose: acts.filter })}
    <ul class="judged">${shown.map(each => html`<li><span class="mark is-${each.state}" aria-hidden="true">${t(`judging.mark.${each.state}`)}</span> <b>${each.code}</b> <span class="quiet">${[t(`judging.cell.${each.state}`), each.state === 'recused' && reasons.get(each.code)].filter(Boolean).join(': ')}</span>
      ${may.type && typable.includes(each.state) && html`<a class="button plain" href=${judgeAddress(context, row.judge, `?entry=${encodeURIComponent(each.code)}`)}>${t('judging.typePaper')}<span class="unseen"> ${each.code}</span></a>`}
      ${may.ask && ['submitted', 'sheet'].includes(each.state) && html`<button type="button" class="plain" @click=${acts.back(each.code)}>${t('judging.sendBackTo')}<span class="unseen"> ${each.code}</span></button>`}</li>`)}</ul>
    ${all.length > atOnce && html`<nav class="turn" aria-label=${t('turnPages')}><button type="button" ?disabled=${from === 0} @click=${() => acts.turn(from - atOnce)}>‹ ${t('previousPage')}</button>
      <span>${t('rowsOf', { from: count(from + 1), to: count(from + shown.length), all: count(all.length) })}</span>
      <button type="button" ?disabled=${from + shown.length >= all.length} @click=${() => acts.turn(from + atOnce)}>${t('nextPage')} ›</button></nav>`}`;
}
