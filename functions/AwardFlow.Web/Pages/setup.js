// The workshop: a cycle is set up in parts that can be left and taken up again, saved as they are typed, with the letter itself
// beside them.
import { html, place, render } from './templates.js';
import { attend, say, tag } from './components.js';
import { hour, t } from './language.js';
import { holdUnsaved } from './places.js';
import { problemBox, run } from './problems.js';
import { pictureBox } from './picture-box.js';
import { openDraft } from './setup-draft.js';
import { checkPart, faultWords, nameOf } from './setup-check.js';
import { faultAt } from './setup-fields.js';
import { paperOf } from './setup-paper.js';
import { awardPart, certificatePart, judgesPart, letterPart, receiptsPart } from './setup-parts.js';
import { addressOf, idOf, partNames, partOf } from './setup-places.js';
import { rubricPart } from './setup-rubric.js';
import { cycleWords } from './states.js';
import { wordingBox } from './wording-box.js';

const parts = { award: awardPart, rubric: rubricPart, judges: judgesPart, letter: letterPart, certificate: certificatePart, receipts: receiptsPart, check: checkPart };
// Where words for the outcome that is typed are, the paper shows them.
const shows = { certificate: 'certificate', rubric: 'results' };

export async function setupPage({ place: page, signal, caller, query }, id, wanted) {
  const part = partNames.includes(wanted) ? wanted : 'award';
  const [typed, boxes, pictures] = [new Map(), new Map(), new Map()];
  const workshop = { id, part, caller, signal, paperShown: false };
  const message = place();

  workshop.typedAt = where => {
    if (!typed.has(where)) typed.set(where, {});
    return typed.get(where);
  };
  workshop.wording = (where, about) => {
    if (!boxes.has(where)) boxes.set(where, wordingBox({ ...about, id: idOf(where) }));
    const box = boxes.get(where);
    box.set(about.value);
    box.mark(faultAt(workshop.draft, where));
    box.allow(!workshop.readOnly());
    return box.element;
  };
  workshop.picture = name => {
    if (!pictures.has(name)) pictures.set(name, pictureBox({ id, name, cycle: workshop.draft.cycle, signal, changed: there => {
      workshop.draft.cycle[name === 'emblem' ? 'hasEmblem' : 'hasSignature'] = there;
      workshop.paper.again();
    }, chosen: () => workshop.draw() }));
    return pictures.get(name).element;
  };
  // What was typed in another shape than the definition has it is gone with what it belonged to.
  workshop.refresh = () => {
    for (const map of [typed, pictures]) map.clear();
    workshop.own = workshop.judgesBefore = undefined;
    workshop.draw();
  };
  workshop.focus = where => {
    workshop.draw();
    document.getElementById(idOf(where))?.focus();
  };
  // Why nothing can be changed here; null where it can.
  workshop.readOnly = () => !caller.roles.includes('Operator') ? t('onlyOperatorsEdit') : draft.mayEdit(draft.cycle) ? null : t('closedForEditing');

  // Only what was typed has the letter set again; what became of saving it does not.
  let before = null;
  const changed = () => {
    if (signal.aborted) return;
    workshop.draw();
    const now = JSON.stringify(workshop.draft.definition);
    if (now !== before) {
      before = now;
      workshop.paper.again();
    }
  };
  const draft = await openDraft(id, signal, changed);
  workshop.draft = draft;
  before = JSON.stringify(draft.definition);
  const paper = workshop.paper = paperOf(draft, signal);
  paper.document = shows[part] ?? 'letter';
  const checks = part === 'check' ? checkPart(workshop) : null;
  workshop.draw = () => {
    const words = [draft.isUnsaved() && t('setupUnsaved'), [...pictures.values()].some(each => each.isPending()) && t('pictureUnused')].filter(Boolean).join(' ');
    // What is typed is saved before one leaves; one is asked only where that cannot be.
    holdUnsaved(words || null, async () => await draft.save() && ![...pictures.values()].some(each => each.isPending()));
    render(view(workshop, checks, message), page);
  };
  workshop.draw();
  paper.begin();
  // On a phone the parts are a row of which only some are in sight.
  setTimeout(() => page.querySelector('.steps [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }));
  if (query.get('at')) {
    // A line of a list stands in the list's one box.
    const control = () => document.getElementById(idOf(query.get('at'))) ?? document.getElementById(idOf(query.get('at').replace(/\[\d+\]$/, '')));
    setTimeout(() => {
      const found = control();
      const folded = found?.closest('details');
      if (folded) folded.setAttribute('open', '');
      if (!found) return;
      if (found.matches('input, textarea, select, [contenteditable="true"]')) found.focus();
      else attend(found.querySelector('input, textarea, select') ?? found);
    });
  }
  signal.addEventListener('abort', () => holdUnsaved(null));
  return `${t(`setup.${part}`)} · ${draft.definition.title || t('newCycle')}`;
}

function view(workshop, checks, message) {
  const { draft, part, id } = workshop;
  const readOnly = workshop.readOnly();
  const isDraft = draft.cycle.state === 'draft';
  const lacking = new Map();
  for (const fault of draft.faults) lacking.set(partOf(fault.place), (lacking.get(partOf(fault.place)) ?? 0) + 1);
  const next = partNames[partNames.indexOf(part) + 1];
  return html`
    <div class="head"><div class="words">
      <a class="back" href=${isDraft ? '#' : `#cycle/${encodeURIComponent(id)}`}>‹ ${isDraft ? t('allCycles') : t('backToCycle')}</a>
      <h1>${draft.definition.title || t('untitled')}</h1>${isDraft ? tag('none', t('cycle.draft')) : tag('', readOnly ? cycleWords(draft.cycle.state) : t('editingOpen'))}</div></div>
    ${readOnly ? html`<div class="notice wait"><p>${readOnly}</p></div>` : html`<p class="saved ${unsaved.includes(draft.stands) ? 'bad' : ''}" data-stands=${draft.stands}>${unsaved.includes(draft.stands)
    ? html`<button type="button" class="plain" @click=${() => attend(document.querySelector('#not-saved'))}>${t('notSaved')}</button>` : savedWords(draft)}</p>`}
    ${draft.notice && html`<div class="notice" role="status"><p>${draft.notice}</p></div>`}
    <div id="not-saved">${conflict(workshop, message)}${message}</div>
    <div class="workshop ${workshop.paperShown ? 'shows-paper' : ''}">
      <nav class="steps" aria-label=${t('setupParts')}><ol>${partNames.map((name, i) => html`<li><a href=${addressOf(id, name)} aria-current=${name === part && 'page'}>
        <span class="dot ${name === 'check' ? '' : lacking.has(name) ? '' : 'ok'}" aria-hidden="true">${name !== 'check' && !lacking.has(name) ? '✓' : i + 1}</span>
        <span>${t(`setup.${name}`)}${lacking.has(name) && name !== 'check' && html`<span class="unseen"> (${t('lacks', { count: lacking.get(name) })})</span>`}</span></a></li>`)}</ol></nav>
      <section class="form" aria-labelledby="part"><h2 id="part" data-begin>${t(`setup.${part}`)}</h2>
        <fieldset class="bare" ?disabled=${readOnly !== null}>${checks ?? parts[part](workshop)}</fieldset>
        ${next && html`<p class="onward"><a class="button main" href=${addressOf(id, next)}>${t('onwardTo', { part: t(`setup.${next}`) })}</a></p>`}
      </section>
      ${workshop.paper.area}
    </div>
    <div class="peek"><button type="button" aria-pressed=${String(workshop.paperShown)} @click=${() => {
      workshop.paperShown = !workshop.paperShown;
      workshop.draw();
      workshop.paper.again();
      if (workshop.paperShown) attend(workshop.paper.area);
    }}>${t(workshop.paperShown ? 'backToForm' : 'lookAtPaper')}</button></div>`;
}

const unsaved = ['overtaken', 'asking', 'faulty', 'unsaved', 'closed'];
const savedWords = draft => ({
  saved: draft.savedAt ? t('savedAt', { at: hour(draft.savedAt) }) : t('allSaved'), saving: t('savingNow'), typed: t('savingSoon'),
})[draft.stands];

const names = places => [...new Set(places.map(nameOf))].join(', ');

// What stands in the way of saving, and what a person can do about it.
function conflict({ draft, refresh }, message) {
  const problem = draft.error?.problem ?? {};
  const act = work => event => run(event.currentTarget, message, work);
  const theirs = async () => {
    await draft.reread();
    refresh();
    say(t('reread'));
  };
  switch (draft.stands) {
    case 'overtaken': return html`<div class="problem" role="alert"><h2>${problem.title}</h2><p>${problem.detail}</p>
      <ul><li>${t('theirPlaces', { places: names(draft.theirs.theirPlaces) })}</li>${draft.theirs.bothPlaces.length > 0 && html`<li>${t('bothPlaces', { places: names(draft.theirs.bothPlaces) })}</li>`}</ul>
      <div class="row"><button type="button" class=${draft.theirs.bothPlaces.length > 0 ? 'bad' : ''} @click=${act(draft.join)}>${t('joinMine')}</button><button type="button" class="main" @click=${act(theirs)}>${t('takeTheirs')}</button></div></div>`;
    case 'asking': return html`<div class="problem" role="alert"><h2>${problem.title}</h2><p>${t('setupEffect', { dropped: problem.effect.dropped, restored: problem.effect.restored, incomplete: problem.effect.incomplete })}</p>
      ${problem.effect.typed && html`<p>${t('setupTyped', { scores: problem.effect.typed.scores, incomplete: problem.effect.typed.incomplete, judges: problem.effect.typed.judges.join(', ') })} ${problem.effect.typed.why.map(why => t(`misfit.${why}`)).join(', ')}</p>`}
      <ul>${problem.effect.drops.map(drop => html`<li>${drop.judge} · ${drop.criterion}: ${t(`misfit.${drop.why}`)} (${t('scoresCount', { count: drop.scores })})</li>`)}</ul>
      ${draft.renamed().length > 0 && html`<p>${t('sameJudgeHelp')}</p><p><button type="button" class="main" @click=${act(draft.areTheSame)}>${t('sameJudge', { names: draft.renamed().map(({ from, to }) => `${from} → ${to}`).join(', ') })}</button></p>`}
      <div class="row"><button type="button" class="bad" @click=${act(() => draft.save(problem.confirm))}>${t('confirmEffect')}</button><button type="button" class="main" @click=${act(theirs)}>${t('leaveAsWas')}</button></div></div>`;
    case 'faulty': return html`<div class="problem" role="alert"><h2>${t('notSavedYet')}</h2><ul>${draft.faults.map(fault => html`<li><a href=${addressOf(draft.id, partOf(fault.place), fault.place)}>${nameOf(fault.place)}</a> ${faultWords(draft, fault)}</li>`)}</ul></div>`;
    case 'closed': return problemBox(draft.error);
    case 'unsaved': return html`${problemBox(draft.error.problem ? draft.error : { status: -1 })}<p><button type="button" class="main" @click=${act(() => draft.save())}>${t('tryAgain')}</button></p>`;
    default: return null;
  }
}
