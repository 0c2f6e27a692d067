// One cycle: its head, which follows what happens, and the parts under it.
import { get, of } from './api.js';
import { html, place, render } from './templates.js';
import { say } from './components.js';
import { shortMoment, t } from './language.js';
import { firstPart, seesPart } from './may.js';
import { goInstead, lastSeen } from './places.js';
import { cycleState, cycleWords, stageOf, way } from './states.js';
import { noticeOf } from './approval.js';
import { overviewPart } from './overview.js';
import { uploadsPart } from './uploads.js';
import { resultsPart } from './results.js';
import { correctionsPart } from './corrections.js';
import { deskPart } from './desk.js';
import { entryPart } from './entry.js';
import { ledgerPart } from './ledger.js';
import { telephonePart } from './telephone.js';
import { deliveryPart } from './delivery.js';
import { judgePart } from './judging-judge.js';
import { judgingPart } from './judging.js';
import { statisticsPart } from './statistics.js';
import { trailPart } from './trail.js';
import { recordsPart } from './records.js';

const parts = { '': overviewPart, uploads: uploadsPart, judging: judgingPart, results: resultsPart, ledger: ledgerPart, telephone: telephonePart, statistics: statisticsPart, trail: trailPart, records: recordsPart };
// Reached from what there is to do, and no part that one looks for.
const apart = { desk: deskPart, corrections: correctionsPart };
const details = { judging: judgePart, results: entryPart, ledger: deliveryPart, telephone: deliveryPart };
const often = 2_000;
const seldom = 15_000;
const unknown = 401;

export async function cyclePage(view, id, asked, named) {
  // What is still being set up has no other page.
  if (view.cycle.state === 'draft') {
    goInstead(`#setup/${encodeURIComponent(id)}`);
    return view.cycle.title;
  }
  const mayBe = seesPart(view.caller, asked in parts ? asked : '');
  const [part, entry] = mayBe ? [asked, named] : [firstPart(view.caller)];
  const context = { ...view, id, part, looked: () => {}, base: `#cycle/${encodeURIComponent(id)}`, expecting: 0, seenAt: new Date(), lost: null };
  const area = place();
  context.draw = () => render(head(context, entry, area), view.place);
  context.draw();
  context.reload = async () => {
    const before = context.cycle;
    context.cycle = await get(of(id), view.signal);
    context.seenAt = new Date();
    context.lost = null;
    context.draw();
    if (context.cycle.state !== before.state) say(t('nowIs', { state: cycleWords(context.cycle.state) }));
    context.looked(JSON.stringify(context.cycle) !== JSON.stringify(before), before);
  };
  const shown = (entry && details[part]) || parts[part] || apart[part] || overviewPart;
  await shown(area, context, entry);
  follow(context);
  return `${t(`part.${part && (part in parts || part in apart) ? part : 'overview'}`)} · ${context.cycle.title}`;
}

function head(context, entry, area) {
  const { cycle, part, base, lost } = context;
  return html`
    <div role="status">${lost && lostBox(context, lost)}</div>
    <div class="head">
      <div class="words"><a class="back" href="#">‹ ${t('allCycles')}</a><h1>${cycle.title}</h1>${cycleState(cycle.state)}</div>
      ${wayOf(cycle)}
    </div>
    <nav class="parts" aria-label=${t('parts')}>${Object.keys(parts).filter(name => seesPart(context.caller, name) && isOffered(context, name)).map(name => html`<a href=${lastSeen(`${base}${name && `/${name}`}`)}
      aria-current=${name === part && (entry ? 'true' : 'page')}>${t(`part.${name || 'overview'}`)}</a>`)}</nav>
    <div role="status">${cycle.problem && html`<div class="problem"><h2>${t('flowProblem')}</h2><p>${t(`flowProblem.${cycle.problemKind}`)}</p>${cycle.problemKind !== 'mailServiceAway' && html`<p class="hint" lang="en">${cycle.problem}</p>`}</div>`}</div>
    <div role="status">${noticeOf(cycle)}</div>
    ${area}`;
}

// Why the page shows no news, and what one can do about it.
function lostBox(context, error) {
  const away = error.status === 0 || error.status >= 500;
  const out = error.status === unknown;
  const title = away ? t('noConnection') : out ? t('signedOutTitle') : error.problem?.title ?? t('statusOtherTitle');
  return html`<div class="notice wait"><h2>${title}</h2><p>${t(away ? 'lastSeenAt' : 'notFollowed', { at: shortMoment(context.seenAt) })}</p>
    ${!away && html`<p><button type="button" @click=${context.hurry}>${t(out ? 'signInOnceMore' : 'tryAgain')}</button></p>`}</div>`;
}

// Judges are looked after while scores are taken.
const isOffered = ({ cycle, part }, name) => name !== 'judging' || part === name || ['open', 'needsAttention'].includes(stageOf(cycle));

function wayOf(cycle) {
  const steps = way.filter(([step]) => step !== 'approval' || cycle.approval !== 'none');
  const at = steps.findIndex(([, states]) => states.includes(stageOf(cycle)));
  return html`<ol class="way" aria-label=${t('way')}>${steps.map(([step], i) => html`<li class=${i < at && 'past'} aria-current=${i === at && 'step'}>${
    i < at && html`<span class="unseen">${t('past')}</span>`}${t(`way.${step}`)}</li>`)}</ol>`;
}

// Looks again and again while the page is shown; often while something is at work, and a while after somebody asked for
// something. That the system cannot be reached is said, and that it can be again.
function follow(context) {
  const { signal } = context;
  let timer;
  const busy = () => ['closed', 'rendered', 'sending'].includes(context.cycle.state) || context.cycle.undoUntil || context.expecting-- > 0;
  // One timer, however many looks were begun meanwhile.
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(look, busy() ? often : seldom);
  };
  const look = async () => {
    if (!document.hidden) {
      await context.reload().catch(error => {
        if (error.name === 'AbortError' || signal.aborted) return;
        context.lost = error;
        context.draw();
      });
    }
    // Whom the system does not know, or does not let, is asked no more; a button asks again.
    if (!signal.aborted && (!context.lost || context.lost.status === 0 || context.lost.status >= 500)) again();
  };
  context.hurry = () => context.lost ? look() : again();
  const returned = () => { if (!document.hidden) look(); };
  document.addEventListener('visibilitychange', returned, { signal });
  window.addEventListener('online', returned, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  again();
}
