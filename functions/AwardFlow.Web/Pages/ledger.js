// The delivery ledger, a page at a time: what waits for a person comes first.
import { of, page } from './api.js';
import { detail } from './causes.js';
import { button, el, field, table } from './elements.js';
import { shortMoment, t } from './language.js';
import { download, show } from './problems.js';
import { deliveryState, deliveryWords, troubled } from './states.js';

const atOnce = 50;
const known = ['pending', 'claimed', 'accepted', 'deferred', 'delivered', ...troubled];

export async function ledgerPart(area, context) {
  const { cycle } = context;
  if (cycle.letters === 0) {
    area.append(el('p', { class: 'notice' }, t('noLedger')));
    return;
  }
  const states = 'received' in cycle ? [...known, 'received'] : known;
  const filter = el('select', {},
    el('option', { value: '' }, t('allTroubledFirst')), el('option', { value: troubled.join() }, t('troubled')),
    states.map(state => el('option', { value: state }, deliveryWords(state))));
  const code = el('input', { type: 'text', autocomplete: 'off', required: true });
  const jump = el('form', { class: 'row end' }, field(t('entryCode'), code), el('button', {}, t('open')));
  const message = el('div', {});
  const rows = el('div', {});
  jump.addEventListener('submit', event => {
    event.preventDefault();
    location.hash = `${context.base.slice(1)}/ledger/${encodeURIComponent(code.value.trim())}`;
  });
  area.append(
    el('div', { class: 'row end' }, field(t('filter'), filter), jump),
    el('div', { class: 'row' },
      download(t('asXlsx'), message, of(context.id, 'deliveries.xlsx'), `${context.id}-deliveries.xlsx`),
      download(t('asCsv'), message, of(context.id, 'deliveries.csv'), `${context.id}-deliveries.csv`),
      button(t('lookAgain'), () => load(), { class: 'plain' })),
    message, rows);
  let loading = 0;
  const load = async () => {
    const mine = ++loading;
    try {
      const shown = await pages(context, filter.value);
      if (mine === loading) rows.replaceChildren(...shown);
    } catch (error) {
      show(message, error);
    }
  };
  filter.addEventListener('change', load);
  await load();
  // Follows the sending while nobody has gone further down.
  context.looked = changed => { if (changed && !rows.querySelector('[data-further]')) load(); };
}

async function pages(context, filter) {
  const path = asked => `${of(context.id, 'deliveries')}?${new URLSearchParams({ ...asked, limit: atOnce })}`;
  // Without a filter those in trouble are read first, then all others; both are asked for at once.
  const sources = (filter ? [{ state: filter }] : [{ state: troubled.join() }, {}]).map((asked, i) => {
    const begun = page(path(asked), context.signal);
    begun.catch(() => {});
    return { others: i > 0, read: () => begun };
  });
  const following = async () => {
    const found = [];
    while (found.length < atOnce / 2 && sources.length > 0) {
      const { others, read } = sources[0];
      const { answer, next } = await read();
      found.push(...(others ? answer.filter(delivery => !troubled.includes(delivery.state)) : answer));
      if (next) sources[0].read = () => page(next, context.signal);
      else sources.shift();
    }
    return found;
  };
  const first = await following();
  if (first.length === 0) return [el('p', {}, t('noDeliveries'))];
  const made = table(t('part.ledger'), columns(context), first);
  const more = button(t('nextPage'), async () => {
    try {
      const from = made.tBodies[0].rows.length;
      made.add(await following());
      made.dataset.further = '';
      more.hidden = sources.length === 0;
      made.tBodies[0].rows[from]?.querySelector('a').focus();
    } catch (error) {
      show(more.parentElement.appendChild(el('div', {})), error);
    }
  });
  more.hidden = sources.length === 0;
  return [made, more];
}

const columns = context => [
  { name: t('entry'), head: true, cell: delivery => el('a', { href: `${context.base}/ledger/${encodeURIComponent(delivery.entryCode)}` }, delivery.entryCode) },
  { name: t('state'), cell: delivery => [deliveryState(delivery.state), delivery.possibleDuplicate && [' ', el('span', { class: 'state wait' }, t('possibleDuplicate'))]] },
  { name: t('address'), cell: delivery => delivery.address },
  { name: t('since'), cell: delivery => shortMoment(delivery.stateAt) },
  { name: t('reminders'), number: true, cell: delivery => delivery.reminders || '–' },
  { name: t('detail'), cell: delivery => delivery.receipt ? el('span', { lang: 'th' }, delivery.receipt.stamp) : delivery.detail ? detail(delivery) : '–' },
];
