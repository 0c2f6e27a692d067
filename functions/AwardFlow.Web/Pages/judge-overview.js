// The sheet as a whole: how it stands, until when, and the submission of it.
import { html, render } from './templates.js';
import { agreed } from './judge-dialog.js';
import { doneOf, isLacking, isToDo } from './judge-list.js';
import { count, moment, t } from './judge-language.js';

const mostCodes = 12;

/** The judge's sheet. */
export function sheetView(page) {
  const { sheet } = page;
  const returned = sheet.entries.filter(entry => entry.state === 'returned');
  return html`
    <h1>${sheet.cycle.title}</h1>
    <p class="quiet">${sheet.cycle.award} · ${t('judge.ofJudge', { judge: sheet.judge })}</p>
    ${offlineNote(sheet)}${page.message}
    ${standing(page)}
    ${returned.length > 0 && html`<section class="notice wait"><h2>${t('judge.returned', { count: count(returned.length) })}</h2>
      <ul class="plain">${returned.map(entry => html`<li><button type="button" class="plain" @click=${() => page.go(entry.code)}>${entry.project}</button> ${entry.question}</li>`)}</ul></section>`}
    ${alsoSheet(page)}
    <details class="keys"><summary>${t('judge.keys')}</summary><dl class="facts">
      <dt><kbd>Enter</kbd></dt><dd>${t('judge.keyNext')}</dd><dt><kbd>Shift</kbd>+<kbd>Enter</kbd></dt><dd>${t('judge.keyBack')}</dd>
      <dt><kbd>Ctrl</kbd>+<kbd>Enter</kbd></dt><dd>${t('judge.keyNextEntry')}</dd><dt><kbd>Ctrl</kbd>+<kbd>Shift</kbd>+<kbd>Enter</kbd></dt><dd>${t('judge.keyBackEntry')}</dd></dl></details>`;
}

// Entries of which a sheet that came later says otherwise than this page.
const bySheet = sheet => sheet.entries.filter(entry => entry.bySheet).map(entry => entry.code);

function alsoSheet(page) {
  const { sheet } = page;
  if (!sheet.alsoSheet) return null;
  const { counts, uploadNumber, at } = sheet.alsoSheet;
  const list = bySheet(sheet);
  return html`<div class="notice wait"><h2>${t('judge.alsoSheet')}</h2><p>${t(`judge.alsoSheet.${counts}`, { number: uploadNumber, at: moment(at) })}</p>
    ${list.length > 0 && html`<p>${t('judge.sheetSaysOther', { codes: codes(list) })}</p>
      ${sheet.state !== 'closed' && html`<p><button type="button" @click=${page.run(() => submitted(page, { overSheets: true }))}>${t('judge.overSheet')}</button></p>`}`}</div>`;
}

/** That the network is away. */
export const offlineNote = sheet => html`<div role="status">${sheet.offline && html`<div class="notice wait"><h2>${t('judge.offline')}</h2><p>${t(sheet.keeps() ? 'judge.offlineHelp' : 'judge.offlineNotKept')}</p></div>`}</div>`;

const titles = { paper: 'judge.paperTitle', unsubmitted: 'judge.countedTitle' };

// What the office submitted of what a judge typed, or of paper, the judge did not submit.
const whoSubmitted = sheet => t(sheet.source === 'paper' ? 'judge.paperAt' : sheet.source === 'unsubmitted' ? 'judge.countedAt' : 'judge.submittedAt', { at: moment(sheet.submittedAt) });

// Whether there is something to score, and all of it counts.
const isGiven = sheet => doneOf(sheet).all > 0 && !sheet.entries.some(entry => entry.owed);

