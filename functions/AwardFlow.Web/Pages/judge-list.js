// The entries that are the judge's, each with how far it is.
import { html } from './templates.js';
import { count, t } from './judge-language.js';

const looks = { empty: 'none', begun: 'wait', complete: 'good', recused: 'none', returned: 'bad' };
const searchFrom = 12;

/** How far an entry is, in words; what waits in this browser comes first. */
export const stateTag = (entry, draft, sheet) => {
  if (draft && ['kept', 'conflict', 'faulty', 'refused'].includes(draft.stands)) return html`<span class="tag bad">${t(draft.stands === 'conflict' ? 'judge.state.conflict' : 'judge.state.unsent')}</span>`;
  if (entry.changed && entry.owed) return html`<span class="tag wait">${t('judge.state.changed')}</span>`;
  if (sheet.state === 'submitted' && entry.owed && entry.state === 'complete') return html`<span class="tag wait">${t('judge.state.unsubmitted')}</span>`;
  // Scores that came in a sheet are not typed here.
  if (entry.bySheet || (!entry.owed && ['empty', 'begun'].includes(entry.state))) return html`<span class="tag good">${t('judge.state.sheet')}</span>`;
  return html`<span class="tag ${looks[entry.state] ?? ''}">${t(`judge.state.${entry.state}`)}</span>`;
};

/** Entries that still want to be scored: the judge owes them, and what is typed is not all, or was sent back. */
export const isToDo = entry => entry.owed && entry.state !== 'complete';

/** Of them, those that lack scores; what was sent back may be complete as it is. */
export const isLacking = entry => isToDo(entry) && entry.state !== 'returned';

/** How many are done, of those that are to be scored. */
export const doneOf = sheet => {
  const own = sheet.entries.filter(entry => entry.state !== 'recused');
  return { done: own.filter(entry => !isToDo(entry)).length, all: own.length };
};

/** The list. */
export function listView(page) {
  const { sheet } = page;
  const { done, all } = doneOf(sheet);
  const words = page.words.trim().toLowerCase();
  const shown = sheet.entries.filter(entry => (page.filter === 'all' || isToDo(entry))
    && (words === '' || [entry.code, entry.project, entry.organisation].some(text => text?.toLowerCase().includes(words))));
  const choose = (filter, label) => html`<button type="button" aria-pressed=${String(page.filter === filter)} @click=${() => { page.filter = filter; page.draw(); }}>${label}</button>`;
  return html`
    <p class="how-far">${t('judge.doneOf', { done: count(done), all: count(all) })}</p>
    <progress max=${Math.max(all, 1)} value=${done} aria-label=${t('judge.doneOf', { done: count(done), all: count(all) })}></progress>
    <div class="segments" role="group" aria-label=${t('judge.filter')}>${choose('all', t('judge.all', { count: count(sheet.entries.length) }))}${choose('toDo', t('judge.toDo', { count: count(sheet.entries.filter(isToDo).length) }))}</div>
    ${sheet.entries.length >= searchFrom && html`<div class="field"><label for="search">${t('judge.search')}</label>
      <input id="search" type="search" autocomplete="off" spellcheck="false" .value=${page.words} @input=${event => { page.words = event.target.value; page.draw(); }}></div>`}
    ${shown.length === 0 && html`<p class="quiet">${t(words ? 'judge.nothingFound' : 'judge.allDone')}</p>`}
    <ul>${shown.map(entry => html`<li><button type="button" aria-current=${entry.code === page.code && 'true'} @click=${() => page.go(entry.code)}>
      <span class="name"><b>${entry.project}</b><small>${[entry.code, entry.organisation].filter(Boolean).join(' · ')}</small></span>
      <span class="how">${stateTag(entry, sheet.drafts.get(entry.code), sheet)}${typeof entry.total === 'number' && html`<small>${t('judge.total', { total: entry.total })}</small>`}</span>
    </button></li>`)}</ul>`;
}
