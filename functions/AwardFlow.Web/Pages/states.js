// How states are told: their words, and whether they are good, bad or to be waited for.
import { tag } from './components.js';
import { hasWords, t } from './language.js';

const looks = {
  needsAttention: 'bad', awaitingApproval: 'wait', sending: 'wait', closed: 'wait', rendered: 'wait', sent: 'good', completed: 'good', open: '', draft: 'none', paused: 'wait', cancelled: 'none',
  bounced: 'bad', dropped: 'bad', held: 'bad', deferred: 'wait', claimed: 'wait', pending: 'none', accepted: 'good', delivered: 'good', received: 'good', toPost: 'wait', posted: 'good',
};

/** The way of a cycle: each step with the states that belong to it. */
export const way = [
  ['scores', ['draft', 'open', 'needsAttention']], ['letters', ['closed', 'rendered']], ['approval', ['awaitingApproval']], ['sending', ['sending']], ['receipts', ['sent']], ['completed', ['completed']],
];

/** How far a cycle has come, also where it is paused. */
export const stageOf = cycle => cycle.pausedState ?? cycle.state;

/** Deliveries that wait for a person. */
export const troubled = ['bounced', 'dropped', 'held'];

/** The words for a state; its own name where there are none. */
export const cycleWords = state => hasWords(`cycle.${state}`) ? t(`cycle.${state}`) : state;
export const deliveryWords = state => hasWords(`delivery.${state}`) ? t(`delivery.${state}`) : state;

export const cycleState = state => tag(looks[state] ?? '', cycleWords(state));
export const deliveryState = state => tag(looks[state] ?? '', deliveryWords(state));

/** What a cycle waits for, in words. */
export function waitsFor(cycle) {
  if (cycle.state === 'needsAttention' && cycle.entries === 0) return t('waits.entries');
  if (cycle.state === 'open' && cycle.sentBack && !cycle.closesAt) return t('waits.sentBack');
  if (cycle.state === 'awaitingApproval' && cycle.undoUntil) return t('waits.undo');
  const key = `waits.${cycle.state}`;
  return hasWords(key) ? t(key, { missing: cycle.missingCount }) : cycle.waitsFor;
}
