// One delivery: what became of it, all that happened, and what a person can do about it.
import { ask, get, of } from './api.js';
import { cause, detail } from './causes.js';
import { attend, el, facts, field, table } from './elements.js';
import { moment, shortMoment, t } from './language.js';
import { doneBox, run } from './problems.js';
import { deliveryState, deliveryWords } from './states.js';
import { phone } from './telephone.js';
import { telephonedFields } from './telephoned.js';

/** Reached from the list to telephone it offers what is done on the telephone, and leads back there. */
export async function deliveryPart(area, context, code) {
  const calling = context.part === 'telephone';
  const back = () => el('p', {}, el('a', { href: `${context.base}/${calling ? 'telephone' : 'ledger'}` }, t(calling ? 'backToTelephone' : 'backToLedger')));
  const [message, standing, doing, history] = [el('div', {}), el('div', {}), el('div', {}), el('div', {})];
  area.append(back(), message, standing, doing, el('h2', {}, t('journal')), history);
  const path = of(context.id, 'deliveries', code);
  let shown = null;
  const load = async () => {
    const delivery = await get(path, context.signal);
    if (JSON.stringify(delivery) === JSON.stringify(shown)) return;
    standing.replaceChildren(...about(context, delivery));
    history.replaceChildren(journal(delivery.journal ?? []));
    // What somebody is typing stays while what it is about is the same.
    const same = shown && shown.state === delivery.state && shown.address === delivery.address && shown.receipt?.revision === delivery.receipt?.revision
      && String(shown.heldReminders) === String(delivery.heldReminders);
    if (!same && context.caller.roles.includes('Operator')) doing.replaceChildren(...doings(context, delivery, path, act));
    shown = delivery;
  };
  // What is wrong is said where it was pressed; what was done is said on top, since the forms change with it.
  const act = (pressed, place, words, work) => run(pressed, place, async () => {
    await work();
    await load();
    const said = doneBox(words, calling && back());
    message.replaceChildren(said);
    attend(said);
    context.expecting = 15;
    context.hurry();
  });
  await load();
  context.looked = () => load().catch(() => {});
}

const about = (context, delivery) => [
  el('h2', { 'data-begin': '' }, `${delivery.entryCode} · ${delivery.organisation}`),
  facts([
    [t('state'), [deliveryState(delivery.state), ' ', shortMoment(delivery.stateAt)]],
    [t('detail'), delivery.detail && detail(delivery)],
    [t('receipt'), delivery.receipt && [el('span', { lang: 'th' }, delivery.receipt.stamp), delivery.receipt.telephonedTo && ` · ${t('byTelephone', { who: who(delivery.receipt.telephonedTo) })}`]],
    [t('addressee'), delivery.addressee], [t('phone'), phone(delivery.phone)], [t('address'), delivery.address], [t('acceptedAt'), moment(delivery.acceptedAt)],
    [t('sendings'), delivery.sending], [t('attempts'), delivery.attempts],
    [t('reminders'), delivery.remindedAt ? t('remindedLast', { count: delivery.reminders, at: moment(delivery.remindedAt) }) : delivery.reminders],
    [t('possibleDuplicate'), delivery.possibleDuplicate ? t('possibleDuplicateHelp') : null],
  ]),
  el('p', {}, el('a', { href: `${context.base}/results/${encodeURIComponent(delivery.entryCode)}` }, t('itsEntry')),
    context.part === 'telephone' && [' · ', el('a', { href: `${context.base}/ledger/${encodeURIComponent(delivery.entryCode)}` }, t('itsDelivery'))]),
];

function doings(context, delivery, path, act) {
  const underWay = ['sending', 'sent'].includes(context.cycle.state);
  const waits = delivery.hasLetter && ['pending', 'claimed', 'held'].includes(delivery.state);
  const mailed = delivery.attempts > 0 && !['pending', 'bounced', 'dropped', 'received'].includes(delivery.state);
  const call = underWay && delivery.attempts > 0 && telephoned(delivery, path, act);
  if (context.part === 'telephone') return [call || el('p', { class: 'notice' }, t('noReceiptsNow'))];
  return [
    ...(delivery.heldReminders ?? []).map(number => reminder(path, act, number)),
    address(delivery, path, act), underWay && delivery.hasLetter && delivery.state !== 'pending' && again(path, act),
    underWay && waits && settle(path, act), mailed && cameBack(path, act), call,
  ].filter(Boolean);
}

