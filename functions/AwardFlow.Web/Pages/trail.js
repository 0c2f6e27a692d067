// The trail: who did what, when and from where, and whether all of it is as it was written.
import { get, of } from './api.js';
import { html, place, render } from './templates.js';
import { facts, notice, table } from './components.js';
import { count, hasWords, moment, shortMoment, t } from './language.js';
import { address } from './places.js';
import { download, show } from './problems.js';
import { cycleWords, deliveryWords } from './states.js';

const atOnce = 50;
const mostAtOnce = 500;
const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const ofPeople = new Set(['personAdded', 'personChanged', 'keyRenewed', 'personRevoked']);
const hash = /^([0-9a-f]{12})[0-9a-f]{20,52}(\.[a-z.]+)?$/;

export async function trailPart(area, context) {
  const message = place();
  const path = of(context.id, 'trail');
  const asked = new URLSearchParams([...context.query].filter(([name]) => name === 'rows'));
  const state = { end: null, rows: [], check: null, documents: null, people: null, checking: false };
  const draw = () => render(trail(context, state, message, acts), area);
  // The latest first; the numbers run without gaps.
  const read = async (before, most = atOnce) => {
    const after = Math.max(0, before - 1 - most);
    const { rows } = await get(`${path}?${new URLSearchParams({ after: String(after), limit: String(Math.max(1, before - 1 - after)), check: 'false' })}`, context.signal);
    state.rows.push(...rows.reverse());
  };
  // A glance looks at the lines that are shown and at what is new; asked for it, at everything, the documents too.
  const look = async whole => {
    state.checking = true;
    draw();
    try {
      state.check = await get(`${path}?${new URLSearchParams(whole ? { limit: '1', check: 'true' } : { after: String(Math.max(0, state.end.lines - atOnce)), limit: String(atOnce) })}`, context.signal);
      if (whole) state.documents = await get(`${path}/documents`, context.signal);
    } catch (error) {
      show(message, error);
    }
    state.checking = false;
    draw();
  };
  const acts = {
    look: () => look(true),
    people: async () => {
      state.people ??= await newestOfPeople(context.signal).catch(error => show(message, error));
      draw();
    },
    more: async () => {
      const from = state.rows.length;
      await read(state.rows.at(-1).number).catch(error => show(message, error));
      asked.set('rows', String(state.rows.length));
      address(asked);
      draw();
      area.querySelectorAll('tbody tr')[from]?.scrollIntoView({ block: 'nearest' });
    },
  };
  state.end = await get(`${path}?limit=1&check=false`, context.signal);
  address(asked);
  // As many as were shown when one left, as far as one answer goes.
  if (state.end.lines > 0) await read(state.end.lines + 1, Math.min(mostAtOnce, Math.max(atOnce, Number(asked.get('rows')) || 0)));
  draw();
  look(false);
}

const newestOfPeople = async signal => {
  const [of, most] = ['/api/people/trail', 1000];
  const { lines } = await get(`${of}?limit=1`, signal);
  return get(`${of}?${new URLSearchParams({ after: String(Math.max(0, lines - most)), limit: String(most) })}`, signal);
};

const trail = (context, { end, rows, check, documents, people, checking }, message, acts) => html`
  <section class="card">
    <p>${t('trailHelp')}</p>
    <div role="status">${checking ? notice(t('trailLooking')) : check && html`${verdict(check)}${documents && documentsVerdict(documents)}`}</div>
    ${facts([
      [t('trailLines'), count(end.lines)],
      [t('trailHead'), end.sha256 && html`<code class="hash">${hashOf(end.sha256)}</code>`],
      [t('trailErased'), check?.erased > 0 && count(check.erased)],
    ])}
    <div class="row"><button type="button" @click=${acts.look}>${t('trailLook')}</button>
      ${download(t('asCsv'), message, of(context.id, 'trail.csv'), `${context.id}-trail.csv`)}
      ${download(t('trailForAuditors'), message, of(context.id, 'trail.jsonl'), `${context.id}-trail.jsonl`)}</div>
    ${message}
  </section>
  ${rows.length > 0 && html`<section class="card">${table(t('part.trail'), columns(context), rows)}
    ${rows.at(-1).number > 1 && html`<button type="button" @click=${acts.more}>${t('trailEarlier')}</button>`}</section>`}
  <details class="card" @toggle=${acts.people}><summary>${t('peopleTrail')}</summary><p>${t('peopleTrailHelp')}</p>
    ${people && html`${verdict(people)}${people.rows.length > 0 && table(t('peopleTrail'), columns(context), people.rows.toReversed())}`}</details>`;

