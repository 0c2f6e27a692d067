// Addresses that were corrected after the approval, and wait for a second person to let them be used.
import { ask, of } from './api.js';
import { html } from './templates.js';
import { doneBox } from './components.js';
import { count, t } from './language.js';
import { confirmed, run } from './problems.js';

const mostNamed = 10;

/** What of an entry is held for its address: its letter, or a correction; nothing where neither is. */
export const heldForAddress = delivery => [delivery, ...delivery.corrections ?? []].find(each => each.state === 'held' && each.why?.code === 'addressNotApproved');

/** Whether a letter, or a correction of it, is held for its address. */
export const waitsForRelease = delivery => heldForAddress(delivery) !== undefined;

/** Lets the addresses of these deliveries be used, each as it was seen. */
export const releaseAddresses = (context, deliveries) => ask(`${of(context.id)}/addresses/release`, {
  method: 'POST', json: { addresses: deliveries.map(({ entryCode, address }) => ({ entryCode, address })) },
});

/** What an approver finds over a list where some of the rows wait; `again` reads the list anew with what was done. */
export function releaseBox(context, rows, message, again) {
  const waiting = rows.filter(waitsForRelease);
  if (waiting.length === 0 || !context.caller.roles.includes('Approver')) return null;
  const codes = waiting.slice(0, mostNamed).map(each => each.entryCode).join(', ');
  const all = async event => {
    const pressed = event.currentTarget;
    const text = t('releaseSure', { count: count(waiting.length), codes: waiting.length > mostNamed ? `${codes} …` : codes });
    if (!await confirmed(t('mayUseAddress'), text, t('mayUseAddress'))) return;
    await run(pressed, message, async () => {
      await releaseAddresses(context, waiting);
      await again(doneBox(t('releasedAll', { count: count(waiting.length) })));
      context.expecting = 15;
      context.hurry();
    });
  };
  return html`<div class="notice wait"><h2>${t('addressesWait', { count: count(waiting.length) })}</h2><p>${t('addressesWaitHelp')}</p>
    <div class="row"><button type="button" class="main" @click=${all}>${t('releaseAll', { count: count(waiting.length) })}</button></div></div>`;
}
