// The approver's desk: what is decided on the left with what is odd, the letter in the middle, and those to look at beside it.
import { ask, get, of, page } from './api.js';
import { html, place, render } from './templates.js';
import { bigs, box, facts, notice, say, segments, tag } from './components.js';
import { approvalsOf, command, hasApproved, refusedBox, waysOf } from './approval.js';
import { awaitingBox } from './correction-parts.js';
import { count, points, t } from './language.js';
import { copied } from './copy.js';
import { pdfView } from './pdf-view.js';
import { download, problemBox, show } from './problems.js';
import { stageOf } from './states.js';

const documents = { letter: [], certificate: ['certificate'], resultSheet: ['results'] };
const mostCodes = 12;
const mostFound = 10;
const pause = 300;
const missing = 404;
const shortHash = 12;
// What was looked at of each manifest; it is there again after a look at another page.
const looked = new Map();

export async function deskPart(area, context) {
  const state = { desk: null, at: 0, letters: [], document: 'letter', open: null, found: null, stale: false, copied: '', message: place(), shown: place(), done: null };
  const viewer = pdfView(context.signal, { thumbnails: false });
  const draw = () => render(state.desk && stageOf(context.cycle) === 'awaitingApproval' ? desk(context, state, acts, viewer) : nothingToDecide(context, state), area);
  const acts = actsOf(context, state, viewer, draw);
  context.looked = () => {
    if (state.desk && context.cycle.manifestSha256 && context.cycle.manifestSha256 !== state.desk.manifestSha256) state.stale = true;
    draw();
  };
  draw();
  await acts.load();
}

// Why the decision was not taken stays to be read.
const nothingToDecide = (context, state) => html`${state.message}${awaitingBox(context)}${notice(html`<p>${t('desk.nothing')} <a href=${context.base}>${t('part.overview')}</a></p>`)}`;

function actsOf(context, state, viewer, draw) {
  const told = async (name, json, words) => {
    await command(context, state, draw, name, json, words);
    // The overview goes on from here: it says what was decided, and how long it can be taken back.
    location.hash = context.base;
  };
  const acts = {
    load: async () => {
      if (stageOf(context.cycle) !== 'awaitingApproval') return;
      try {
        state.desk = await get(of(context.id, 'desk'), context.signal);
        state.letters = state.desk.queue;
        Object.assign(state, { at: 0, stale: false, copied: '' });
        draw();
        // The page is shown before the letter, which goes by its width.
        acts.look(0);
      } catch (error) {
        render(problemBox(error.problem ? error : { status: -1 }), state.message);
      }
    },
    look: async at => {
      const letter = state.letters[at];
      if (!letter) return;
      state.at = at;
      render(null, state.shown);
      draw();
      const mine = state.open = Symbol('open');
      try {
        const path = of(context.id, 'letters', letter.entryCode, ...documents[state.document]);
        const bytes = await (await ask(path, { signal: context.signal })).arrayBuffer();
        if (mine !== state.open) return;
        await viewer.open(bytes, `${t(state.document)} ${letter.entryCode}`);
        // Another may have been asked for while this one was drawn: then this one was not seen.
        if (mine !== state.open) return;
        seen(state).add(letter.entryCode);
        say(t('desk.shown', { code: letter.entryCode, document: t(state.document) }));
        draw();
      } catch (error) {
        if (mine !== state.open || context.signal.aborted) return;
        if (error.status === missing) render(notice(t('desk.noLetter'), true), state.shown);
        else show(state.shown, error);
      }
    },
    step: by => acts.look(Math.min(state.letters.length - 1, Math.max(0, state.at + by))),
    go: entryCode => {
      let at = state.letters.findIndex(each => each.entryCode === entryCode);
      if (at < 0) {
        const found = state.found?.find(each => each.entryCode === entryCode);
        at = state.letters.length;
        state.letters = [...state.letters, { organisation: '', ...found, entryCode, reasons: [] }];
      }
      return acts.look(at);
    },
    turn: document => {
      state.document = document;
      return acts.look(state.at);
    },
    search: words => {
      clearTimeout(state.soon);
      state.soon = setTimeout(async () => {
        const q = words.trim();
        const answer = q && (await page(`${of(context.id, 'results')}?${new URLSearchParams({ q, limit: String(mostFound) })}`, context.signal).catch(() => null))?.answer;
        state.found = answer ? answer.entries.map(({ entry, average, passed }) => ({ entryCode: entry.code, organisation: entry.organisation, average, passed })) : null;
        draw();
        if (state.found) say(t('matching', { count: count(answer.matching) }));
      }, pause);
    },
    copy: async () => {
      state.copied = await copied(state.desk.manifestSha256) ? 'desk.copied' : 'desk.notCopied';
      draw();
    },
  };
  const refused = async error => {
    render(refusedBox(error), state.message);
    await acts.load();
  };
  const ways = waysOf(context, told, state.message, refused);
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, select, textarea, dialog, [data-scrolls]')) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && state.desk) acts.step(by);
  }, { signal: context.signal });
  // What was looked at is what is approved, whatever the cycle has become since.
  return { ...acts, approve: event => ways.approve(event, state.desk.manifestSha256), sendBack: ways.sendBack, pause: ways.pause };
}

