// One delivery: what became of it, all that happened, and what a person can do about it.
import { ask, get, of } from './api.js';
import { cause } from './causes.js';
import { attend, el, facts, field, table } from './elements.js';
import { boxed, moment, shortMoment, t, unboxed } from './language.js';
import { doneBox, run } from './problems.js';
import { deliveryState, deliveryWords } from './states.js';

export async function deliveryPart(area, context, code) {
  area.append(el('p', {}, el('a', { href: `${context.base}/ledger` }, t('backToLedger'))));
  const [message, standing, doing, history] = [el('div', {}), el('div', {}), el('div', {}), el('div', {})];
  area.append(message, standing, doing, el('h2', {}, t('journal')), history);
  const path = of(context.id, 'deliveries', code);
  let shown = null;
  const load = async () => {
    const delivery = await get(path, context.signal);
    if (JSON.stringify(delivery) === JSON.stringify(shown)) return;
    standing.replaceChildren(...about(context, delivery));
    history.replaceChildren(journal(delivery.journal ?? []));
    // What somebody is typing stays while what it is about is the same.
    const same = shown && shown.state === delivery.state && shown.address === delivery.address;
    if (!same && context.caller.roles.includes('Operator')) doing.replaceChildren(...doings(delivery, path, act));
    shown = delivery;
  };
  const act = (pressed, words, work) => run(pressed, message, async () => {
    await work();
    await load();
    const said = doneBox(words);
    message.replaceChildren(said);
    attend(said);
    context.expecting = 15;
    context.hurry();
  });
  await load();
  context.looked = () => load().catch(() => {});
}

const about = (context, delivery) => [
  el('h2', {}, delivery.entryCode),
  facts([
    [t('state'), [deliveryState(delivery.state), ' ', shortMoment(delivery.stateAt)]],
    [t('detail'), delivery.detail], [t('address'), delivery.address], [t('acceptedAt'), moment(delivery.acceptedAt)],
    [t('sendings'), delivery.sending], [t('attempts'), delivery.attempts], [t('reminders'), delivery.reminders], [t('receipt'), delivery.receipt?.stamp],
    [t('possibleDuplicate'), delivery.possibleDuplicate ? t('possibleDuplicateHelp') : null],
  ]),
  el('p', {}, el('a', { href: `${context.base}/results/${encodeURIComponent(delivery.entryCode)}` }, t('itsEntry'))),
];

function doings(delivery, path, act) {
  const isSent = !['pending', 'claimed'].includes(delivery.state) && !(delivery.state === 'held' && delivery.attempts === 0);
  const unsure = delivery.state === 'held' && delivery.attempts > 0;
  return [address(delivery, path, act), isSent && again(path, act), unsure && settle(path, act), 'reminders' in delivery && delivery.acceptedAt && telephoned(path, act)].filter(Boolean);
}

function form(title, help, submit, ...fields) {
  const made = el('form', {}, el('h3', {}, title), el('p', {}, help), fields);
  made.addEventListener('submit', event => {
    event.preventDefault();
    submit(event.submitter ?? made.querySelector('button'));
  });
  return made;
}

function address(delivery, path, act) {
  const box = el('input', { type: 'text', inputmode: 'email', autocomplete: 'off', required: true, value: delivery.address });
  // The entry's address has a route beside the deliveries.
  const entry = path.replace('/deliveries/', '/entries/');
  return form(t('correctAddress'), t('correctAddressHelp'),
    pressed => act(pressed, t('addressCorrected', { address: box.value.trim() }), () => ask(`${entry}/address`, { method: 'PUT', json: { address: box.value.trim() } })),
    field(t('address'), box), el('div', { class: 'row' }, el('button', {}, t('saveAddress'))));
}

const reasonBox = () => el('input', { type: 'text', required: true, maxlength: 500, autocomplete: 'off' });

function again(path, act) {
  const reason = reasonBox();
  return form(t('resend'), t('resendHelp'),
    pressed => act(pressed, t('resent'), () => ask(`${path}/resend`, { method: 'POST', json: { reason: reason.value.trim() } })),
    field(t('reason'), reason, t('reasonHint')), el('div', { class: 'row' }, el('button', { class: 'main' }, t('resendNow'))));
}

function settle(path, act) {
  const reason = reasonBox();
  return form(t('settle'), t('settleHelp'),
    pressed => act(pressed, t('settled'), () => ask(`${path}/settle`, { method: 'POST', json: { reason: reason.value.trim() } })),
    field(t('reason'), reason, t('reasonHint')), el('div', { class: 'row' }, el('button', {}, t('settleNow'))));
}

function telephoned(path, act) {
  const number = el('input', { type: 'text', required: true, autocomplete: 'off' });
  const at = el('input', { type: 'datetime-local', required: true, value: boxed(new Date()) });
  const [division, name] = [el('input', { type: 'text', autocomplete: 'off' }), el('input', { type: 'text', autocomplete: 'off' })];
  return form(t('telephoned'), t('telephonedHelp'),
    pressed => act(pressed, t('telephonedNow'), () => ask(`${path}/receipt`, {
      method: 'POST', json: { registerNumber: number.value.trim(), registeredAt: unboxed(at.value), division: division.value.trim() || null, name: name.value.trim() || null } })),
    field(t('registerNumber'), number), field(t('registeredAt'), at, t('closesAtHint')), field(t('division'), division), field(t('registrar'), name),
    el('div', { class: 'row' }, el('button', {}, t('telephonedSave'))));
}

const journal = lines => table(t('journal'), [
  { name: t('at'), head: true, cell: line => shortMoment(line.at) },
  { name: t('state'), cell: line => deliveryWords(line.to) },
  { name: t('cause'), cell: line => [cause(line.cause), line.receipt && ` ${line.receipt}`] },
  { name: t('by'), cell: line => line.by === 'local' ? t('thisMachine') : line.by ?? '–' },
  { name: t('address'), cell: line => line.address },
], lines);
