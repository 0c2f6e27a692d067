// Drawings of averages against the pass mark, as wide as there is room. Each has its numbers in a table beside or under it.
import { html, svg } from './templates.js';
import { table } from './components.js';
import { count, points, t } from './language.js';

// A drawing's own measure, so that its letters are as large on a phone.
const room = small => small ? 304 : Math.max(280, (document.querySelector('#main')?.clientWidth ?? 1000) - 112);

/** A bar for each entry with its name, best first; the table under it has the same numbers. */
export function barsOf(context, answer) {
  const entries = answer.entries.filter(result => typeof result.average === 'number').toSorted((one, other) => one.rank - other.rank);
  return html`<div class="bars" role="img" aria-label=${t('barsAlt', { passed: count(answer.passed), all: count(entries.length), mark: points(answer.passMark) })}>
    <p class="marked">┊ ${t('passMark')} ${points(answer.passMark)}</p>
    ${entries.map(result => html`<span class="code">${result.entry.code}</span><span class="name">${result.entry.organisation}</span>${bar(result.average, answer)}<b>${points(result.average)}</b>`)}
  </div>`;
}

const at = (value, maximum) => 1000 * value / maximum;
const bar = (value, { maximum, passMark }, kind = 'long') => html`<svg class="chart ${kind}" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
  <rect class="all" width="1000" height="16"></rect>
  ${typeof value === 'number' && svg`<rect class=${passMark === undefined || value >= passMark ? 'over' : 'under'} width=${at(value, maximum)} height="16"></rect>`}
  ${passMark !== undefined && svg`<line class="mark" x1=${at(passMark, maximum)} x2=${at(passMark, maximum)} y1="0" y2="16" vector-effect="non-scaling-stroke"></line>`}
</svg>`;

/** A small bar in a table: the number beside it says the same, so it is hidden from screen readers. */
export const part = (value, scale) => bar(value, scale, 'part');

/**
 * How many averages lie where: for cycles with more entries than bars can show, and for the side of a page.
 * @param {any} answer
 * @param {{ small?: boolean }} look
 */
export function spreadOf(answer, { small } = {}) {
  const wide = room(small);
  const narrow = wide < 500;
  const [left, bottom, top, height] = [narrow ? 8 : 24, 26, 30, small ? 150 : 280];
  const most = Math.max(1, ...answer.spread.map(each => each.entries));
  const x = value => left + (wide - left - 12) * value / answer.maximum;
  const up = entries => (height - bottom - top) * entries / most;
  const ground = height - bottom;
  const mark = x(answer.passMark);
  return html`<svg class="chart" viewBox="0 0 ${wide} ${height}" role="img" aria-label=${t('spreadAlt', { passed: count(answer.passed), notPassed: count(answer.notPassed), mark: points(answer.passMark) })}>
      ${answer.spread.map(each => svg`
        <rect class=${each.from >= answer.passMark ? 'over' : 'under'} x=${x(each.from) + 1} y=${ground - up(each.entries)} width=${x(each.to) - x(each.from) - 2} height=${up(each.entries)} rx="2"></rect>
        ${!narrow && each.entries > 0 && svg`<text x=${(x(each.from) + x(each.to)) / 2} y=${ground - up(each.entries) - 4} text-anchor="middle" font-size="13">${count(each.entries)}</text>`}`)}
      <line class="axis" x1=${left} x2=${wide - 12} y1=${ground} y2=${ground}></line>
      ${answer.spread.filter((_, i) => i % 5 === 0).map(each => svg`<text x=${x(each.from)} y=${ground + 18} text-anchor="middle" font-size="13">${count(each.from)}</text>`)}
      <line class="mark" x1=${mark} x2=${mark} y1=${top - 10} y2=${ground}></line>
      <text class="marked" x=${mark} y=${top - 15} text-anchor=${mark > wide - 90 ? 'end' : mark < 90 ? 'start' : 'middle'} font-size="13">${t('passMark')} ${points(answer.passMark)}</text>
    </svg>
    ${!small && html`<details><summary>${t('spreadTable')}</summary>${table(t('spreadTable'), [
      { name: t('average'), head: true, cell: each => `${points(each.from)} – ${points(each.to)}` },
      { name: t('entries'), number: true, cell: each => count(each.entries) },
    ], answer.spread)}</details>`}`;
}
