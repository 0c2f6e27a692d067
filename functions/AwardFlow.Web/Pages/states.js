// How states are told: their words, and whether they are good, bad or to be waited for.
import { el } from './elements.js';
import { hasWords, t } from './language.js';

const looks = {
  needsAttention: 'bad', awaitingApproval: 'wait', sending: 'wait', closed: 'wait', rendered: 'wait', sent: 'good', completed: 'good', open: '',
  bounced: 'bad', dropped: 'bad', held: 'bad', deferred: 'wait', claimed: 'wait', pending: 'wait', accepted: 'good', delivered: 'good', received: 'good',
};

/** The way of a cycle. */
export const way = ['open', 'closed', 'awaitingApproval', 'sending', 'sent', 'completed'];

/** Deliveries that wait for a person. */
export const troubled = ['bounced', 'dropped', 'held'];

/** The words for a state; its own name where there are none. */
export const cycleWords = state => hasWords(`cycle.${state}`) ? t(`cycle.${state}`) : state;
export const deliveryWords = state => hasWords(`delivery.${state}`) ? t(`delivery.${state}`) : state;

const mark = (state, words) => el('span', { class: `state ${looks[state] ?? ''}` }, words);
export const cycleState = state => mark(state, cycleWords(state));
export const deliveryState = state => mark(state, deliveryWords(state));

/** What a cycle waits for, in words. */
export function waitsFor(cycle) {
  if (cycle.state === 'needsAttention' && cycle.entries === 0) return t('waits.entries');
  const key = `waits.${cycle.state}`;
  return hasWords(key) ? t(key, { missing: cycle.missingCount }) : cycle.waitsFor;
}
