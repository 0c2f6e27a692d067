// Whom to telephone: those whom no mail reaches, and those whom reminders did not move. From each to recording what it says.
import { get, of } from './api.js';
import { html, place, render } from './templates.js';
import { empty, table } from './components.js';
import { detail } from './causes.js';
import { count, shortMoment, t, western } from './language.js';
import { records } from './may.js';
import { address } from './places.js';
import { download } from './problems.js';
import { deliveryState, stageOf } from './states.js';

const atOnce = 50;

export async function telephonePart(area, context) {
  const calls = await get(of(context.id, 'telephone-list'), context.signal);
  if (calls.length === 0) {
    render(empty(t(context.cycle.sentAt ? 'nobodyToTelephone' : 'notSentYet'), t('telephoneHelp')), area);
    return;
  }
  const message = place();
  // How many rows are shown stands in the address, so that they are there again when one comes back.
  const asked = new URLSearchParams([...context.query].filter(([name]) => name === 'rows'));
  let most = Math.max(atOnce, Number(asked.get('rows')) || 0);
  const more = () => {
    most += atOnce;
    asked.set('rows', String(most));
    address(asked);
    draw();
    area.querySelectorAll('tbody tr')[most - atOnce]?.querySelector('a')?.focus();
  };
  const draw = () => render(html`<section class="card"><p>${t('telephoneHelp')}</p>
    <div class="row"><strong>${t('telephoneCount', { count: count(calls.length) })}</strong>${download(t('asCsv'), message, of(context.id, 'telephone-list.csv'), `${context.id}-telephone-list.csv`)}</div>
    ${message}${table(t('part.telephone'), columns(context), calls.slice(0, most))}
    ${calls.length > most && html`<button type="button" @click=${more}>${t('showMore', { count: count(calls.length - most) })}</button>`}</section>`, area);
  address(asked);
  draw();
}

/** A number that a telephone dials: the first one, in Western or Thai digits, without an extension. */
export function phone(number) {
  if (!number) return t('noPhone');
  const digits = western(number).replace('(0)', '');
  const first = /\+?[0-9](?:[ ().-]*[0-9]){2,}/.exec(digits);
  return first ? html`<a class="code" href="tel:${first[0].replace(/[^0-9+]/g, '')}">${number}</a>` : number;
}

const columns = context => [
  { name: t('entry'), head: true, cell: call => html`<a href="${context.base}/ledger/${encodeURIComponent(call.entryCode)}">${call.entryCode}</a>${call.correction && html`<br><small>${t('correctionOf', { number: call.correction })}</small>`}` },
  { name: t('agency'), cell: call => html`${call.organisation}<br><small>${call.addressee}</small>` },
  { name: t('phone'), cell: call => phone(call.phone) },
  { name: t('why'), cell: call => html`${deliveryState(call.state)} ${call.detail && detail(call)} ${call.reminders > 0 && t('remindedTimes', { count: call.reminders })}` },
  { name: t('lastMail'), cell: call => shortMoment(call.lastMailAt) || '–' },
  {
    name: t('telephoned'),
    cell: call => records(context.caller) && (call.correction || ['sending', 'sent'].includes(stageOf(context.cycle)))
      ? html`<a href="${context.base}/telephone/${encodeURIComponent(call.entryCode)}">${t('recordOf', { code: call.entryCode })}</a>` : '–',
  },
];
