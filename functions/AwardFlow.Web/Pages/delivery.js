// One delivery: what became of it, all that happened, and what a person can do about it.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { address, attend, box, doneBox, facts, notice, table, tag } from './components.js';
import { cause, detail, providerWords } from './causes.js';
import { correctLink } from './correction-parts.js';
import { dayOf, moment, shortMoment, t } from './language.js';
import { isOfOffice, records, seesResults } from './may.js';
import { lastSeen } from './places.js';
import { run } from './problems.js';
import { heldForAddress, releaseAddresses, waitsForRelease } from './release.js';
import { deliveryState, deliveryWords, stageOf } from './states.js';
import { goesByPost, postedFields, sendPosted } from './posted.js';
import { phone } from './telephone.js';
import { sendTelephoned, telephonedFields } from './telephoned.js';

/** Reached from the list to telephone it offers what is done on the telephone, and leads back there. */
export async function deliveryPart(area, context, code) {
  const calling = context.part === 'telephone';
  const back = html`<a class="back" href=${lastSeen(`${context.base}/${calling ? 'telephone' : 'ledger'}`)}>‹ ${t(calling ? 'backToTelephone' : 'backToLedger')}</a>`;
  const path = of(context.id, 'deliveries', code);
  const messages = {};
  let [delivery, done] = [null, null];
  const draw = () => render(html`<p>${back}</p>${done}
    <div class="two"><div>${about(context, delivery)}</div><div>${release(context, delivery, act, messages)}${records(context.caller) && doings(context, delivery, path, act, messages)}</div></div>
    <section class="card"><h2>${t('journal')}</h2>${journal(delivery.journal ?? [])}</section>`, area);
  const load = async () => {
    const before = JSON.stringify(delivery);
    delivery = await get(path, context.signal);
    return JSON.stringify(delivery) !== before;
  };
  // What is wrong is said where it was pressed; what was done is said on top, since the forms change with it.
  const act = (event, message, words, work) => run(event.submitter, message, async () => {
    await work();
    event.target.reset();
    await load();
    done = doneBox(words, calling && html`<p>${back}</p>`);
    draw();
    attend(area.querySelector('.done'));
    context.expecting = 15;
    context.hurry();
  });
  await load();
  draw();
  context.looked = async () => {
    const before = delivery.state;
    if (!await load().catch(() => false)) return;
    // What was said of it before may be true no more.
    if (before !== delivery.state) done = null;
    draw();
  };
}

const about = (context, delivery) => html`<section class="card">
  <h2 class="title" data-begin>${delivery.entryCode} · ${delivery.organisation}</h2>
  ${facts([
    [t('state'), html`${deliveryState(delivery.state)} ${shortMoment(delivery.stateAt)}`],
    [t('detail'), delivery.detail && html`${detail(delivery)}${providerWords(delivery)}`],
    [t('receipt'), delivery.receipt && html`<span lang="th">${delivery.receipt.stamp}</span>${delivery.receipt.telephonedTo && ` · ${t('byTelephone', { who: who(delivery.receipt.telephonedTo) })}`}`],
    [t('addressee'), delivery.addressee], [t('phone'), phone(delivery.phone)],
    [t(delivery.mailedTo ? 'mailedTo' : 'address'), delivery.mailedTo || delivery.address ? address(delivery.mailedTo ?? delivery.address) : t('noMailAddress')],
    [t('postalAddress'), delivery.postalAddress], [t('postedAt'), delivery.postedAt && dayOf(delivery.postedAt)], [t('trackingNumber'), delivery.trackingNumber],
    [t('newAddress'), delivery.mailedTo && html`${address(delivery.address)} ${tag('wait', t('newAddressUnsent'))}`],
    [t('acceptedAt'), moment(delivery.acceptedAt)],
    [t('sendings'), delivery.sending], [t('attempts'), delivery.attempts],
    [t('reminders'), delivery.remindedAt ? t('remindedLast', { count: delivery.reminders, at: moment(delivery.remindedAt) }) : delivery.reminders],
    [t('possibleDuplicate'), delivery.possibleDuplicate && t('possibleDuplicateHelp')],
    [t('corrections'), delivery.corrections?.map(each => html`<span>${isOfOffice(context.caller)
      ? html`<a href="${context.base}/corrections/${each.correction}">${t('correctionOf', { number: each.correction })}</a>` : t('correctionOf', { number: each.correction })}
      ${deliveryState(each.state)} ${shortMoment(each.stateAt)} ${each.receipt && html`<span lang="th">${each.receipt.stamp}</span>`}</span><br>`)],
  ])}
  ${delivery.acceptedAt && html`<p>${correctLink(context, [delivery.entryCode])}</p>`}
  <p>${seesResults(context.caller) && html`<a href="${context.base}/results/${encodeURIComponent(delivery.entryCode)}">${t('itsEntry')}</a>`}
    ${context.part === 'telephone' && html`${seesResults(context.caller) && ' · '}<a href="${context.base}/ledger/${encodeURIComponent(delivery.entryCode)}">${t('itsDelivery')}</a>`}</p>
</section>`;

