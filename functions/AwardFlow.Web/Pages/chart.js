// Drawings of averages against the pass mark. Each has its numbers in a table beside or under it.
import { draw, el, table } from './elements.js';
import { count, points, t } from './language.js';

// As wide as there is room for, so that letters are as large on a phone.
const room = () => Math.max(300, Math.min(760, document.documentElement.clientWidth - 32));

const svg = (wide, height, name, ...children) => draw('svg', { class: 'chart', viewBox: `0 0 ${wide} ${height}`, role: 'img', 'aria-label': name }, children);

/** A bar for each entry, best first; the table under it has the same numbers. */
export function barsOf(answer) {
  const entries = answer.entries.filter(result => typeof result.average === 'number');
  const wide = room();
  const [left, right, step, top] = [wide < 500 ? 80 : 110, 60, 26, 30];
  const at = value => left + (wide - left - right) * value / answer.maximum;
  const height = top + entries.length * step + 10;
  const y = i => top + i * step;
  const text = (x, i, anchor, words) => draw('text', { x, y: y(i) + 14, 'text-anchor': anchor, 'font-size': 14 }, words);
  // The numbers stand over the mark.
  return svg(wide, height, t('barsAlt', { passed: count(answer.passed), all: count(entries.length), mark: points(answer.passMark) }),
    entries.map((result, i) => draw('rect', { class: result.passed ? 'over' : 'under', x: left, y: y(i), width: at(result.average) - left, height: step - 8, rx: 2 })),
    markAt(at(answer.passMark), top, height, answer),
    entries.map((result, i) => [text(left - 8, i, 'end', result.entry.code), text(at(result.average) + 6, i, 'start', points(result.average))]));
}

const markAt = (x, top, height, answer) => [
  draw('line', { class: 'mark', x1: x, x2: x, y1: top - 8, y2: height - 4 }),
  draw('text', { class: 'marked', x, y: top - 13, 'text-anchor': 'middle', 'font-size': 14 }, `${t('passMark')} ${points(answer.passMark)}`),
];

/** How many averages lie where: for cycles with more entries than bars can show. */
export function spreadOf(answer) {
  const wide = room();
  const [left, bottom, top, height] = [30, 40, 34, 280];
  const most = Math.max(1, ...answer.spread.map(bar => bar.entries));
  const at = value => left + (wide - left - 10) * value / answer.maximum;
  const up = entries => (height - bottom - top) * entries / most;
  const drawing = svg(wide, height, t('spreadAlt', { passed: count(answer.passed), notPassed: count(answer.notPassed), mark: points(answer.passMark) }),
    answer.spread.map(bar => [
      draw('rect', { class: bar.from >= answer.passMark ? 'over' : 'under', x: at(bar.from) + 1, y: height - bottom - up(bar.entries), width: at(bar.to) - at(bar.from) - 2, height: up(bar.entries) }),
      wide > 500 && bar.entries > 0 && draw('text', { x: (at(bar.from) + at(bar.to)) / 2, y: height - bottom - up(bar.entries) - 4, 'text-anchor': 'middle', 'font-size': 12 }, count(bar.entries)),
    ]),
    draw('line', { class: 'axis', x1: left, x2: wide - 10, y1: height - bottom, y2: height - bottom }),
    answer.spread.filter((_, i) => i % 4 === 0).map(bar => draw('text', { x: at(bar.from), y: height - bottom + 18, 'text-anchor': 'middle', 'font-size': 13 }, points(bar.from))),
    markAt(at(answer.passMark), top - 4, height - bottom + 4, answer));
  return el('div', {}, drawing, el('details', {}, el('summary', {}, t('spreadTable')), table(t('spreadTable'), [
    { name: t('average'), head: true, cell: bar => `${points(bar.from)} – ${points(bar.to)}` },
    { name: t('entries'), number: true, cell: bar => count(bar.entries) },
  ], answer.spread)));
}

/** A small bar in a table: the number beside it says the same, so it is hidden from screen readers. */
export function part(value, { maximum, passMark }) {
  const [width, height] = [128, 16];
  const at = points => width * points / maximum;
  return draw('svg', { class: 'chart part', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    draw('rect', { class: 'all', width, height }),
    typeof value === 'number' && draw('rect', { class: passMark === undefined || value >= passMark ? 'over' : 'under', width: at(value), height }),
    passMark !== undefined && draw('line', { class: 'mark', x1: at(passMark), x2: at(passMark), y1: 0, y2: height }));
}
