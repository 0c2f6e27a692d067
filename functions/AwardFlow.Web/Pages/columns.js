// Where a sheet's columns have names that nobody knows, a person says once which is which; the cycle keeps it for the next file.
import { ask, get, of } from './api.js';
import { attend, button, el, field, table } from './elements.js';
import { t } from './language.js';
import { run } from './problems.js';

/** Shows the first rows of a file and asks what each column means; then checks the file again. */
export async function askColumns(context, kind, file, inside, again) {
  const preview = await (await ask(of(context.id, kind, 'preview'), { method: 'POST', file })).json();
  const known = await get(of(context.id, kind, 'columns'), context.signal);
  const sheet = preview.sheets.find(each => each.rows.length > 0);
  if (!sheet) return;
  const header = sheet.rows.find(row => row.isHeader) ?? sheet.rows.toSorted((one, other) => named(other) - named(one))[0];
  const choices = header.cells.map((name, column) => ({ name, column, control: choice(preview.meanings, known[name]) })).filter(each => each.name !== '');
  const message = el('div', {});
  const save = button(t('keepColumns'), () => run(save, message, async () => {
    const columns = Object.fromEntries(choices.filter(each => each.control.value !== '').map(each => [each.name, each.control.value]));
    const others = Object.fromEntries(Object.entries(known).filter(([name]) => !choices.some(each => each.name === name)));
    await ask(of(context.id, kind, 'columns'), { method: 'PUT', json: { ...others, ...columns } });
    await again();
  }), { class: 'main' });
  const title = el('h3', {}, t('whichColumn'));
  inside.replaceChildren(title, el('p', {}, t('whichColumnHelp')),
    table(t('firstRows'), choices.map(each => ({ name: each.name, cell: row => row.cells[each.column] ?? '' })), sheet.rows.filter(row => row.number > header.number).slice(0, 5)),
    ...choices.map(each => field(each.name, each.control)), save, message);
  attend(title);
}

const named = row => row.cells.filter(cell => cell !== '').length;

function choice(meanings, chosen) {
  const control = el('select', {}, el('option', { value: '' }, t('noMeaning')), meanings.map(meaning => el('option', { value: meaning }, meaning)));
  control.value = chosen ?? '';
  return control;
}
