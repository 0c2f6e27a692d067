// One cycle: its head, which follows what happens, and the parts under it.
import { get, of } from './api.js';
import { el, say } from './elements.js';
import { t } from './language.js';
import { cycleState, cycleWords, way } from './states.js';
import { overviewPart } from './overview.js';
import { uploadsPart } from './uploads.js';
import { resultsPart } from './results.js';
import { entryPart } from './entry.js';
import { ledgerPart } from './ledger.js';
import { telephonePart } from './telephone.js';
import { deliveryPart } from './delivery.js';
import { statisticsPart } from './statistics.js';

const parts = { '': overviewPart, uploads: uploadsPart, results: resultsPart, ledger: ledgerPart, telephone: telephonePart, statistics: statisticsPart };
const details = { results: entryPart, ledger: deliveryPart, telephone: deliveryPart };
const often = 2_000;
const seldom = 15_000;

export async function cyclePage(view, id, part, entry) {
  const context = { ...view, id, part, cycle: await view.ahead, looked: () => {}, base: `#cycle/${encodeURIComponent(id)}`, expecting: 0 };
  const state = el('p', {});
  const steps = el('ol', { class: 'way', 'aria-label': t('way') });
  const problem = el('div', { role: 'status' });
  const area = el('div', {});
  const head = () => {
    const { cycle } = context;
    state.replaceChildren(cycleState(cycle.state));
    steps.replaceChildren(...wayOf(cycle));
    problem.replaceChildren(...(cycle.problem ? [el('div', { class: 'problem' }, el('h2', {}, t('flowProblem')), el('p', {}, cycle.problem))] : []));
  };
  const heading = el('h1', {}, context.cycle.title);
  view.place.append(
    el('p', {}, el('a', { href: '#' }, t('backToCycles'))),
    heading, state, steps, problem,
    el('nav', { class: 'parts', 'aria-label': t('parts') }, Object.keys(parts).map(name => el('a', {
      href: `${context.base}${name && `/${name}`}`, 'aria-current': name === part && (entry ? 'true' : 'page') }, t(`part.${name || 'overview'}`)))),
    area);
  head();
  context.reload = async () => {
    const before = context.cycle;
    context.cycle = await get(of(id), view.signal);
    head();
    if (context.cycle.state !== before.state) say(t('nowIs', { state: cycleWords(context.cycle.state) }));
    context.looked(JSON.stringify(context.cycle) !== JSON.stringify(before), before);
  };
  const shown = (entry && details[part]) || parts[part] || overviewPart;
  await shown(area, context, entry);
  follow(context);
  return `${t(`part.${part in parts && part ? part : 'overview'}`)} · ${context.cycle.title}`;
}

function wayOf(cycle) {
  const at = { needsAttention: 'open', rendered: 'closed' }[cycle.state] ?? cycle.state;
  return way.filter(step => step !== 'awaitingApproval' || cycle.approval !== 'none').map(step => el('li', {
    class: way.indexOf(step) < way.indexOf(at) && 'past', 'aria-current': step === at && 'step' },
  way.indexOf(step) < way.indexOf(at) && el('span', { class: 'unseen' }, t('past')), cycleWords(step)));
}

// Looks again and again while the page is shown; often while something is at work, and a while after somebody asked for something.
function follow(context) {
  const { signal } = context;
  let timer;
  const busy = () => ['closed', 'rendered', 'sending'].includes(context.cycle.state) || context.expecting-- > 0;
  const again = () => { timer = setTimeout(look, busy() ? often : seldom); };
  const look = async () => {
    if (!document.hidden) await context.reload().catch(() => {});
    if (!signal.aborted) again();
  };
  context.hurry = () => {
    clearTimeout(timer);
    again();
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  again();
}
