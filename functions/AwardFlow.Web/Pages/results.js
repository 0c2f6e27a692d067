// Results: averages against the pass mark, as a drawing and as a table, a page at a time.
import { of, page } from './api.js';
import { button, el, facts, field, say, table } from './elements.js';
import { barsOf, part, spreadOf } from './chart.js';
import { count, points, t } from './language.js';
import { download, show } from './problems.js';

const atOnce = 50;
const fewEntries = 40;

export async function resultsPart(area, context) {
  const words = el('input', { type: 'search' });
  const search = el('form', { class: 'row end', role: 'search' }, field(t('searchEntries'), words, t('searchHint')), el('button', {}, t('search')));
  const found = el('div', {});
  const top = el('div', {});
  const message = el('div', {});
  area.append(top, el('h2', {}, t('entryTable')), search, found, message);
  const load = async () => {
    const asked = new URLSearchParams({ limit: atOnce, ...(words.value.trim() && { q: words.value.trim() }) });
    const { answer, next } = await page(`${of(context.id, 'results')}?${asked}`, context.signal);
    top.replaceChildren(...summary(context, answer, message));
    found.replaceChildren(...tableOf(context, answer, next));
  };
  search.addEventListener('submit', event => {
    event.preventDefault();
    load().then(() => say(found.querySelector('p').textContent)).catch(error => show(message, error));
  });
  await load();
  context.looked = (changed, before) => { if (before.state !== context.cycle.state) load().catch(error => show(message, error)); };
}

function summary(context, answer, message) {
  const entries = answer.passed + answer.notPassed + answer.withoutAverage;
  if (entries === 0) return [el('p', { class: 'notice' }, t('noResults'))];
  return [
    answer.provisional && el('p', { class: 'notice' }, t('provisional')),
    facts([
      [t('passed'), count(answer.passed)], [t('notPassed'), count(answer.notPassed)],
      [t('withoutAverage'), answer.withoutAverage > 0 ? count(answer.withoutAverage) : null],
      [t('passMark'), t('ofMaximum', { mark: points(answer.passMark), maximum: points(answer.maximum) })],
      [t('judges'), count(answer.judges.length)],
    ]),
    el('h2', {}, t('chart')),
    entries <= fewEntries && answer.matching === entries ? barsOf(answer) : spreadOf(answer),
    el('div', { class: 'row' },
      download(t('asXlsx'), message, of(context.id, 'results.xlsx'), `${context.id}-results.xlsx`),
      download(t('asCsv'), message, of(context.id, 'results.csv'), `${context.id}-results.csv`)),
  ].filter(Boolean);
}

function tableOf(context, answer, next) {
  const many = el('p', {}, t('matching', { count: count(answer.matching) }));
  if (answer.entries.length === 0) return [many];
  const made = table(t('entryTable'), [
    { name: t('rank'), number: true, cell: result => result.rank ?? '–' },
    { name: t('entry'), head: true, cell: result => el('a', { href: `${context.base}/results/${encodeURIComponent(result.entry.code)}` }, result.entry.code) },
    { name: t('organisation'), cell: result => [result.entry.organisation, el('br'), el('small', {}, result.entry.project)] },
    { name: t('average'), number: true, cell: result => points(result.average) },
    { name: t('chart'), cell: result => part(result.average, answer) },
    { name: t('outcome'), cell: result => outcome(result) },
    { name: t('judges'), number: true, cell: result => count(result.judges) },
  ], answer.entries);
  const more = button(t('nextPage'), async () => {
    try {
      const following = await page(next, context.signal);
      const first = made.tBodies[0].rows.length;
      made.add(following.answer.entries);
      next = following.next;
      more.hidden = next === null;
      made.tBodies[0].rows[first]?.querySelector('a').focus();
    } catch (error) {
      show(more.parentElement.appendChild(el('div', {})), error);
    }
  });
  more.hidden = next === null;
  return [many, made, more];
}

/** Passed, not passed, or no average. */
export const outcome = result => result.passed === null || result.passed === undefined
  ? el('span', { class: 'state wait' }, t('withoutAverage'))
  : el('span', { class: `state ${result.passed ? 'good' : ''}` }, t(result.passed ? 'passed' : 'notPassed'));
