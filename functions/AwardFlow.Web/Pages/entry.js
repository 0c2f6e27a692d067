// One entry: its result with the criteria behind it, and beside it its letter, certificate and result sheet.
import { get, of } from './api.js';
import { html, render } from './templates.js';
import { address, empty, facts, table } from './components.js';
import { part } from './chart.js';
import { count, points, t } from './language.js';
import { documentsOf } from './documents.js';
import { isOfOffice, seesDeliveries } from './may.js';
import { lastSeen } from './places.js';
import { entryAddress, outcome } from './results.js';
import { withdrawalsOf } from './withdrawals.js';

export async function entryPart(area, context, code) {
  const asked = async query => get(`${of(context.id, 'results')}?${new URLSearchParams([...query, ['around', code], ['limit', 3]])}`, context.signal);
  const at = answer => answer.entries.findIndex(each => each.entry.code === code);
  let { query } = context;
  let answer = await asked(query);
  // It may be in the list no more that one came from.
  if (at(answer) < 0) answer = await asked(query = new URLSearchParams());
  const place = at(answer);
  const back = html`<a class="back" href=${lastSeen(`${context.base}/results`)}>‹ ${t('backToResults')}</a>`;
  if (place < 0) {
    render(html`<p>${back}</p>${empty(t('noEntryTitle'), t('noEntry', { code }))}`, area);
    return;
  }
  const result = answer.entries[place];
  const neighbour = offset => answer.entries[place + offset]?.entry.code;
  const to = offset => neighbour(offset) && entryAddress(context, neighbour(offset), query);
  // Letters hold whom they are addressed to.
  const documents = isOfOffice(context.caller) && documentsOf(context, result);
  const withdrawals = await withdrawalsOf(context, code, answer.judges);
  render(html`
    <div class="row between"><span>${back}</span><span class="row">${step('previousEntry', '‹', to(-1))}${step('nextEntry', '›', to(1))}</span></div>
    <h2 class="title" data-begin>${result.entry.code} · ${result.entry.organisation}</h2>
    <div class=${documents && 'two paper'}><div>${about(context, answer, result)}${withdrawals}</div>${documents}</div>`, area);
  keys(context, { ArrowLeft: to(-1), ArrowRight: to(1) });
}

const step = (words, sign, href) => href ? html`<a class="button" href=${href}>${words === 'previousEntry' && `${sign} `}${t(words)}${words === 'nextEntry' && ` ${sign}`}</a>` : null;

// With the arrow keys from entry to entry, except where they move something else.
function keys({ signal }, ways) {
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, select, textarea, dialog, [data-scrolls]')) return;
    if (ways[event.key]) location.hash = ways[event.key].slice(1);
  }, { signal });
}

function about(context, answer, result) {
  const { entry } = result;
  const own = new Map(result.criteria.map(criterion => [criterion.code, criterion]));
  const hasWeights = result.criteria.some(criterion => criterion.weighted !== undefined);
  const criteria = answer.rubric.flatMap(category => category.criteria.map(criterion => ({ ...criterion, category })));
  return html`<section class="card">
    ${facts([
      [t('average'), html`<strong>${t('ofMaximum', { mark: points(result.average), maximum: points(answer.maximum) })}</strong>`],
      [t('outcome'), outcome(result)], [t('passMark'), points(answer.passMark)], [t('rank'), result.rank && t('rankOf', { rank: count(result.rank), all: count(answer.passed + answer.notPassed) })], [t('judges'), count(result.judges)],
      [t('project'), entry.project], [t('addressee'), entry.addressee], [t('address'), entry.sarabanEmail && address(entry.sarabanEmail)], [t('province'), entry.province],
    ])}
    ${context.cycle.letters > 0 && seesDeliveries(context.caller) && html`<p><a href="${context.base}/ledger/${encodeURIComponent(entry.code)}">${t('itsDelivery')}</a></p>`}
    <h3>${t('criteria')}</h3>
    ${table(t('criteria'), [
      { name: t('criterion'), head: true, cell: row => html`${row.code} <small>${row.title}</small>${part(own.get(row.code)?.average, { maximum: row.max })}` },
      { name: t('average'), number: true, cell: row => t('ofMaximum', { mark: points(own.get(row.code)?.average), maximum: count(row.max) }) },
      hasWeights && { name: t('countsAs'), number: true, cell: row => points(own.get(row.code)?.weighted ?? own.get(row.code)?.average) },
    ].filter(Boolean), criteria)}
    ${result.comments.length > 0 && html`<h3>${t('comments')}</h3><ul>${result.comments.map(comment => html`<li>${comment}</li>`)}</ul>`}
  </section>`;
}
