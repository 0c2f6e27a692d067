// One entry, as the judge scores it.
import { html } from './templates.js';
import { conflictBox, savedMark, scoringForm, sumShown } from './judge-form.js';
import { offlineNote } from './judge-overview.js';
import { doneOf, stateTag } from './judge-list.js';
import { count, hour, moment, shortMoment, t } from './judge-language.js';
import { agreed } from './judge-dialog.js';

const longestReason = 500;

/** The entry that is shown. */
export function entryView(page) {
  const { sheet } = page;
  const at = page.index();
  const listed = sheet.entries[at];
  const draft = page.draft();
  if (!listed || !draft) return html`<h1>${page.code}</h1><p>${t('judge.gone')}</p>${page.message}${back(page)}`;
  const recused = listed.state === 'recused';
  const open = sheet.state === 'open' || (sheet.state === 'submitted' && listed.owed);
  const editable = open && !recused && (draft.entry?.editable ?? true);
  const question = draft.entry?.question;
  const { done, all } = doneOf(sheet);
  return html`
    ${back(page)}
    <div class="small-progress"><progress max=${Math.max(all, 1)} value=${done} aria-hidden="true"></progress><p class="quiet">${t('judge.doneOf', { done: count(done), all: count(all) })}</p></div>
    <p class="place quiet">${t('judge.placeOf', { at: at + 1, all: sheet.entries.length })} · ${listed.code} ${stateTag(listed, draft, sheet)}</p>
    <h1>${listed.project}</h1>
    <p class="quiet about">${[!sheet.blind && listed.organisation, sheet.blind && t('judge.blind')].filter(Boolean).join(' · ')}
      ${link(listed.url) && html`<a href=${link(listed.url)} target="_blank" rel="noopener noreferrer">${t('judge.work')}<span class="unseen"> (${t('judge.newTab')})</span></a>`}</p>
    ${offlineNote(sheet)}${page.message}
    ${(question || listed.question) && html`<div class="notice wait"><h2>${t('judge.question')}</h2><p class="lines">${question?.text ?? listed.question}</p>${question && html`<p class="quiet">${question.by} · ${moment(question.at)}</p>`}</div>`}
    ${draft.entry?.changed && editable && draft.stands !== 'conflict' && html`<div class="notice wait"><p>${t('judge.changed')}</p>
      <p><button type="button" @click=${page.run(() => draft.affirm())}>${t('judge.holds')}</button></p></div>`}
    ${draft.entry?.paper && html`<div class="notice">${t('judge.fromPaper')}</div>`}
    ${draft.entry?.sheetScores && html`<div class="notice wait">${t('judge.sheetSays')} ${Object.entries(draft.entry.sheetScores).map(([code, score]) => `${code}: ${score}`).join(' · ')}${listed.bySheet && html` ${t('judge.sheetCounts')}`}</div>`}
    ${draft.stands === 'conflict' && conflictBox({ t, moment: shortMoment, sheet, draft, run: page.run })}
    ${draft.stands === 'refused' && html`<div class="problem" role="alert"><h2>${t('judge.notSaved')}</h2><p>${draft.error.problem.detail ?? draft.error.problem.title}</p>
      <p><button type="button" @click=${page.run(() => draft.drop())}>${t('judge.takeStored')}</button></p></div>`}
    ${recused ? declined(page, listed) : scoringForm({ t, sheet, draft, editable })}
    ${!recused && !editable && html`<p class="quiet">${t(sheet.state === 'submitted' ? 'judge.frozen' : 'judge.closed')}</p>`}
    ${editable && decline(page, listed)}
    <div class="foot">
      ${!recused && sumShown({ t, sheet, draft })}${savedMark({ t, hour, draft })}
      <div class="turns"><button type="button" aria-label=${t('judge.previous')} ?disabled=${at === 0} @click=${() => page.step(-1)}>‹</button>
        <button type="button" class="main" @click=${() => page.step(1)}>${t(at === sheet.entries.length - 1 ? 'judge.toSheet' : 'judge.next')}</button></div>
    </div>`;
}

const back = page => html`<p class="back-row"><button type="button" class="plain" @click=${() => page.go(null)}>‹ ${t('judge.backToAll')}</button></p>`;

// Only what leads to a page of the web.
const link = url => url && /^https?:\/\//i.test(url) ? url : null;

const decline = (page, entry) => html`<details class="card decline"><summary>${t('judge.decline')}</summary>
  <form @submit=${event => {
    event.preventDefault();
    const box = event.target.querySelector('#decline-reason');
    const reason = box.value.trim();
    if (!reason) return;
    page.run(async () => {
      if (!await agreed({ title: t('judge.declineTitle'), text: html`<p>${t('judge.declineSure', { project: entry.project })}</p>`, yes: t('judge.declineYes') })) return;
      await page.sheet.recuse(entry.code, reason);
      box.value = '';
      page.draw();
    })({ currentTarget: event.submitter ?? event.target.querySelector('button') });
  }}>
    <p class="quiet">${t('judge.declineHelp')}</p>
    <div class="field"><label for="decline-reason">${t('judge.reason')}</label><input id="decline-reason" class="wide" type="text" required maxlength=${longestReason} autocomplete="off"></div>
    <button>${t('judge.declineYes')}</button>
  </form></details>`;

const declined = (page, entry) => html`<div class="notice"><h2>${t('judge.declined')}</h2><p>${entry.recused}</p>
  ${page.sheet.state !== 'closed' && html`<p><button type="button" @click=${page.run(async () => {
    await page.sheet.unrecuse(entry.code);
    page.draw();
  })}>${t('judge.undecline')}</button></p>`}</div>`;
