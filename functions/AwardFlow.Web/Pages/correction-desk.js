// One correction: how it stands, its letters to step through, and the approver's decision on it.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { address, attend, doneBox, facts, notice, say, segments } from './components.js';
import { refusedBox, who } from './approval.js';
import { correctionState, correctionsOf, mayCorrect, stoppedBox } from './correction-parts.js';
import { count, moment, t } from './language.js';
import { pdfView } from './pdf-view.js';
import { confirmed, run, show } from './problems.js';
import { reasoned } from './reason-dialog.js';
import { deliveryState } from './states.js';

const documents = { letter: 'letter.pdf', certificate: 'certificate.pdf', resultSheet: 'results.pdf' };
const soon = 1_500;
const conflict = 409;
const mostListed = 200;
const busy = ['rendering', 'sending'];

export async function correctionDesk(area, context, number) {
  const state = { correction: null, at: 0, document: 'letter', open: null, message: place(), shown: place(), done: null };
  const viewer = pdfView(context.signal, { thumbnails: false });
  const path = of(context.id, 'corrections', String(number));
  const draw = () => render(desk(context, state, acts, viewer), area);
  let timer;
  const load = async () => {
    const before = state.correction;
    state.correction = await get(path, context.signal);
    draw();
    if (state.correction.manifestSha256 && before?.manifestSha256 !== state.correction.manifestSha256) acts.look(state.at);
    again();
  };
  // It follows what the flow does by the counts alone; all letters are asked for when it has come further.
  const again = () => {
    clearTimeout(timer);
    if (!context.signal.aborted && (busy.includes(state.correction.state) || state.correction.approvedAt && !state.correction.sentAt)) timer = setTimeout(() => { follow().catch(again); }, soon);
  };
  const follow = async () => {
    const now = (await correctionsOf(context)).find(each => String(each.number) === String(number));
    if (!now || now.state !== state.correction.state || now.manifestSha256 !== state.correction.manifestSha256) return load();
    Object.assign(state.correction, now);
    draw();
    return again();
  };
  context.signal.addEventListener('abort', () => clearTimeout(timer));
  const post = (event, name, json, words) => run(event.currentTarget ?? event, state.message, async () => {
    state.done = null;
    try {
      await ask(`${path}/${name}`, { method: 'POST', json });
      await load();
      state.done = doneBox(typeof words === 'function' ? words(state.correction) : words);
      draw();
      attend(area.querySelector('.done'));
    } catch (error) {
      if (error.status !== conflict) throw error;
      await load();
      render(refusedBox(error), state.message);
    }
  });
  const because = (name, title, text, words) => async event => {
    const pressed = event.currentTarget;
    const reason = await reasoned({ title, text, yes: title, look: 'bad' });
    if (reason) await post(pressed, name, { reason }, words);
  };
  const acts = {
    look: async at => {
      const letter = state.correction.letters[at];
      if (!letter) return;
      state.at = at;
      render(null, state.shown);
      draw();
      const mine = state.open = Symbol('open');
      try {
        const bytes = await (await ask(`${path}/letters/${encodeURIComponent(letter.entryCode)}?document=${documents[state.document]}`, { signal: context.signal })).arrayBuffer();
        if (mine !== state.open) return;
        await viewer.open(bytes, `${t(state.document)} ${letter.entryCode}`);
        say(t('desk.shown', { code: letter.entryCode, document: t(state.document) }));
      } catch (error) {
        if (mine === state.open && !context.signal.aborted) show(state.shown, error);
      }
    },
    step: by => acts.look(Math.min(state.correction.letters.length - 1, Math.max(0, state.at + by))),
    turn: document => {
      state.document = document;
      return acts.look(state.at);
    },
    approve: async event => {
      const pressed = event.currentTarget;
      const { manifestSha256, entries } = state.correction;
      if (await confirmed(t('approval'), t('correctionApproveSure', { count: count(entries) }), t('approveYes'))) await post(pressed, 'approve', { manifestSha256 }, after => t(after.approvedAt ? 'correctionApproved' : 'approvedNext'));
    },
    undo: event => post(event, 'approve/undo', undefined, t('correctionUndone')),
    sendBack: because('sendBack', t('sendBack'), t('correctionSendBackSure'), t('correctionSentBack')),
    cancel: because('cancel', t('correctionCancel'), t('correctionCancelSure'), t('correctionCancelDone')),
  };
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, select, textarea, dialog, [data-scrolls]')) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && state.correction) acts.step(by);
  }, { signal: context.signal });
  await load();
}

