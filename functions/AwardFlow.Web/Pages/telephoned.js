// Recording a receipt that came by telephone, or correcting one.
import { ask } from './api.js';
import { html } from './templates.js';
import { box } from './components.js';
import { t } from './language.js';
import { momentBox, momentOf } from './moment-box.js';

/** What the form has in it. */
export const telephonedFields = ({ receipt }) => html`
  ${box({ id: 'number', label: t('registerNumber'), value: receipt?.registerNumber, required: true, most: 40 })}
  ${momentBox({ id: 'registered', label: t('registeredAt'), date: receipt ? new Date(receipt.registeredAt) : new Date() })}
  ${box({ id: 'division', label: t('division'), value: receipt?.division, most: 200 })}
  ${box({ id: 'registrar', label: t('registrar'), value: receipt?.name, most: 200 })}`;

/** Sends what a form of them says. */
export function sendTelephoned(path, form) {
  const said = new FormData(form);
  const text = name => said.get(name).trim();
  return ask(`${path}/receipt`, {
    method: 'POST', json: { registerNumber: text('number'), registeredAt: momentOf(form, 'registered', t('registeredAt')), division: text('division') || null, name: text('registrar') || null } });
}
