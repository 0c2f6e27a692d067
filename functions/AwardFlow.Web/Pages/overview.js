// Where the cycle stands, and the decisions about it: close, extend, approve.
import { ask, get, of } from './api.js';
import { attend, button, el, facts, table } from './elements.js';
import { count, moment, t, unboxed } from './language.js';
import { momentBox } from './moment-box.js';
import { confirmed, doneBox, problemBox, run, show } from './problems.js';
import { waitsFor } from './states.js';

const countEvery = 4;

export function overviewPart(area, context) {
  const message = el('div', {});
  const now = el('div', {});
  const receipts = el('div', {});
  const commands = el('div', {});
  area.append(now, receipts, message, commands);
  const draw = before => {
    now.replaceChildren(...standing(context));
    // What somebody is typing stays, unless the cycle has moved on.
    if (!before || before.state !== context.cycle.state) commands.replaceChildren(...decisions(context, message));
  };
  const recount = receiving(context, receipts);
  let looks = 0;
  context.looked = (changed, before) => {
    if (changed) draw(before);
    // Reminders change the counts and not the cycle.
    if (changed || ++looks % countEvery === 0) recount();
  };
  draw();
  recount();
}

function standing({ cycle }) {
  const missing = cycle.missing ?? [];
  return [
    el('div', { class: 'notice' }, el('h2', {}, t('waitsFor')), el('p', {}, waitsFor(cycle))),
    cycle.letters > 0 && !['awaitingApproval', 'sent', 'completed'].includes(cycle.state) ? progress(t('rendering'), cycle.rendered, cycle.letters) : '',
    ['sending', 'sent'].includes(cycle.state) ? progress(t('sending'), cycle.mailed, cycle.letters) : '',
    'received' in cycle && ['sending', 'sent', 'completed'].includes(cycle.state) ? progress(t('receiving'), cycle.received, cycle.letters) : '',
    facts([
      [t('closesAt'), moment(cycle.closesAt)], [t('closedAt'), moment(cycle.closedAt)],
      [t('entries'), count(cycle.entries)], [t('scoreSheets'), count(cycle.scoreSheets)],
      [t('passMark'), cycle.passMark], [t('letters'), cycle.letters > 0 ? count(cycle.letters) : null],
      [t('approved'), cycle.approvedBy && t('approvedBy', { who: cycle.approvedBy === 'local' ? t('thisMachine') : cycle.approvedBy, at: moment(cycle.approvedAt) })],
      [t('sentAt'), moment(cycle.sentAt)], [t('completedAt'), moment(cycle.completedAt)],
      [t('award'), cycle.award], [t('code'), cycle.id],
    ]),
    missing.length > 0 ? el('div', {},
      el('h2', {}, t('missing', { count: count(cycle.missingCount) })),
      table(t('missing', { count: count(cycle.missingCount) }), [
        { name: t('entry'), head: true, cell: row => row.entryCode },
        { name: t('judge'), cell: row => row.judge ?? t('anyJudge') },
        { name: t('criteria'), cell: row => row.criteria.join(', ') },
      ], missing),
      missing.length < cycle.missingCount && el('p', {}, t('andMore', { count: count(cycle.missingCount - missing.length) }))) : '',
  ];
}

// Counted over the whole ledger, so nothing waits for it.
function receiving(context, place) {
  let shown = '';
  return async () => {
    if (!context.cycle.sentAt) return;
    try {
      const counts = await get(of(context.id, 'receipts'), context.signal);
      const read = JSON.stringify([counts, context.cycle.state]);
      if (read !== shown) place.replaceChildren(el('h2', {}, t('receipts')), countsOf(context, counts));
      shown = read;
    } catch (error) {
      show(place, error);
    }
  };
}

function countsOf(context, counts) {
  const completed = context.cycle.state === 'completed';
  return facts([
    [t('receiving'), t('sentOf', { sent: count(counts.received), all: count(counts.letters) })],
    [t('reminded'), count(counts.reminded)],
    [t('nextReminders'), counts.nextRemindersAt ? moment(counts.nextRemindersAt) : t('noReminders')],
    [t('toTelephone'), counts.toTelephone > 0 ? el('a', { href: `${context.base}/telephone` }, t('telephoneCount', { count: count(counts.toTelephone) })) : t('noneYet')],
    [t(completed ? 'receiptsClosed' : 'receiptsClose'), moment(completed ? context.cycle.completedAt : counts.closesAt)],
  ]);
}

const progress = (name, done, all) => el('div', {},
  el('p', {}, el('strong', {}, name), ` ${t('sentOf', { sent: count(done), all: count(all) })}`),
  el('progress', { max: all, value: done, 'aria-label': name }, `${done}/${all}`));

function decisions(context, message) {
  const { cycle, caller } = context;
  const operator = caller.roles.includes('Operator');
  const collecting = ['open', 'needsAttention'].includes(cycle.state);
  if (collecting) {
    return operator
      ? [el('h2', {}, t('decisions')), close(context, message), extend(context, message)]
      : [el('p', {}, t('onlyOperators'))];
  }
  return cycle.state === 'awaitingApproval' || (cycle.approval !== 'none' && !cycle.approvedAt) ? [el('h2', {}, t('approval')), approve(context, message)] : [];
}

function close(context, message) {
  const { cycle } = context;
  const asIs = cycle.state === 'needsAttention';
  const words = asIs ? t('closeAsIs') : t('closeNow');
  const pressed = button(words, async () => {
    if (!await confirmed(words, t(asIs ? 'closeAsIsSure' : 'closeSure'), words)) return;
    await run(pressed, message, () => command(context, message, 'close', undefined, t('closing')));
  });
  return el('div', {}, el('p', {}, t(asIs ? 'closeAsIsHelp' : 'closeHelp')), pressed);
}

function extend(context, message) {
  const { box: closes, shown } = momentBox(t('newClosing'), new Date(context.cycle.closesAt));
  const pressed = el('button', {}, t('extend'));
  const form = el('form', {}, el('h3', {}, t('extendTitle')), shown, pressed);
  form.addEventListener('submit', event => {
    event.preventDefault();
    run(pressed, message, () => command(context, message, 'extend', { closesAt: unboxed(closes.value) }, t('extended', { at: moment(unboxed(closes.value)) })));
  });
  return form;
}

function approve(context, message) {
  const { cycle, caller } = context;
  if (!caller.roles.includes('Approver')) return el('p', { class: 'notice' }, t('needsApprover'));
  const pressed = button(t('approve', { count: count(cycle.letters) }), async () => {
    if (!await confirmed(t('approval'), t('approveSure', { count: count(cycle.letters) }), t('approveYes'))) return;
    await run(pressed, message, () => command(context, message, 'approve', undefined, t('approvedNow')));
  }, { class: 'main' });
  return el('div', {}, el('p', {}, t('approveHelp'), ' ', el('a', { href: `${context.base}/results` }, t('lookAtResults'))), pressed);
}

async function command(context, message, name, json, words) {
  await ask(of(context.id, name), { method: 'POST', json });
  const said = doneBox(words);
  message.replaceChildren(said);
  attend(said);
  // The flow takes it from here; the state follows in a moment.
  context.expecting = 15;
  await context.reload().catch(error => message.append(problemBox(error)));
  context.hurry();
}