function form(title, help, submit, ...fields) {
  const place = el('div', {});
  const made = el('form', {}, el('h3', {}, title), el('p', {}, help), fields, place);
  made.addEventListener('submit', event => {
    event.preventDefault();
    submit(event.submitter ?? made.querySelector('button'), place);
  });
  return made;
}

function address(delivery, path, act) {
  const box = el('input', { type: 'text', inputmode: 'email', autocomplete: 'off', required: true, value: delivery.address });
  // The entry's address has a route beside the deliveries.
  const entry = path.replace('/deliveries/', '/entries/');
  return form(t('correctAddress'), t('correctAddressHelp'),
    (pressed, place) => act(pressed, place, t('addressCorrected', { address: box.value.trim() }), () => ask(`${entry}/address`, { method: 'PUT', json: { address: box.value.trim() } })),
    field(t('address'), box), el('div', { class: 'row' }, el('button', {}, t('saveAddress'))));
}

const reasonBox = () => el('input', { type: 'text', required: true, maxlength: 500, autocomplete: 'off' });

function again(path, act) {
  const reason = reasonBox();
  return form(t('resend'), t('resendHelp'),
    (pressed, place) => act(pressed, place, t('resent'), () => ask(`${path}/resend`, { method: 'POST', json: { reason: reason.value.trim() } })),
    field(t('reason'), reason, t('reasonHint')), el('div', { class: 'row' }, el('button', { class: 'main' }, t('resendNow'))));
}

function settle(path, act) {
  const reason = reasonBox();
  return form(t('settle'), t('settleHelp'),
    (pressed, place) => act(pressed, place, t('settled'), () => ask(`${path}/settle`, { method: 'POST', json: { reason: reason.value.trim() } })),
    field(t('settleReason'), reason, t('reasonHint')), el('div', { class: 'row' }, el('button', {}, t('settleNow'))));
}

function cameBack(path, act) {
  const reason = reasonBox();
  return form(t('cameBack'), t('cameBackHelp'),
    (pressed, place) => act(pressed, place, t('cameBackNoted'), () => ask(`${path}/bounce`, { method: 'POST', json: { reason: reason.value.trim() } })),
    field(t('cameBackReason'), reason, t('reasonHint')), el('div', { class: 'row' }, el('button', {}, t('cameBackNow'))));
}

function reminder(path, act, number) {
  const reason = reasonBox();
  return form(t('reminderHeld', { number }), t('reminderHeldHelp'),
    (pressed, place) => act(pressed, place, t(pressed.value === 'settle' ? 'settled' : 'reminderResent'), () =>
      ask(`${path}/${pressed.value}`, { method: 'POST', json: { reason: reason.value.trim(), reminder: number } })),
    field(t('reason'), reason, t('reasonHint')),
    el('div', { class: 'row' }, el('button', { value: 'settle' }, t('reminderSent')), el('button', { value: 'resend' }, t('remindAgain'))));
}

function telephoned(delivery, path, act) {
  const { fields, send } = telephonedFields(delivery, path);
  return form(t('telephoned'), t('telephonedHelp'), (pressed, place) => act(pressed, place, t('telephonedNow'), send), ...fields);
}

const who = name => ({ local: t('thisMachine'), recipient: t('recipient') })[name] ?? name;

const journal = lines => table(t('journal'), [
  { name: t('at'), head: true, cell: line => shortMoment(line.at) },
  { name: t('mail'), cell: line => line.reminder > 0 ? t('mailReminder', { number: line.reminder }) : t(line.sending > 1 ? 'mailAgain' : 'letter', { number: line.sending }) },
  { name: t('state'), cell: line => deliveryWords(line.to) },
  { name: t('cause'), cell: line => [cause(line), line.receipt && [' ', el('span', { lang: 'th' }, line.receipt)]] },
  { name: t('by'), cell: line => line.by ? who(line.by) : '–' },
  { name: t('address'), cell: line => line.address },
], lines);
