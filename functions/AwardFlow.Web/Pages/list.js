// A long list, a page at a time: what of it is shown, and in which order, stands in the address, so that it is there again
// when one comes back, and can be sent to a colleague.
import { get } from './api.js';
import { html, place, render } from './templates.js';
import { box, choice, say } from './components.js';
import { count, t } from './language.js';
import { address } from './places.js';
import { show } from './problems.js';

/** How many rows a page has. */
export const atOnce = 50;

const known = ['q', 'state', 'passed', 'province', 'sort', 'skip'];
const pause = 300;

/** A list of what `path` answers; `draw` is called with each answer. Its sort begins with '-' where it goes down. */
export function listOf(context, path, draw) {
  const asked = new URLSearchParams([...context.query].filter(([name, value]) => known.includes(name) && value !== ''));
  const message = place();
  let asking = 0;
  const list = { asked, message, answer: null };
  list.load = async () => {
    const mine = ++asking;
    try {
      const answer = await get(`${path}?${new URLSearchParams([...asked, ['limit', String(atOnce)]])}`, context.signal);
      if (mine !== asking) return;
      list.answer = answer;
      render(null, message);
      draw(answer);
    } catch (error) {
      // Without an answer there is nothing to show a message in.
      if (!list.answer) throw error;
      if (mine === asking) show(message, error);
    }
  };
  list.set = async (name, value) => {
    if (value === '' || value === null) asked.delete(name);
    else asked.set(name, value);
    if (name !== 'skip') asked.delete('skip');
    address(asked);
    await list.load();
    if (list.answer) say(t('matching', { count: count(list.answer.matching) }));
  };
  list.sorting = usual => {
    const sort = asked.get('sort') ?? usual;
    const [by, down] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false];
    return { by, down, sort: wanted => list.set('sort', wanted === by && !down ? `-${wanted}` : wanted) };
  };
  let soon;
  list.search = words => {
    clearTimeout(soon);
    soon = setTimeout(() => list.set('q', words.trim()), pause);
  };
  address(asked);
  return list;
}

/** The search, the filters and, where the table's head cannot be pressed, the order. */
export const filtersOf = (list, { label, hint, orders, usual }, ...filters) => html`
  <div class="filters" role="search">
    ${box({ id: 'search', label, hint, type: 'search', value: list.asked.get('q') ?? '', read: list.search })}
    ${filters}
    ${choice({ id: 'order', label: t('order'), narrow: true, value: list.asked.get('sort') ?? usual, options: ordered(orders, list.asked.get('sort')), choose: sort => list.set('sort', sort) })}
  </div>`;

// The table's head sorts by more than the list of orders has.
const ordered = (orders, sort) => !sort || orders.some(([by]) => by === sort) ? orders : [...orders, [sort, t('byHead')]];

/** Filters by province, where there are several. */
export const provinceFilter = (list, provinces) => provinces.length > 1 && choice({
  id: 'province', label: t('province'), value: list.asked.get('province') ?? '', options: [['', t('allProvinces')], ...provinces.map(name => [name, name])], choose: value => list.set('province', value) });

/** Turns the list's pages. */
export function turning(list, shown) {
  const from = Number(list.asked.get('skip') ?? 0);
  const { matching } = list.answer;
  if (matching <= shown && from === 0) return null;
  const turn = async (skip, event) => {
    const { id } = event.currentTarget;
    await list.set('skip', skip > 0 ? String(skip) : '');
    document.querySelector('table')?.scrollIntoView({ block: 'nearest' });
    document.querySelector(`#${id}:not(:disabled)`)?.focus({ preventScroll: true });
  };
  return html`<nav class="turn" aria-label=${t('turnPages')}>
    <button type="button" id="turn-back" ?disabled=${from === 0} @click=${event => turn(Math.max(0, from - atOnce), event)}>‹ ${t('previousPage')}</button>
    <span>${t('rowsOf', { from: count(from + 1), to: count(from + shown), all: count(matching) })}</span>
    <button type="button" id="turn-on" ?disabled=${from + shown >= matching} @click=${event => turn(from + atOnce, event)}>${t('nextPage')} ›</button>
  </nav>`;
}