const desk = (context, state, acts, viewer) => html`
  <p><a class="back" href="${context.base}/corrections">‹ ${t('backToCorrections')}</a></p>${state.done}
  <div class="approval-desk">
    <section class="decision" aria-labelledby="decision">${decision(context, state, acts)}</section>
    <section class="letter paper" aria-label=${t('documents')}>${state.correction.manifestSha256 ? letterShown(state, acts, viewer) : notice(t('correction.rendering'))}</section>
    <nav class="queue" aria-label=${t('desk.queue')}>${queue(state, acts)}</nav>
  </div>`;

function decision(context, { correction, message }, acts) {
  const [operator, approver] = ['Operator', 'Approver'].map(role => context.caller.roles.includes(role));
  const awaiting = correction.state === 'awaitingApproval' && !correction.approvedAt;
  const given = correction.approvals ?? [];
  const decided = given.some(each => each.byId === context.caller.id);
  const under = !['sent', 'completed', 'sentBack', 'cancelled'].includes(correction.state) && !correction.cancelled;
  return html`
    <h2 id="decision" class="title" data-begin>${awaiting ? t('correctionTitle', { count: count(correction.entries) }) : t('correctionOf', { number: correction.number })}</h2>
    <p>${correctionState(correction.state)}</p>${stoppedBox(correction)}${message}
    ${facts([
      [t('correctionNumber'), html`<span lang="th">${correction.numbers}</span>`],
      [t('correctionDate'), day(correction.date)], [t('correctionSubject'), html`<span lang="th">${correction.subject}</span>`],
      [t('correctionLetters'), count(correction.entries)], [t('by'), t('correctionMadeBy', { who: who(correction.madeBy), at: moment(correction.madeAt) })],
      [t('approval'), given.length > 0 && given.map(each => html`<span>${t('approvedBy', { who: who(each.by), at: moment(each.at) })}</span><br>`)],
      [t('state'), ['sending', 'sent', 'completed'].includes(correction.state) && t('correctionSentOf', { sent: count(correction.mailed), all: count(correction.entries), received: count(correction.received) })],
    ])}
    <p class="hint">${t('correctionRefers')}</p>
    ${awaiting && approver && correction.isOwn && notice(t('correctionOwn'))}
    ${awaiting && !approver && notice(t('needsApprover'))}
    <div class="row">
      ${awaiting && approver && !correction.isOwn && !decided && html`<button type="button" class="main" @click=${acts.approve}>${t('correctionApprove', { count: count(correction.entries) })}</button>`}
      ${awaiting && approver && html`<button type="button" @click=${acts.sendBack}>${t('sendBack')}</button>`}
      ${correction.undoUntil && approver && correction.state === 'awaitingApproval' && html`<button type="button" @click=${acts.undo}>${t('undoApproval')}</button>`}
      ${(operator || approver) && under && html`<button type="button" class="plain" @click=${acts.cancel}>${t('correctionCancel')}</button>`}
      ${mayCorrect(context) && ['sentBack', 'cancelled'].includes(correction.state) && html`<a class="button" href="${context.base}/corrections/new?from=${correction.number}">${t('correctionAgain')}</a>`}
    </div>`;
}

const day = text => new Intl.DateTimeFormat(t('desk.locale'), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));

function letterShown(state, acts, viewer) {
  const letter = state.correction.letters[state.at];
  const names = Object.keys(documents).filter(name => name === 'letter' || state.correction.request.documents?.includes(documents[name]));
  return html`
    <div class="row between step">
      <button type="button" aria-label=${t('previousEntry')} ?disabled=${state.at === 0} @click=${() => acts.step(-1)}>‹</button>
      <span><strong data-letter>${letter?.entryCode}</strong> ${letter?.organisation}<br><small>${address(letter?.address)}</small></span>
      <button type="button" aria-label=${t('nextEntry')} ?disabled=${state.at >= state.correction.letters.length - 1} @click=${() => acts.step(1)}>›</button>
    </div>
    ${names.length > 1 && html`<div class="row">${segments(t('documents'), names.map(name => [name, t(name)]), state.document, acts.turn)}</div>`}
    ${state.shown}${viewer.element}`;
}

const queue = (state, acts) => html`
  <h3>${t('correctionLetters')}</h3>
  <ol>${state.correction.letters.slice(0, mostListed).map((letter, i) => html`<li><button type="button" aria-current=${i === state.at && 'true'} @click=${() => acts.look(i)}>
    <strong>${letter.entryCode}</strong> ${letter.delivery && deliveryState(letter.delivery.state)}<small>${letter.organisation}</small></button></li>`)}</ol>
  ${state.correction.letters.length > mostListed && html`<p>${t('andMore', { count: count(state.correction.letters.length - mostListed) })}</p>`}`;
