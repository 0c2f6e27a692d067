// Corrections as other parts of a cycle's page show them: what awaits approval, and all of them with how they stand.
import { get, of } from './api.js';
import { html } from './templates.js';
import { notice, table, tag } from './components.js';
import { who } from './approval.js';
import { count, moment, shortMoment, t } from './language.js';

const looks = { rendering: 'wait', awaitingApproval: 'wait', sending: 'wait', sent: 'good', completed: 'good', sentBack: 'bad', cancelled: 'none' };

/** Whether letters of a cycle can be corrected by others. */
export const mayCorrect = ({ cycle, caller }) => ['sent', 'completed'].includes(cycle.state) && caller.roles.includes('Operator');

/** How a correction stands. */
export const correctionState = state => tag(looks[state], t(`correction.${state}`));

/** The corrections of a cycle. */
export const correctionsOf = context => get(of(context.id, 'corrections'), context.signal);

/** What stands on the overview while corrections wait for an approver; null where none does. */
export const awaitingBox = ({ cycle, base }) => cycle.correctionsAwaiting > 0 && notice(html`
  <p>${t('correctionsAwait', { count: count(cycle.correctionsAwaiting) })} <a href="${base}/corrections">${t('correctionLook')}</a></p>`, true);

/** A button that begins a correction, of these entries where some are named. */
export const correctLink = (context, entries = []) => mayCorrect(context) && html`
  <a class="button" href="${context.base}/corrections/new${entries.length > 0 ? `?entries=${entries.map(encodeURIComponent).join(',')}` : ''}">${t('correctionMake')}</a>`;

/** All corrections of a cycle. */
export const correctionsTable = (context, corrections) => table(t('corrections'), [
  { name: t('corrections'), head: true, cell: each => html`<a href="${context.base}/corrections/${each.number}">${t('correctionOf', { number: each.number })}</a>` },
  { name: t('correctionNumber'), cell: each => html`<span lang="th">${each.letterNumber}</span>` },
  { name: t('correctionLetters'), number: true, cell: each => count(each.entries) },
  { name: t('state'), cell: each => correctionState(each.state) },
  { name: t('since'), cell: each => shortMoment(each.sentAt ?? each.approvedAt ?? each.madeAt) },
  { name: t('by'), cell: each => who(each.madeBy) },
], corrections);

/** When, by whom and why a correction was stopped; null where it was not. */
export const stoppedBox = ({ sentBack, cancelled }) => {
  const [key, word] = cancelled ? ['correctionCancelledBy', cancelled] : sentBack ? ['correctionSentBackBy', sentBack] : [];
  return word && html`<div class="notice wait"><h2>${t(key, { who: who(word.by), at: moment(word.at) })}</h2><p>${t('reasonIs', { reason: word.reason })}</p></div>`;
};