const seen = state => {
  const { manifestSha256 } = state.desk;
  if (!looked.has(manifestSha256)) looked.set(manifestSha256, new Set());
  return looked.get(manifestSha256);
};

const desk = (context, state, acts, viewer) => html`
  <div class="approval-desk">
    <section class="decision" aria-labelledby="decision">${decision(context, state, acts)}</section>
    <section class="letter paper" aria-label=${t('documents')}>${letterShown(state, acts, viewer)}</section>
    <nav class="queue" aria-label=${t('desk.queue')}>${queue(state, acts)}</nav>
  </div>`;

function decision(context, state, acts) {
  const { desk: found } = state;
  const approver = context.caller.roles.includes('Approver');
  const stepped = found.queue.filter(each => seen(state).has(each.entryCode)).length;
  const decided = hasApproved(context) || context.cycle.approvedAt;
  return html`
    <h2 id="decision" class="title" data-begin>${t('desk.title', { count: count(found.letters) })}</h2>
    ${found.preparedBy.length > 0 && html`<p class="quiet">${t('desk.preparedBy', { who: found.preparedBy.join(', ') })}</p>`}
    ${state.stale && html`<div class="notice wait" role="status"><p>${t('desk.stale')}</p><button type="button" @click=${acts.load}>${t('desk.again')}</button></div>`}
    ${state.message}
    ${bigs([[count(found.passed), t('passed')], [count(found.notPassed), t('notPassed')], found.withoutLetter > 0 ? [count(found.withoutLetter), t('desk.withoutLetter')] : [null]])}
    <h3>${t('desk.warnings')}</h3>
    <ul class="warnings">
      ${found.warnings.map(warning => html`<li class="notice wait">${warned(warning, state, acts)}</li>`)}
      ${found.scoresComplete && html`<li class="done">${t('desk.scoresComplete')}</li>`}
      ${found.warnings.length === 0 && html`<li class="done">${t('desk.allInOrder')}</li>`}
    </ul>
    ${facts([
      [t('desk.signatory'), html`${found.signatory.name}<br><small>${found.signatory.position.join(' ')}</small>`],
      [t('desk.letterDate'), day(found.letterDate)], [t('desk.letterNumber'), found.letterNumber],
      [t('round'), found.round > 1 && count(found.round)],
      [t('desk.looked'), html`<span data-looked>${t('desk.lookedAt', { seen: count(stepped), all: count(found.queue.length) })}</span>`],
      [t('printing'), download(t('printPdf'), state.message, of(context.id, 'letters.pdf'), `${context.id}-letters.pdf`)],
      [t('desk.hash'), html`<code title=${found.manifestSha256}>${found.manifestSha256.slice(0, shortHash)}…</code> <button type="button" class="plain" @click=${acts.copy}>${t(state.copied || 'desk.copy')}</button>`],
      [t('approval'), approvalsOf(context.cycle).length > 0 && html`${approvalsOf(context.cycle).map(each => html`<div>${each}</div>`)}`],
    ])}
    ${approver && !decided && found.refusal && notice(t(`desk.refusal.${found.refusal}`))}
    ${approver && !decided && html`<div class="row">
      ${!found.refusal && html`<button type="button" class="main" @click=${acts.approve}>${t('approve', { count: count(found.letters) })}</button>`}
      <button type="button" @click=${acts.sendBack}>${t('sendBack')}</button></div>
      <p class="quiet">${t('desk.takenBack')}</p>`}
    ${!approver && notice(t('needsApprover'))}
    ${decided && notice(html`<p>${t('next.othersTurn')} <a href=${context.base}>${t('part.overview')}</a></p>`)}`;
}

