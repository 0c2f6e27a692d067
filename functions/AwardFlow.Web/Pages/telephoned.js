// Recording a receipt that came by telephone, or correcting one.
import { ask } from './api.js';
import { html } from './templates.js';
import { box } from './components.js';
import { t } from './language.js';
import { momentBox, momentOf } from './moment-box.js';

// Beside the letter's own form there may be one for each correction of it.
const of = (name, correction) => correction ? `${name}-${correction}` : name;

/** What the form has in it. */
export const telephonedFields = ({ receipt, correction }) => html`
  ${box({ id: of('number', correction), label: t('registerNumber'), value: receipt?.registerNumber, required: true, most: 40 })}
  ${momentBox({ id: of('registered', correction), label: t('registeredAt'), date: receipt ? new Date(receipt.registeredAt) : new Date() })}
  ${box({ id: of('division', correction), label: t('division'), value: receipt?.division, most: 200 })}
  ${box({ id: of('registrar', correction), label: t('registrar'), value: receipt?.name, most: 200 })}`;

/** Sends what a form of them says. */
export function sendTelephoned(path, form, correction) {
  const said = new FormData(form);
  const text = name => said.get(of(name, correction)).trim();
  return ask(`${path}/receipt`, {
    method: 'POST', json: { registerNumber: text('number'), registeredAt: momentOf(form, of('registered', correction), t('registeredAt')), division: text('division') || null, name: text('registrar') || null, ...correction && { correction } } });
}
