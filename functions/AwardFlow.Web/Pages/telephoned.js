// Recording a receipt that came by telephone, or correcting one.
import { ask } from './api.js';
import { el, field } from './elements.js';
import { t, unboxed } from './language.js';
import { momentBox } from './moment-box.js';

const text = (value, attributes) => el('input', { type: 'text', autocomplete: 'off', value: value ?? '', ...attributes });

/** What the form has in it, and what it sends. */
export function telephonedFields(delivery, path) {
  const { receipt } = delivery;
  const number = text(receipt?.registerNumber, { required: true, maxlength: 40 });
  const { box: at, shown } = momentBox(t('registeredAt'), receipt ? new Date(receipt.registeredAt) : new Date());
  const division = text(receipt?.division, { maxlength: 200 });
  const name = text(receipt?.name, { maxlength: 200 });
  return {
    fields: [field(t('registerNumber'), number), shown, field(t('division'), division), field(t('registrar'), name), el('div', { class: 'row' }, el('button', {}, t('telephonedSave')))],
    send: () => ask(`${path}/receipt`, {
      method: 'POST', json: { registerNumber: number.value.trim(), registeredAt: unboxed(at.value), division: division.value.trim() || null, name: name.value.trim() || null } }),
  };
}