// A date as it stands on the letters, in the page's own way of writing.
const day = text => new Intl.DateTimeFormat(t('desk.locale'), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));

function warned(warning, state, acts) {
  const words = t(`desk.${warning.code}`, { count: count(warning.count), ...warning.arguments });
  if (warning.entries.length === 0) return words;
  return html`<details><summary>${words}</summary><ul>${warning.entries.slice(0, mostCodes).map(({ entryCode, arguments: about }) => html`<li>
    <button type="button" class="plain" @click=${() => acts.go(entryCode)}>${entryCode}</button> ${told(warning.code, about)}</li>`)}
    ${warning.count > mostCodes && html`<li>${t('andMore', { count: count(warning.count - mostCodes) })}</li>`}</ul></details>`;
}

function told(code, about) {
  switch (code) {
    case 'averageChanged': return t('desk.fromTo', { from: about.from || '–', to: about.to || '–' });
    case 'addressCorrected': return about.by ? t('desk.correctedBy', { from: about.from, to: about.to, by: about.by }) : t('desk.fromTo', about);
    case 'scoresMissing': return about.judges;
    default: return about?.address;
  }
}

function letterShown(state, acts, viewer) {
  const letter = state.letters[state.at];
  return html`
    <div class="row between step">
      <button type="button" aria-label=${t('previousEntry')} ?disabled=${state.at === 0} @click=${() => acts.step(-1)}>‹</button>
      <span><strong data-letter>${letter?.entryCode}</strong> ${letter?.organisation}
        ${letter && letter.passed !== undefined && letter.passed !== null && tag(letter.passed ? 'good' : 'none', `${t(letter.passed ? 'passed' : 'notPassed')} ${points(letter.average)}`)}</span>
      <button type="button" aria-label=${t('nextEntry')} ?disabled=${state.at >= state.letters.length - 1} @click=${() => acts.step(1)}>›</button>
    </div>
    <div class="row">${segments(t('documents'), Object.keys(documents).map(name => [name, t(name)]), state.document, acts.turn)}</div>
    ${state.shown}${viewer.element}`;
}

const queue = (state, acts) => html`
  <h3>${t('desk.queue')}</h3>
  <ol>${state.letters.map((letter, i) => html`<li><button type="button" aria-current=${i === state.at && 'true'} @click=${() => acts.look(i)}>
    <strong>${letter.entryCode}</strong>${seen(state).has(letter.entryCode) && html` <span class="seen" aria-hidden="true">✓</span><span class="unseen">(${t('desk.seen')})</span>`}
    <small>${letter.reasons.map(reason => t(`desk.why.${reason}`)).join(' · ')}</small></button></li>`)}</ol>
  ${box({ id: 'desk-search', label: t('desk.search'), type: 'search', hint: t('searchHint'), read: acts.search })}
  ${state.found && html`<ol>${state.found.map(each => html`<li><button type="button" @click=${() => acts.go(each.entryCode)}><strong>${each.entryCode}</strong> <small>${each.organisation}</small></button></li>`)}</ol>
    ${state.found.length === 0 && html`<p>${t('nothingFound')}</p>`}`}`;
