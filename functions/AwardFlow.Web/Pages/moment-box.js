// A date and time as people here write them: the year of the Buddhist Era in Thai, and a day of 24 hours; by Thai clocks.
import { html } from './templates.js';
import { months, partsOf, t, western } from './language.js';

/**
 * Its boxes under one label, with `dayOnly` without the time; `id` begins their names in a form.
 * @param {{ id: string, label: any, hint?: any, date: Date, dayOnly?: boolean }} box
 */
export function momentBox({ id, label, hint, date, dayOnly }) {
  const { day, month, year, time } = partsOf(date);
  const box = (name, words, value) => html`<div><label for="${id}-${name}">${words}</label>
    <input class="short" id="${id}-${name}" name="${id}-${name}" value=${value} inputmode=${name === 'time' ? 'decimal' : 'numeric'} maxlength="5" autocomplete="off" required></div>`;
  return html`<fieldset id=${id} aria-describedby=${hint && `${id}-hint`}>
    <legend>${label}</legend>${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    <div class="row end">
      ${box('day', t('day'), day)}
      <div><label for="${id}-month">${t('month')}</label><select id="${id}-month" name="${id}-month">${months().map((name, i) => html`<option value=${i + 1} .selected=${i + 1 === Number(month)}>${name}</option>`)}</select></div>
      ${box('year', t('year'), year)}${!dayOnly && box('time', t('time'), time)}
    </div>
  </fieldset>`;
}

/**
 * The moment that a form's boxes say, with Thailand's offset (RFC 3339); of boxes without a time the day.
 * Throws what is wrong with it, to be shown as a refusal of the API is.
 */
export function momentOf(form, id, label) {
  const said = new FormData(form);
  const [day, month, typed] = ['day', 'month', 'year'].map(name => Number(western(said.get(`${id}-${name}`))));
  // Whoever writes the other era's year means it.
  const year = typed > 2400 ? typed - 543 : typed;
  const [, hours, minutes] = /^(\d{1,2})[.:](\d{2})$/.exec(western(said.get(`${id}-time`))) ?? [];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!(year > 1900 && year < 2300) || date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) throw refused(label, t('noSuchDate'));
  if (!said.has(`${id}-time`)) return `${year}-${two(month)}-${two(day)}`;
  if (!(Number(hours) < 24 && Number(minutes) < 60)) throw refused(label, t('noSuchTime'));
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minutes}:00+07:00`;
}

const two = number => String(number).padStart(2, '0');

const refused = (title, detail) => ({ status: 400, problem: { title, detail } });
