// All cycles: how each stands and what it waits for.
import { get, of } from './api.js';
import { el, facts } from './elements.js';
import { count, moment, t } from './language.js';
import { cycleState, waitsFor } from './states.js';

export async function cyclesPage({ place, signal, caller }) {
  const cycles = await get(of(), signal);
  const operator = caller.roles.includes('Operator');
  place.append(
    el('h1', {}, t('cycles')),
    operator && el('p', {}, el('a', { class: 'button', href: '#new' }, t('newCycle'))),
    cycles.length === 0
      ? el('p', { class: 'notice' }, t(operator ? 'noCyclesYet' : 'noCycles'))
      : el('ul', { class: 'cards' }, cycles.map(card)));
  return t('cycles');
}

const card = cycle => el('li', {},
  el('h2', {}, el('a', { href: `#cycle/${encodeURIComponent(cycle.id)}` }, cycle.title)),
  cycleState(cycle.state),
  facts([
    [t('waitsFor'), waitsFor(cycle)],
    [t('closesAt'), moment(cycle.closedAt ?? cycle.closesAt)],
    [t('entries'), count(cycle.entries)],
    [t('letters'), cycle.letters > 0 ? t('sentOf', { sent: count(cycle.mailed), all: count(cycle.letters) }) : null],
    [t('code'), cycle.id],
  ]),
  cycle.problem && el('p', { class: 'problem' }, cycle.problem));
