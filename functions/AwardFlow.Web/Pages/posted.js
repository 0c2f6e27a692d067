// Recording that a letter was posted on paper, or correcting that.
import { ask } from './api.js';
import { html } from './templates.js';
import { box } from './components.js';
import { count, t } from './language.js';
import { momentBox, momentOf } from './moment-box.js';
import { confirmed } from './problems.js';

const most = 20;

/** Whether a delivery goes by post, or went. */
export const goesByPost = delivery => ['toPost', 'posted'].includes(delivery.state) || delivery.postedAt;

/** What the form has in it. */
export const postedFields = ({ postedAt, trackingNumber }) => html`
  ${momentBox({ id: 'posted', label: t('postedAt'), date: postedAt ? new Date(postedAt) : new Date(), dayOnly: true })}
  ${box({ id: 'tracking', label: t('trackingNumber'), hint: t('trackingHint'), value: trackingNumber, most: 20 })}`;

/**
 * Sends postings. Where numbers that are recorded would change or go, it is asked which, and done when a person says so.
 * @param {(confirm: string) => Promise<Response>} send Sends them, with what confirms behind the address.
 * @returns {Promise<any>} The answer; null where the person does not want it.
 */
export async function asked(send) {
  try {
    return await (await send('')).json();
  } catch (error) {
    const { changes, confirm } = error.problem ?? {};
    if (!confirm || !changes) throw error;
    const lines = changes.slice(0, most).map(change => `${change.entryCode}${change.correction ? ` (${change.correction})` : ''}: ${change.from} → ${change.to ?? t('noNumber')}`);
    const more = changes.length > most ? t('andMore', { count: count(changes.length - most) }) : '';
    return await confirmed(t('numbersChange', { count: count(changes.length) }), [...lines, more].filter(Boolean).join('; '), t('recordPostings'), 'bad')
      ? (await send(`?confirm=${encodeURIComponent(confirm)}`)).json() : null;
  }
}

/** Sends what a form of them says. Where a person takes it back, it ends as a request does that is cancelled. */
export const sendPosted = async (path, form) => await asked(confirm => ask(`${path}/posted${confirm}`, {
  method: 'POST', json: { postedAt: momentOf(form, 'posted', t('postedAt')), trackingNumber: new FormData(form).get('tracking').trim() || null } })) ?? Promise.reject(new DOMException('Taken back', 'AbortError'));
