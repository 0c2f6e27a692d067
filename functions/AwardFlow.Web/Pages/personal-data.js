// One person's data: where it is, what would be erased and what must be kept, and having it erased, which takes two.
import { ask, get } from './api.js';
import { html, place, render } from './templates.js';
import { attend, box, doneBox, table } from './components.js';
import { count, language, shortMoment, t } from './language.js';
import { confirmed, run, show } from './problems.js';

const path = (...parts) => ['/api/forget', ...parts.map(encodeURIComponent)].join('/');

export async function personalDataPage({ place: page, signal, caller }) {
  const message = place();
  const operator = caller.roles.includes('Operator');
  const approver = caller.roles.includes('Approver');
  const state = { who: '', found: null, waiting: [], done: null };
  const draw = () => render(shown(state, { operator, approver }, acts, message), page);
  const reload = async () => {
    state.waiting = await get(path(), signal);
  };
  const finished = async words => {
    [state.found, state.done] = [null, doneBox(words)];
    await reload();
    draw();
    attend(page.querySelector('.done'));
  };
  const post = async (way, json) => (await ask(way, { method: 'POST', json })).json();
  const acts = {
    who: value => { state.who = value; },
    search: event => {
      event.preventDefault();
      return run(event.submitter, message, async () => {
        const who = state.who.trim();
        [state.done, state.found] = [null, { ...await post(path(), { who }), who }];
        draw();
        attend(page.querySelector('#found'));
      });
    },
    open: (pressed, request) => run(pressed, message, async () => {
      [state.done, state.found] = [null, await get(path(request.id), signal)];
      draw();
      attend(page.querySelector('#found'));
    }),
    erase: pressed => run(pressed, message, async () => {
      const goes = state.found.found.filter(each => !each.isKept).reduce((sum, each) => sum + each.count, 0);
      if (!await confirmed(t('forgetTitle'), t('forgetSure', { count: count(goes) }), t('forgetAsk'), 'bad')) return;
      const answer = await post(path(), { who: state.found.who, erase: true });
      await finished(answer.erased ? t('forgetDone') : t('forgetAsked'));
    }),
    approve: pressed => run(pressed, message, async () => {
      const { request, seen } = state.found;
      if (!await confirmed(t('forgetTitle'), t('forgetApproveSure', { who: request.who }), t('forgetApprove'), 'bad')) return;
      await post(path(request.id, 'approve'), { seen });
      await finished(t('forgetDone'));
    }),
    withdraw: (pressed, request) => run(pressed, message, async () => {
      if (!await confirmed(t('forgetWithdrawTitle'), t('forgetWithdrawSure', { who: request.who }), t('forgetWithdraw'))) return;
      await ask(path(request.id), { method: 'DELETE' });
      await finished(t('forgetWithdrawn'));
    }),
  };
  await reload().catch(error => show(message, error));
  draw();
  return t('personalData');
}

const shown = (state, may, acts, message) => html`
  <p><a class="back" href="#">‹ ${t('backToCycles')}</a></p>
  <div class="head"><div class="words"><h1>${t('personalData')}</h1></div></div>
  ${state.done}${message}
  ${state.waiting.length > 0 && html`<section class="card"><h2>${t('forgetWaiting')}</h2><p>${t('forgetWaitingHelp')}</p>
    ${table(t('forgetWaiting'), [
    { name: t('forgetWho'), head: true, cell: each => each.who },
    { name: t('by'), cell: each => `${each.by}, ${shortMoment(each.at)}` },
    { name: t('forgetLapses'), cell: each => shortMoment(each.lapsesAt) },
    { name: t('forgetLook'), cell: each => html`<button type="button" class="plain" @click=${event => acts.open(event.currentTarget, each)}>${t('forgetLook')}<span class="unseen"> ${each.who}</span></button>
      <button type="button" class="plain" @click=${event => acts.withdraw(event.currentTarget, each)}>${t('forgetWithdraw')}<span class="unseen"> ${each.who}</span></button>` },
  ], state.waiting)}</section>`}
  <section class="card"><h2>${t('forgetSearch')}</h2><p>${t('forgetHelp')}</p>
    <form @submit=${acts.search}>${box({ id: 'person', label: t('forgetWho'), hint: t('forgetWhoHint'), value: state.who, most: 200, read: acts.who })}
      <div class="row"><button class="main">${t('forgetFind')}</button></div></form></section>
  ${state.found && found(state.found, may, acts)}`;

const found = (answer, may, acts) => {
  const goes = answer.found.filter(each => !each.isKept);
  const stays = answer.found.filter(each => each.isKept);
  const { request } = answer;
  const spoken = language === 'th' ? 'thai' : 'english';
  return html`<section class="card" id="found" tabindex="-1"><h2>${request ? t('foundOf', { who: request.who }) : t('found')}</h2>
    ${answer.found.length === 0 && html`<p>${t('foundNothing')}</p>`}
    ${goes.length > 0 && html`<h3>${t('forgetGoes')}</h3>${places(t('forgetGoes'), goes)}`}
    ${stays.length > 0 && html`<h3>${t('forgetStays')}</h3>${places(t('forgetStays'), stays, { name: t('forgetWhy'), cell: why })}`}
    ${[answer.keptBecause, answer.keptForNow, answer.keptUntilDue, answer.keptAsUnclear].filter(text => text).map(text => html`<p class="notice">${text[spoken]}</p>`)}
    ${goes.length > 0 && (request
    ? may.approver && html`<div class="row"><button type="button" class="bad" @click=${event => acts.approve(event.currentTarget)}>${t('forgetApprove')}</button></div>`
    : may.operator && html`<div class="row"><button type="button" class="bad" @click=${event => acts.erase(event.currentTarget)}>${t('forgetAsk')}</button></div>`)}</section>`;
};

const places = (title, rows, ...more) => table(title, [
  { name: t('forgetWhere'), head: true, cell: each => t(`found.${each.kind}`) },
  { name: t('cycles'), cell: each => each.cycle ?? t('forgetInstallation') },
  { name: t('forgetCount'), cell: each => count(each.count) },
  ...more,
], rows);

const why = each => each.dueAt ? t('keptUntil', { at: shortMoment(each.dueAt) }) : t(`keptFor.${each.keptFor}`);