// Each form has its own slot in the template, so that what somebody is typing stays in it.
function doings(context, delivery, path, act, messages) {
  const underWay = ['sending', 'sent'].includes(stageOf(context.cycle));
  const waits = delivery.hasLetter && ['pending', 'claimed', 'held'].includes(delivery.state) && delivery.address;
  const mailed = delivery.attempts > 0 && !['pending', 'bounced', 'dropped', 'received', 'toPost', 'posted'].includes(delivery.state);
  const form = (id, title, help, fields, buttons, submit) => {
    const message = messages[id] ??= place();
    return html`<form class="card" @submit=${event => {
      event.preventDefault();
      submit(event, message);
    }}><h3>${title}</h3><p>${help}</p>${fields}<div class="row">${buttons.map(([words, value, look]) => html`<button value=${value ?? ''} class=${look}>${words}</button>`)}</div>${message}</form>`;
  };
  const call = underWay && (delivery.attempts > 0 || delivery.postedAt) && form('telephoned', t('telephoned'), t('telephonedHelp'), telephonedFields(delivery), [[t('telephonedSave')]],
    (event, message) => act(event, message, t('telephonedNow'), () => sendTelephoned(path, event.target)));
  // Corrections take receipts by themselves, also when the cycle is completed.
  const calls = (delivery.corrections ?? []).filter(each => each.attempts > 0 || each.postedAt).map(each => form(`telephoned-${each.correction}`, t('correctionTelephoned', { number: each.correction }), t('telephonedHelp'),
    telephonedFields(each), [[t('telephonedSave')]], (event, message) => act(event, message, t('telephonedNow'), () => sendTelephoned(path, event.target, each.correction))));
  if (context.part === 'telephone' || !context.caller.roles.includes('Operator')) return call || calls.length > 0 ? html`${call}${calls}` : notice(t('noReceiptsNow'));
  const reasoned = (id, title, help, label, buttons, words, verb, more) => form(id, title, help,
    html`<div class="field"><label for="${id}-reason">${label}</label><p class="hint" id="${id}-hint">${t('reasonHint')}</p>
      <input id="${id}-reason" name="reason" type="text" required maxlength="500" autocomplete="off" aria-describedby="${id}-hint"></div>`,
    buttons, (event, message) => act(event, message, words(event.submitter.value), () =>
      ask(`${path}/${verb ?? event.submitter.value}`, { method: 'POST', json: { reason: new FormData(event.target).get('reason').trim(), ...more } })));
  const correct = (event, message) => {
    const corrected = new FormData(event.target).get('new-address').trim();
    // The entry's address has a route beside the deliveries.
    return act(event, message, t('addressCorrected', { address: corrected }), () => ask(`${path.replace('/deliveries/', '/entries/')}/address`, { method: 'PUT', json: { address: corrected } }));
  };
  return html`
    ${(delivery.heldReminders ?? []).map(number => reasoned(`reminder-${number}`, t('reminderHeld', { number }), t('reminderHeldHelp'), t('reason'),
      [[t('reminderSent'), 'settle'], [t('remindAgain'), 'resend']], value => t(value === 'settle' ? 'settled' : 'reminderResent'), null, { reminder: number }))}
    ${goesByPost(delivery) && (underWay || context.cycle.state === 'completed') && form('posted', t('recordPosting'), t('recordPostingHelp'), postedFields(delivery), [[t('recordPostingNow'), '', delivery.postedAt ? '' : 'main']],
      (event, message) => act(event, message, t('postingRecorded'), () => sendPosted(path, event.target)))}
    ${form('address', t('correctAddress'), t('correctAddressHelp'), box({ id: 'new-address', label: t('address'), hint: underWay ? null : t('addressOfPaper'), value: delivery.address, required: underWay, mode: 'email' }), [[t('saveAddress')]], correct)}
    ${underWay && delivery.hasLetter && !['pending', 'toPost'].includes(delivery.state) && reasoned('resend', t('resend'), t('resendHelp'), t('reason'), [[t('resendNow'), '', 'main']], () => t('resent'), 'resend')}
    ${underWay && waits && reasoned('settle', t('settle'), t('settleHelp'), t('settleReason'), [[t('settleNow')]], () => t('settled'), 'settle')}
    ${underWay && delivery.hasLetter && !['toPost', 'received'].includes(delivery.state) && delivery.address && reasoned('post', t('post'), t('postHelp'), t('reason'), [[t('postNow')]], () => t('postOrdered'), 'post')}
    ${mailed && reasoned('bounce', t('cameBack'), t('cameBackHelp'), t('cameBackReason'), [[t('cameBackNow')]], () => t('cameBackNoted'), 'bounce')}
    ${(delivery.corrections ?? []).filter(each => each.attempts > 0 && !['pending', 'bounced', 'dropped', 'received', 'toPost', 'posted'].includes(each.state)).map(each => reasoned(`bounce-${each.correction}`,
      t('correctionCameBack', { number: each.correction }), t('cameBackHelp'), t('cameBackReason'), [[t('cameBackNow')]], () => t('cameBackNoted'), 'bounce', { correction: each.correction }))}
    ${call}${calls}`;
}

