// Where a sheet's columns have names that nobody knows, a person says once which is which; the cycle keeps it for the next file.
import { ask, get, of } from './api.js';
import { html } from './templates.js';
import { choice, table } from './components.js';
import { t } from './language.js';
import { run } from './problems.js';

/** The first rows of a file, its columns, and what they may mean; null where it has none. */
export async function readColumns(context, kind, file) {
  const preview = await (await ask(of(context.id, kind, 'preview'), { method: 'POST', file })).json();
  const known = await get(of(context.id, kind, 'columns'), context.signal);
  const sheet = preview.sheets.find(each => each.rows.length > 0);
  if (!sheet) return null;
  const header = sheet.rows.find(row => row.isHeader) ?? sheet.rows.toSorted((one, other) => named(other) - named(one))[0];
  return {
    known, meanings: preview.meanings, columns: header.cells.map((name, column) => ({ name, column })).filter(each => each.name !== ''),
    rows: sheet.rows.filter(row => row.number > header.number).slice(0, 5),
  };
}

const named = row => row.cells.filter(cell => cell !== '').length;

/** Asks what each column means; keeps it, and has the file checked `again`. */
export function columnsForm(context, { asks: { known, meanings, columns, rows }, kind, message }, again) {
  const keep = event => {
    event.preventDefault();
    run(event.submitter, message, async () => {
      const said = new FormData(event.target);
      const chosen = Object.fromEntries(columns.map(each => [each.name, said.get(`column-${each.column}`)]).filter(([, meaning]) => meaning !== ''));
      const others = Object.fromEntries(Object.entries(known).filter(([name]) => !columns.some(each => each.name === name)));
      await ask(of(context.id, kind, 'columns'), { method: 'PUT', json: { ...others, ...chosen } });
      await again();
    });
  };
  return html`<form @submit=${keep}><h3>${t('whichColumn')}</h3><p>${t('whichColumnHelp')}</p>
    ${table(t('firstRows'), columns.map(each => ({ name: each.name, cell: row => row.cells[each.column] ?? '' })), rows)}
    ${columns.map(each => choice({ id: `column-${each.column}`, label: each.name, options: [['', t('noMeaning')], ...meanings.map(meaning => [meaning, meaning])], value: known[each.name] }))}
    <button class="main">${t('keepColumns')}</button></form>`;
}
