// The sheet as a whole: how it stands, until when, and the submission of it.
import { html } from './templates.js';
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
    ${sheet.alsoSheet && html`<div class="notice wait"><h2>${t('judge.alsoSheet')}</h2><p>${t(`judge.alsoSheet.${sheet.alsoSheet.counts}`, { number: sheet.alsoSheet.uploadNumber, at: moment(sheet.alsoSheet.at) })}</p></div>`}
    <details class="keys"><summary>${t('judge.keys')}</summary><dl class="facts">
      <dt><kbd>Enter</kbd></dt><dd>${t('judge.keyNext')}</dd><dt><kbd>Shift</kbd>+<kbd>Enter</kbd></dt><dd>${t('judge.keyBack')}</dd>
      <dt><kbd>Ctrl</kbd>+<kbd>Enter</kbd></dt><dd>${t('judge.keyNextEntry')}</dd><dt><kbd>Ctrl</kbd>+<kbd>Shift</kbd>+<kbd>Enter</kbd></dt><dd>${t('judge.keyBackEntry')}</dd></dl></details>`;
}

/** That the network is away. */
export const offlineNote = sheet => html`<div role="status">${sheet.offline && html`<div class="notice wait"><h2>${t('judge.offline')}</h2><p>${t(sheet.keeps() ? 'judge.offlineHelp' : 'judge.offlineNotKept')}</p></div>`}</div>`;

function standing(page) {
  const { sheet } = page;
  if (sheet.state === 'closed') {
    return html`<section class="card"><h2>${t('judge.closed')}</h2><p>${sheet.submittedAt ? t('judge.submittedAt', { at: moment(sheet.submittedAt) }) : t('judge.closedUnsent')}</p></section>`;
  }
  const closes = sheet.cycle.closesAt ? t('judge.closesAt', { at: moment(sheet.cycle.closesAt) }) : t('judge.noClosing');
  const submit = html`<button type="button" class="main" @click=${page.run(() => submitted(page))}>${t('judge.submit')}</button>`;
  const goOn = first => first && html`<button type="button" class="main" @click=${() => page.go(first.code)}>${t(sheet.entries.every(entry => entry.state === 'empty') ? 'judge.begin' : 'judge.goOn')}</button>`;
  if (sheet.state === 'submitted') {
    const owed = sheet.entries.filter(entry => entry.owed);
    return html`<section class="card done-card" role="status"><h2>✓ ${t('judge.submittedTitle')}</h2>
      <p>${t('judge.submittedAt', { at: moment(sheet.submittedAt) })} ${closes}</p>
      ${owed.length > 0 && html`<p><strong>${t('judge.stillOwed', { count: count(owed.length) })}</strong></p>`}<p class="quiet">${t('judge.takeBackHelp')}</p>
      <div class="row">${goOn(owed.find(isLacking))}${owed.length > 0 && submit}<button type="button" @click=${page.run(() => takenBack(page))}>${t('judge.takeBack')}</button></div></section>`;
  }
  const { done, all } = doneOf(sheet);
  if (all > 0 && !sheet.entries.some(entry => entry.owed)) {
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
async function submitted(page) {
  const { sheet } = page;
  const isStored = await sheet.flush();
  // What was refused waits for the judge, not for the network.
  const refused = sheet.held().filter(draft => ['faulty', 'refused', 'conflict'].includes(draft.stands)).map(draft => draft.code);
  if (refused.length > 0) throw Object.assign(new Error(), { status: 0, entry: refused[0], problem: { title: t('judge.notSubmitted'), detail: t('judge.refusedFirst', { codes: codes(refused) }) } });
  if (!isStored) throw Object.assign(new Error(), { status: 0, problem: { title: t('judge.notSubmitted'), detail: t('judge.unsentFirst', { codes: codes(sheet.held().map(draft => draft.code)) }) } });
  const wrong = [...sheet.drafts.values()].filter(draft => draft.hasFaults()).map(draft => draft.code);
  if (wrong.length > 0) throw Object.assign(new Error(), { status: 0, entry: wrong[0], problem: { title: t('judge.notSubmitted'), detail: t('judge.mendFirst', { codes: codes(wrong) }) } });
  const incomplete = sheet.entries.filter(isLacking).map(entry => entry.code);
  if (incomplete.length === 0 && !await agreed({ title: t('judge.submitTitle'), text: html`<p>${t('judge.submitSure')}</p>`, yes: t('judge.submitYes') })) return;
  try {
    await sheet.submit();
  } catch (error) {
    if (error.status === 412) {
      await sheet.again();
      throw error;
    }
    const asked = error.problem?.incomplete;
    if (!error.problem?.confirm || !asked) throw error;
    const text = html`<p>${error.problem.detail}</p><p>${asked.slice(0, mostCodes).map(code => html`<span class="code">${code}</span> `)}${asked.length > mostCodes && '…'}</p>`;
    if (!await agreed({ title: t('judge.incompleteTitle', { count: count(asked.length) }), text, yes: t('judge.submitAnyway') })) return;
    await sheet.submit(error.problem.confirm);
  }
  page.draw();
  document.querySelector('.done-card')?.scrollIntoView({ block: 'nearest' });
}

async function takenBack(page) {
  if (!await agreed({ title: t('judge.takeBack'), text: html`<p>${t('judge.takeBackSure')}</p>`, yes: t('judge.takeBackYes') })) return;
  await page.sheet.takeBack();
  page.draw();
}