// A second person lets a corrected address be used.
function release(context, delivery, act, messages) {
  if (!context.caller.roles.includes('Approver') || !waitsForRelease(delivery)) return null;
  const message = messages.release ??= place();
  return html`<form class="card" @submit=${event => {
    event.preventDefault();
    act(event, message, t('addressReleased'), () => releaseAddresses(context, [delivery]));
  }}><h3>${t('mayUseAddress')}</h3><p>${t('mayUseAddressHelp')}</p>
    ${facts([[t('newAddress'), address(delivery.address)], [t('approvedAddress'), address(heldForAddress(delivery).why.arguments?.approved)]])}
    <div class="row"><button class="main">${t('mayUseAddress')}</button></div>${message}</form>`;
}

const who = name => ({ local: t('thisMachine'), recipient: t('recipient') })[name] ?? name;

const journal = lines => table(t('journal'), [
  { name: t('at'), head: true, cell: line => shortMoment(line.at) },
  { name: t('mail'), cell: line => line.correction ? t('correctionOf', { number: line.correction }) : line.reminder > 0 ? t('mailReminder', { number: line.reminder }) : t(line.sending > 1 ? 'mailAgain' : 'letter', { number: line.sending }) },
  { name: t('state'), cell: line => deliveryWords(line.to) },
  { name: t('cause'), cell: line => html`${cause(line)} ${line.receipt && html`<span lang="th">${line.receipt}</span>`}${line.postedAt && html`${dayOf(line.postedAt)} ${line.trackingNumber}`}` },
  { name: t('by'), cell: line => line.by ? who(line.by) : '–' },
  { name: t('address'), cell: line => line.address ? address(line.address) : '–' },
], lines);
