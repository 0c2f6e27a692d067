// The row-by-row report of a sheet: its bad cells in the sheet's own order.
import { html, place, render } from './templates.js';
import { table } from './components.js';
import { count, t } from './language.js';

const atOnce = 100;
const kept = new WeakMap();

/** A table of { row, column, value, problem }; the first hundred at once. */
export function report(title, rows) {
  // Drawn once for the same rows, so that a person who has seen all still does when the page is drawn anew.
  if (!kept.has(rows)) kept.set(rows, made(title, rows.toSorted((one, other) => one.row - other.row)));
  return kept.get(rows);
}

function made(title, rows) {
  const area = place();
  const draw = most => render(html`${table(title, [
    { name: t('sheetRow'), head: true, cell: row => row.row > 0 ? row.row : t('wholeSheet') },
    { name: t('column'), cell: row => row.column || '–' },
    { name: t('value'), cell: row => row.value === '' ? html`<span class="quiet">${t('blank')}</span>` : row.value },
    { name: t('problem'), cell: row => row.problem },
  ], rows.slice(0, most))}
  ${rows.length > most && html`<button type="button" @click=${() => draw(rows.length)}>${t('showMore', { count: count(rows.length - most) })}</button>`}`, area);
  draw(atOnce);
  return area;
}