const verdict = check => check.isWhole
  ? html`<div class="done"><h2>${t('trailWhole')}</h2><p>${check.checkedFrom > 0
    ? t('trailSinceSays', { from: count(check.checkedFrom), lines: count(check.lines) })
    : t('trailWholeSays', { lines: count(check.lines), rows: count(check.rowsCompared) })}</p></div>`
  : html`<div class="problem"><h2>${t('trailBent')}</h2>
    <ul>${check.faults.map(fault => html`<li>${t('trailLine', { number: fault.number })} ${t(`trailFault.${fault.kind}`)} ${fault.row && html`<code>${fault.row}</code>`}</li>`)}</ul>
    <p>${t('trailBentHelp')}</p></div>`;

const documentsVerdict = ({ documents, rounds, faults }) => faults.length === 0
  ? html`<div class="done"><p>${t('documentsWhole', { documents: count(documents), rounds: count(rounds) })}</p></div>`
  : html`<div class="problem"><h2>${t('documentsBent')}</h2>
    <ul>${faults.map(fault => html`<li>${fault.correction ? t('documentsOfCorrection', { number: fault.correction }) : t('documentsOfRound', { number: fault.round })}
      ${fault.entryCode} ${fault.document && html`<code>${fault.document}</code>`} ${t(`documentFault.${fault.kind}`)}</li>`)}</ul>
    <p>${t('trailBentHelp')}</p></div>`;

const columns = context => [
  { name: t('trailNumber'), head: true, cell: line => line.number },
  { name: t('at'), cell: line => shortMoment(line.at) },
  { name: t('trailWho'), cell: who },
  { name: t('trailWhat'), cell: line => what(context, line) },
];

const who = ({ by }) => by
  ? html`${by.name === 'local' ? t('thisMachine') : by.name}${by.from && html`<br><small>${t('trailFrom', { from: by.from })}</small>`}`
  : t('trailFlow');

const what = (context, line) => html`
  <strong>${hasWords(`trail.${line.kind}`) ? t(`trail.${line.kind}`) : line.kind}</strong>
  ${line.subject && (ofPeople.has(line.kind) ? html`<code>${line.subject}</code>` : html`<a href="${context.base}/${line.kind.startsWith('correction') ? 'corrections' : 'results'}/${encodeURIComponent(line.subject)}">${line.subject}</a>`)}
  ${line.reason && html`<br>${t('trailReason', { reason: line.reason })}`}
  ${changes(line).map(([name, before, after]) => html`<br><small>${hasWords(`trailValue.${name}`) ? t(`trailValue.${name}`) : name}: ${before !== undefined && html`${value(name, before)} → `}${after === undefined ? '–' : value(name, after)}</small>`)}`;

// What is the same before and after is no news.
const changes = ({ before = {}, after = {} }) => [...new Set([...Object.keys(before), ...Object.keys(after)])]
  .filter(name => before[name] !== after[name]).map(name => [name, before[name], after[name]]);

function value(name, text) {
  if (time.test(text)) return moment(text);
  if (hash.test(text)) return html`<code title=${text}>${text.slice(0, 12)}…</code>`;
  if (text === 'true' || text === 'false') return t(`trail.is.${text}`);
  if (hasWords(`trailIs.${text}`)) return t(`trailIs.${text}`);
  return name === 'state' ? (cycleWords(text) === text ? deliveryWords(text) : cycleWords(text)) : text;
}

// It may go on in a new line between its groups.
const hashOf = sha256 => sha256.match(/.{1,8}/g).map((part, i) => html`${i > 0 && html`<wbr>`}${part}`);
