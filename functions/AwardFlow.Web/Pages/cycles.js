// All cycles: how each stands and what it waits for.
import { get, of } from './api.js';
import { html, render } from './templates.js';
import { empty, facts } from './components.js';
import { count, moment, t } from './language.js';
import { isOfOffice } from './may.js';
import { cycleState, waitsFor } from './states.js';

export async function cyclesPage({ place, signal, caller }) {
  const cycles = await get(of(), signal);
  const operator = caller.roles.includes('Operator');
  const create = operator && html`<a class="button ${cycles.length === 0 ? 'main' : ''}" href="#new">${t('newCycle')}</a>`;
  render(html`
    <div class="head"><div class="words"><h1>${t('cycles')}</h1></div>${cycles.length > 0 && create}</div>
    ${cycles.length === 0 ? empty(t('noCycles'), operator && t('noCyclesHelp'), create) : html`<ul class="cards">${cycles.map(card)}</ul>`}
    ${cycles.length > 0 && isOfOffice(caller) && html`<p><a href="#personal-data">${t('personalData')}</a></p>`}`, place);
  return t('cycles');
}

const card = cycle => html`<li class="card">
  <h2><a href="#${cycle.state === 'draft' ? 'setup' : 'cycle'}/${encodeURIComponent(cycle.id)}">${cycle.title || t('untitled')}</a></h2>
  ${cycleState(cycle.state)}
  <p class="what">${waitsFor(cycle)}</p>
  ${facts([
    [t(cycle.closedAt ? 'closedAt' : 'closesAt'), moment(cycle.closedAt ?? cycle.closesAt)],
    [t('entries'), cycle.state !== 'draft' && count(cycle.entries)],
    [t('letters'), cycle.letters > 0 && t('sentOf', { sent: count(cycle.mailed), all: count(cycle.letters) })],
    [t('code'), html`<span class="code">${cycle.id}</span>`],
  ])}
  ${cycle.problem && html`<p class="problem">${t(`flowProblem.${cycle.problemKind}`)}</p>`}
</li>`;
