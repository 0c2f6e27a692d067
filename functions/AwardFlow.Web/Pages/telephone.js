// Whom to telephone: those whom no mail reaches, and those whom reminders did not move. From each to recording what it says.
import { get, of } from './api.js';
import { button, el, table } from './elements.js';
import { detail } from './causes.js';
import { count, shortMoment, t } from './language.js';
import { download } from './problems.js';
import { deliveryState } from './states.js';

const atOnce = 50;

export async function telephonePart(area, context) {
  const calls = await get(of(context.id, 'telephone-list'), context.signal);
  area.append(el('p', {}, t('telephoneHelp')));
  if (calls.length === 0) {
    area.append(el('p', { class: 'notice' }, t(context.cycle.sentAt ? 'nobodyToTelephone' : 'notSentYet')));
    return;
  }
  const message = el('div', {});
  const made = table(t('part.telephone'), columns(context), calls.slice(0, atOnce));
  const more = button(t('nextPage'), () => {
    const from = made.tBodies[0].rows.length;
    made.add(calls.slice(from, from + atOnce));
    more.hidden = made.tBodies[0].rows.length === calls.length;
    made.tBodies[0].rows[from].querySelector('a').focus();
  });
  more.hidden = calls.length <= atOnce;
  area.append(
    el('p', {}, el('strong', {}, t('telephoneCount', { count: count(calls.length) }))),
    el('div', { class: 'row' }, download(t('asCsv'), message, of(context.id, 'telephone-list.csv'), `${context.id}-telephone-list.csv`)),
    message, made, more);
}

/** A number that a telephone dials: the first one, in Western or Thai digits, without an extension. */
export function phone(number) {
  if (!number) return t('noPhone');
  const western = number.replace(/[๐-๙]/g, digit => digit.charCodeAt(0) - 0x0E50).replace('(0)', '');
  const first = /\+?[0-9](?:[ ().-]*[0-9]){2,}/.exec(western);
  return first ? el('a', { href: `tel:${first[0].replace(/[^0-9+]/g, '')}` }, number) : number;
}

const columns = context => [
  { name: t('entry'), head: true, cell: call => el('a', { href: `${context.base}/ledger/${encodeURIComponent(call.entryCode)}` }, call.entryCode) },
  { name: t('agency'), cell: call => [call.organisation, el('br'), el('small', {}, call.addressee)] },
  { name: t('phone'), cell: call => phone(call.phone) },
  { name: t('why'), cell: call => [deliveryState(call.state), call.detail && [' ', detail(call)], call.reminders > 0 && ` ${t('remindedTimes', { count: call.reminders })}`] },
  { name: t('lastMail'), cell: call => shortMoment(call.lastMailAt) || '–' },
  {
    name: t('telephoned'),
    cell: call => context.caller.roles.includes('Operator') && ['sending', 'sent'].includes(context.cycle.state)
      ? el('a', { href: `${context.base}/telephone/${encodeURIComponent(call.entryCode)}` }, t('recordOf', { code: call.entryCode })) : '–',
  },
];
