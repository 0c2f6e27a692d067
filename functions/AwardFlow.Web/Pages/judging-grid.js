// Judges by entries: a cell says how far a judge is with an entry, by its colour and by its letter. A long list is shown some
// columns at a time, so that fifty judges and five hundred entries stay one table that a screen reader can read.
import { html } from './templates.js';
import { count, t } from './language.js';

const most = 25;
const states = ['submitted', 'complete', 'begun', 'empty', 'returned', 'recused', 'conflict', 'sheet'];

const mark = state => html`<span class="mark is-${state}" aria-hidden="true">${t(`judging.mark.${state}`)}</span>`;

/** The grid of the columns from `from` on. */
export function gridOf(context, board, from, turn) {
  const shown = board.entries.slice(from, from + most);
  const used = states.filter(state => ['submitted', 'complete', 'begun', 'empty'].includes(state) || board.judges.some(row => row.cells.includes(state)));
  return html`
    <ul class="legend" aria-label=${t('judging.legend')}>${used.map(state => html`<li>${mark(state)} ${t(`judging.cell.${state}`)}</li>`)}</ul>
    ${board.entries.length > most && html`<nav class="turn" aria-label=${t('turnPages')}>
      <button type="button" ?disabled=${from === 0} @click=${() => turn(Math.max(0, from - most))}>‹ ${t('previousPage')}</button>
      <span>${t('judging.columns', { from: count(from + 1), to: count(from + shown.length), all: count(board.entries.length) })}</span>
      <button type="button" ?disabled=${from + shown.length >= board.entries.length} @click=${() => turn(from + most)}>${t('nextPage')} ›</button></nav>`}
    <div class="table grid" role="region" tabindex="0" aria-label=${t('judging.grid')}><table>
      <caption class="unseen">${t('judging.grid')}</caption>
      <thead><tr><th scope="col">${t('judge')}</th>${shown.map(code => html`<th scope="col" class="entry"><span>${code}</span></th>`)}</tr></thead>
      <tbody>${board.judges.map(row => html`<tr><th scope="row"><a href="${context.base}/judging/${encodeURIComponent(row.judge)}">${row.judge}</a></th>${
        row.cells.slice(from, from + most).map(state => html`<td>${mark(state)}<span class="unseen">${t(`judging.cell.${state}`)}</span></td>`)}</tr>`)}</tbody>
    </table></div>`;
}
gridOf.most = most;
