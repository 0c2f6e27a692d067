// Taking an entry, or one judge's scores of it, out of the award, and putting it back.
import { ask, get, of } from './api.js';
import { attend, button, el, field } from './elements.js';
import { moment, t } from './language.js';
import { doneBox, run } from './problems.js';

/** The part of an entry's page about withdrawals. */
export async function withdrawalsOf(context, code, judges) {
  const all = (await get(of(context.id, 'withdrawals'), context.signal)).filter(each => each.entryCode === code);
  const message = el('div', {});
  const said = all.map(each => el('li', {}, t('withdrawnBy', { what: each.judge ?? t('wholeEntry'), who: each.by, at: moment(each.at), reason: each.reason })));
  const section = el('section', {}, el('h3', {}, t('withdrawal')), said.length > 0 && el('ul', {}, said), message);
  const may = ['open', 'needsAttention'].includes(context.cycle.state) && context.caller.roles.includes('Operator');
  if (may) section.append(...form(context, code, judges, all, message));
  return section;
}

function form(context, code, judges, all, message) {
  const what = el('select', {}, el('option', { value: '' }, t('wholeEntry')), [...new Set([...judges, ...all.map(each => each.judge).filter(Boolean)])].map(judge => el('option', { value: judge }, judge)));
  const reason = el('input', { type: 'text', required: true, maxlength: 500 });
  const send = verb => event => run(event.currentTarget, message, async () => {
    const path = what.value === '' ? of(context.id, 'entries', code, verb) : of(context.id, 'entries', code, 'judges', what.value, verb);
    await ask(path, { method: 'POST', json: { reason: reason.value } });
    const done = doneBox(t('withdrawalKept'));
    message.replaceChildren(done);
    attend(done);
    await context.reload();
  });
  return [
    el('p', { class: 'hint' }, t('withdrawalHelp')), field(t('whatIsWithdrawn'), what), field(t('reason'), reason),
    el('div', { class: 'row' }, button(t('withdraw'), send('withdraw')), all.length > 0 && button(t('putBack'), send('restore'))),
  ];
}
