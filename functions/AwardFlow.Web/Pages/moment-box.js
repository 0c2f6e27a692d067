// A box for date and time by the organisers' clocks. Such boxes have years A.D.; the line under it says the moment in words.
import { el, field } from './elements.js';
import { boxed, moment, t, unboxed } from './language.js';

/** Its `box`, and all that is `shown`. */
export function momentBox(label, date) {
  const box = el('input', { type: 'datetime-local', required: true, value: boxed(date) });
  const inWords = el('p', { class: 'hint' }, moment(unboxed(box.value)));
  box.addEventListener('input', () => { inWords.textContent = box.value ? moment(unboxed(box.value)) : ''; });
  return { box, shown: [field(label, box, t('momentHint')), inWords] };
}
