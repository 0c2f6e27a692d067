// The row-by-row report of a sheet: its bad cells in the sheet's own order.
import { button, el, table } from './elements.js';
import { count, t } from './language.js';

const atOnce = 100;

/** A table of { row, column, value, problem }; the first hundred at once. */
export function report(title, rows) {
  const sorted = rows.toSorted((one, other) => one.row - other.row);
  const made = table(title, [
    { name: t('sheetRow'), head: true, cell: row => row.row > 0 ? row.row : t('wholeSheet') },
    { name: t('column'), cell: row => row.column || '–' },
    { name: t('value'), cell: row => row.value === '' ? el('span', { class: 'quiet' }, t('blank')) : row.value },
    { name: t('problem'), cell: row => row.problem },
  ], sorted.slice(0, atOnce));
  const place = el('div', {}, made);
  if (sorted.length > atOnce) {
    const more = button(t('showMore', { count: count(sorted.length - atOnce) }), () => {
      made.add(sorted.slice(atOnce));
      more.remove();
    });
    place.append(more);
  }
  return place;
}
