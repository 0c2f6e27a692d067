// Recording that a letter was posted on paper, or correcting that.
import { ask } from './api.js';
import { html } from './templates.js';
import { box } from './components.js';
import { t } from './language.js';
import { momentBox, momentOf } from './moment-box.js';

/** Whether a delivery goes by post, or went. */
export const goesByPost = delivery => ['toPost', 'posted'].includes(delivery.state) || delivery.postedAt;

/** What the form has in it. */
export const postedFields = ({ postedAt, trackingNumber }) => html`
  ${momentBox({ id: 'posted', label: t('postedAt'), date: postedAt ? new Date(postedAt) : new Date(), dayOnly: true })}
  ${box({ id: 'tracking', label: t('trackingNumber'), hint: t('trackingHint'), value: trackingNumber, most: 20 })}`;

/** Sends what a form of them says. */
export const sendPosted = (path, form) => ask(`${path}/posted`, {
  method: 'POST', json: { postedAt: momentOf(form, 'posted', t('postedAt')), trackingNumber: new FormData(form).get('tracking').trim() || null } });
