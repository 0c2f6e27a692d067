// Approving what was seen, and the ways back: taking an approval back, sending back, pausing and cancelling.
import { ask, of } from './api.js';
import { html } from './templates.js';
import { attend, doneBox } from './components.js';
import { count, moment, t } from './language.js';
import { confirmed, problemBox, run } from './problems.js';
import { reasoned } from './reason-dialog.js';
import { stageOf } from './states.js';

const conflict = 409;
const mostTold = 10;

/** A person's name, in words where nobody signs in. */
export const who = name => name === 'local' ? t('thisMachine') : name;

/** When, by whom and why something was done to the cycle. */
export const wordOf = (key, word) => t(key, { who: who(word.by), at: moment(word.at) });

/** What stands at the head of every page of a cycle that a person stopped or sent back; null where none did. */
export function noticeOf(cycle) {
  const [key, word] = cycle.cancelled ? ['cancelledBy', cycle.cancelled]
    : cycle.paused ? ['pausedBy', cycle.paused]
    : cycle.sentBack && ['open', 'needsAttention'].includes(stageOf(cycle)) ? ['sentBackBy', cycle.sentBack] : [];
  return word && html`<div class="notice wait" data-word=${key}><h2>${wordOf(key, word)}</h2><p>${t('reasonIs', { reason: word.reason })}</p>
    ${key === 'sentBackBy' && html`<p>${t('sentBackHelp')}</p>`}</div>`;
}

/** Who has approved so far, and whose turn it is; null where one approver does. */
export function approvalsOf(cycle) {
  const given = cycle.approvals ?? [];
  const words = given.map(each => each.position
    ? t('approvedAs', { who: who(each.by), position: each.position, at: moment(each.at) }) : t('approvedBy', { who: who(each.by), at: moment(each.at) }));
  const next = !cycle.approvedAt && cycle.state === 'awaitingApproval' && cycle.approvalsNeeded?.[given.length];
  return next ? [...words, t('waitsForPosition', { position: next })] : words;
}

/** Whether the caller has approved what awaits approval now. */
export const hasApproved = ({ cycle, caller }) => (cycle.approvals ?? []).some(each => each.byId === caller.id);

/** How many seconds are left in which the approval can be taken back; null where it cannot, or no time runs. */
export const secondsLeft = ({ cycle, seenAt }) => cycle.undoSeconds === undefined || cycle.undoSeconds === null
  ? null : Math.max(0, Math.ceil(cycle.undoSeconds - (Date.now() - seenAt.getTime()) / 1000));

/** What an approval is refused for: where something changed since it was looked at, what. */
export function refusedBox(error) {
  const changed = error.status === conflict ? error.problem?.changes?.entries?.filter(each => each.addressBefore !== each.addressAfter) ?? [] : [];
  return html`${problemBox(error.problem ? error : { status: -1 })}${changed.length > 0 && html`<ul class="changed">
    ${changed.slice(0, mostTold).map(each => html`<li>${t('addressChange', { code: each.entryCode, from: each.addressBefore ?? '–', to: each.addressAfter ?? '–' })}</li>`)}
    ${changed.length > mostTold && html`<li>${t('andMore', { count: count(changed.length - mostTold) })}</li>`}</ul>`}`;
}

/**
 * What a person can do about a cycle that was closed: each is called with the event of a button. `told` runs the request with
 * its words, and `say` shows a refusal.
 */
export function waysOf(context, told, message, say) {
  const post = async (pressed, name, json, words) => run(pressed, message, async () => {
    try {
      await told(name, json, words);
    } catch (error) {
      if (error.status !== conflict) throw error;
      // Something is otherwise than the page shows.
      await context.reload().catch(() => {});
      say(error);
    }
  });
  const because = (name, key, look) => async event => {
    const pressed = event.currentTarget;
    const reason = await reasoned({ title: t(key), text: t(`${key}Sure`), yes: t(`${key}Yes`), look });
    if (reason) await post(pressed, name, { reason }, () => t(`${key}Done`));
  };
  return {
    approve: async (event, manifestSha256 = context.cycle.manifestSha256) => {
      const pressed = event.currentTarget;
      const text = t('approveSure', { count: count(context.cycle.letters) });
      if (await confirmed(t('approval'), text, t('approveYes'))) {
        await post(pressed, 'approve', manifestSha256 ? { manifestSha256 } : undefined, () => t(context.cycle.approvedAt ? 'approvedNow' : 'approvedNext'));
      }
    },
    undo: event => post(event.currentTarget, 'approve/undo', undefined, () => t('approvalUndone')),
    sendBack: because('sendBack', 'sendBack', 'bad'),
    pause: because('pause', 'pause'),
    cancel: because('cancel', 'cancelCycle', 'bad'),
    rule: approval => async event => {
      const pressed = event.currentTarget;
      if (await confirmed(t('approval'), t(`rule.${approval}Sure`), t(`rule.${approval}`))) await post(pressed, 'approval', { approval }, () => t(`rule.${approval}Done`));
    },
    resume: event => post(event.currentTarget, 'resume', undefined, () => t('resumed')),
  };
}

/** Sends a command, and says what became of it in `state.done` of a part of the cycle's page. */
export async function command(context, state, draw, name, json, words) {
  const cycle = await (await ask(`${of(context.id)}/${name}`, { method: name === 'approval' ? 'PUT' : 'POST', json })).json();
  // The words are about the state that the answer tells.
  context.cycle = cycle;
  context.seenAt = new Date();
  state.done = doneBox(words(cycle));
  context.draw();
  draw();
  attend(document.querySelector('.done'));
}

/** The quiet actions beside the one to do next: pause, resume, send back, cancel. */
export function quietWays(context, acts) {
  const { cycle, caller } = context;
  const [operator, approver] = ['Operator', 'Approver'].map(role => caller.roles.includes(role));
  const stage = stageOf(cycle);
  // Corrections go out of a completed cycle too, and can be stopped.
  const isOver = stage === 'cancelled' || stage === 'completed' && cycle.corrections === 0;
  if (!operator && !approver || stage === 'draft' || isOver || cycle.cancelled) return null;
  const press = (key, click) => html`<button type="button" class="plain" @click=${click}>${t(key)}</button>`;
  return html`<div class="row quiet-ways" role="group" aria-label=${t('otherWays')}>
    ${approver && stage === 'awaitingApproval' && press('sendBack', acts.sendBack)}
    ${approver && caller.id !== 'local' && ['open', 'needsAttention'].includes(stage) && (rule => press(`rule.${rule}`, acts.rule(rule)))(cycle.approval === 'none' ? 'required' : 'none')}
    ${cycle.state !== 'paused' && press('pause', acts.pause)}
    ${!['sent', 'completed'].includes(stage) && press('cancelCycle', acts.cancel)}
  </div>`;
}
