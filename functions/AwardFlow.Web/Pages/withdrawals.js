// Taking an entry, or one judge's scores of it, out of the award, and putting it back.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { attend, box, choice, doneBox } from './components.js';
import { moment, t } from './language.js';
import { run } from './problems.js';
import { stageOf } from './states.js';

/** The part of an entry's page about withdrawals. */
export async function withdrawalsOf(context, code, judges) {
  const [area, message] = [place(), place()];
  const draw = async () => {
    const all = (await get(of(context.id, 'withdrawals'), context.signal)).filter(each => each.entryCode === code);
    const may = ['open', 'needsAttention'].includes(stageOf(context.cycle)) && context.caller.roles.includes('Operator');
    render((all.length > 0 || may) && html`<section class="card"><h2>${t('withdrawal')}</h2>
      ${all.length > 0 && html`<ul>${all.map(each => html`<li>${t('withdrawnBy', { what: each.judge ?? t('wholeEntry'), who: each.by, at: moment(each.at), reason: each.reason })}</li>`)}</ul>`}
      ${message}${may && form(context, code, judges, all, message, draw)}</section>`, area);
  };
  await draw();
  return area;
}

function form(context, code, judges, all, message, again) {
  const send = event => {
    event.preventDefault();
    const [said, verb] = [new FormData(event.target), event.submitter.value];
    run(event.submitter, message, async () => {
      const judge = said.get('withdrawn');
      await ask(judge === '' ? of(context.id, 'entries', code, verb) : of(context.id, 'entries', code, 'judges', judge, verb), { method: 'POST', json: { reason: said.get('reason') } });
      await again();
      render(doneBox(t('withdrawalKept')), message);
      attend(message.querySelector('.done'));
      await context.reload();
    });
  };
  return html`<form @submit=${send}><p class="hint">${t('withdrawalHelp')}</p>
    ${choice({ id: 'withdrawn', label: t('whatIsWithdrawn'), options: [['', t('wholeEntry')], ...[...new Set([...judges, ...all.map(each => each.judge).filter(Boolean)])].map(judge => [judge, judge])] })}
    ${box({ id: 'reason', label: t('reason'), required: true, most: 500 })}
    <div class="row"><button value="withdraw">${t('withdraw')}</button>${all.length > 0 && html`<button value="restore">${t('putBack')}</button>`}</div></form>`;
}