function standing(page) {
  const { sheet } = page;
  if (sheet.state === 'closed') {
    return html`<section class="card"><h2>${t('judge.closed')}</h2><p>${sheet.submittedAt ? whoSubmitted(sheet) : t(isGiven(sheet) ? 'judge.closedSheet' : 'judge.closedUnsent')}</p></section>`;
  }
  const at = sheet.cycle.closesAt && moment(sheet.cycle.closesAt);
  const closes = !at ? t('judge.noClosing') : t(sheet.cycle.state === 'needsAttention' ? 'judge.closingPassed' : 'judge.closesAt', { at });
  const submit = html`<button type="button" class="main" @click=${page.run(() => submitted(page))}>${t('judge.submit')}</button>`;
  const goOn = first => first && html`<button type="button" class="main" @click=${() => page.go(first.code)}>${t(sheet.entries.every(entry => entry.state === 'empty') ? 'judge.begin' : 'judge.goOn')}</button>`;
  if (sheet.state === 'submitted') {
    const owed = sheet.entries.filter(entry => entry.owed);
    return html`<section class="card done-card" role="status"><h2>✓ ${t(titles[sheet.source] ?? 'judge.submittedTitle')}</h2>
      <p>${whoSubmitted(sheet)} ${closes}</p>
      ${owed.length > 0 && html`<p><strong>${t('judge.stillOwed', { count: count(owed.length) })}</strong></p>`}<p class="quiet">${t('judge.takeBackHelp')}</p>
      <div class="row">${goOn(owed.find(isLacking))}${owed.length > 0 && submit}<button type="button" @click=${page.run(() => takenBack(page))}>${t('judge.takeBack')}</button></div></section>`;
  }
  const { done, all } = doneOf(sheet);
  if (isGiven(sheet)) {
    return html`<section class="card done-card"><h2>✓ ${t('judge.nothingOwed')}</h2><p>${closes}</p><p class="quiet">${t('judge.nothingOwedHelp')}</p></section>`;
  }
  const first = sheet.entries.find(isToDo);
  return html`<section class="card"><h2>${t(done === all ? 'judge.readyToSubmit' : 'judge.notYetAll', { done: count(done), all: count(all), left: count(all - done) })}</h2>
    <p>${closes}</p><p class="quiet">${t('judge.submitHelp')}</p>
    <div class="row">${goOn(first)}
      ${done === all ? submit : html`<button type="button" @click=${page.run(() => submitted(page))}>${t('judge.submit')}</button>`}</div></section>`;
}

const codes = list => `${list.slice(0, mostCodes).join(', ')}${list.length > mostCodes ? ' …' : ''}`;

// What is submitted is what is stored, so all that waits goes first.
async function submitted(page, { overSheets = false } = {}) {
  const { sheet } = page;
  const isStored = await sheet.flush();
  // What was refused waits for the judge, not for the network.
  const refused = sheet.held().filter(draft => ['faulty', 'refused', 'conflict'].includes(draft.stands)).map(draft => draft.code);
  if (refused.length > 0) throw Object.assign(new Error(), { status: 0, entry: refused[0], problem: { title: t('judge.notSubmitted'), detail: t('judge.refusedFirst', { codes: codes(refused) }) } });
  if (!isStored) throw Object.assign(new Error(), { status: 0, problem: { title: t('judge.notSubmitted'), detail: t('judge.unsentFirst', { codes: codes(sheet.held().map(draft => draft.code)) }) } });
  const wrong = [...sheet.drafts.values()].filter(draft => draft.hasFaults()).map(draft => draft.code);
  if (wrong.length > 0) throw Object.assign(new Error(), { status: 0, entry: wrong[0], problem: { title: t('judge.notSubmitted'), detail: t('judge.mendFirst', { codes: codes(wrong) }) } });
  const incomplete = sheet.entries.filter(isLacking).map(entry => entry.code);
  const ofSheet = bySheet(sheet);
  const stays = ofSheet.length > 0 && html`<p>${t(overSheets ? 'judge.sheetGoes' : 'judge.sheetStays', { codes: codes(ofSheet) })}</p>`;
  if ((incomplete.length === 0 || overSheets) && !await agreed({ title: t('judge.submitTitle'), text: html`<p>${t(sheet.entries.some(isToDo) ? 'judge.submitFreezes' : 'judge.submitSure')}</p>${stays}`, yes: t('judge.submitYes') })) return;
  let answer;
  try {
    answer = await sheet.submit(null, overSheets);
  } catch (error) {
    if (error.status === 412) {
      await sheet.again();
      throw error;
    }
    const doubts = error.problem ?? {};
    if (!doubts.confirm) throw error;
    const lists = ['incomplete', 'unanswered', 'otherWords'].filter(each => doubts[each]).map(each => html`<p>${t(`judge.asked.${each}`)} <span class="code">${codes(doubts[each])}</span></p>`);
    const title = doubts.incomplete ? t('judge.incompleteTitle', { count: count(doubts.incomplete.length) }) : t('judge.submitTitle');
    if (!await agreed({ title, text: html`<p>${doubts.detail}</p>${stays}${lists}`, yes: t('judge.submitAnyway') })) return;
    answer = await sheet.submit(error.problem.confirm, overSheets);
  }
  if (answer.insteadOf) render(html`<div class="notice"><p>${t('judge.insteadOf', { count: count(answer.insteadOf.entries), number: answer.insteadOf.uploadNumber })}</p></div>`, page.message);
  page.draw();
  document.querySelector('.done-card')?.scrollIntoView({ block: 'nearest' });
}

async function takenBack(page) {
  if (!await agreed({ title: t('judge.takeBack'), text: html`<p>${t('judge.takeBackSure')}</p>${page.sheet.alsoSheet && html`<p>${t('judge.takeBackSheet')}</p>`}`, yes: t('judge.takeBackYes') })) return;
  await page.sheet.takeBack();
  page.draw();
}
