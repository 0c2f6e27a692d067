// Results: averages against the pass mark, as a drawing and as a table.
import { of } from './api.js';
import { html, render } from './templates.js';
import { bigs, choice, empty, notice, table, tag } from './components.js';
import { barsOf, part, spreadOf } from './chart.js';
import { count, points, t } from './language.js';
import { filtersOf, listOf, provinceFilter, turning } from './list.js';
import { download } from './problems.js';
import { stageOf } from './states.js';

const fewEntries = 40;
const usual = 'rank';

export async function resultsPart(area, context) {
  const list = listOf(context, of(context.id, 'results'), answer => render(shown(context, list, answer), area));
  await list.load();
  context.looked = (changed, before) => { if (before.state !== context.cycle.state || before.scoreSheets !== context.cycle.scoreSheets) list.load(); };
}

function shown(context, list, answer) {
  const all = answer.passed + answer.notPassed + answer.withoutAverage;
  if (all === 0) {
    const operator = context.caller.roles.includes('Operator') && stageOf(context.cycle) === 'open';
    return empty(t('noResults'), t('noResultsHelp'), operator && html`<a class="button main" href="${context.base}/uploads">${t('part.uploads')}</a>`);
  }
  return html`
    ${answer.provisional && notice(t('provisional'))}
    ${bigs([
      [count(answer.passed), t('passed')], [count(answer.notPassed), t('notPassed')], answer.withoutAverage > 0 ? [count(answer.withoutAverage), t('withoutAverage')] : [null],
      [points(answer.mean), t('meanAll')], [points(answer.passMark), t('passMarkOf', { maximum: points(answer.maximum) })],
    ])}
    <section class="card"><h2>${t('chart')}</h2>
      ${all <= fewEntries && answer.matching === all && answer.entries.length === all ? barsOf(context, answer) : spreadOf(answer)}</section>
    <section class="card"><h2>${t('entryTable')}</h2>
      ${filtersOf(list, { label: t('searchEntries'), hint: t('searchHint'), orders: orders(), usual },
        choice({ id: 'passed', label: t('outcome'), value: list.asked.get('passed') ?? '', options: [['', t('all')], ['yes', t('passed')], ['no', t('notPassed')], ['none', t('withoutAverage')]], choose: value => list.set('passed', value) }),
        provinceFilter(list, answer.provinces))}
      <p role="status">${t('matching', { count: count(answer.matching) })}</p>
      ${answer.entries.length === 0 ? empty(t('nothingFound'), t('nothingFoundHelp')) : table(t('entryTable'), columns(context, list, answer), answer.entries, list.sorting(usual))}
      ${turning(list, answer.entries.length)}
      <div class="row">
        ${download(t('asXlsx'), list.message, of(context.id, 'results.xlsx'), `${context.id}-results.xlsx`)}
        ${download(t('asCsv'), list.message, of(context.id, 'results.csv'), `${context.id}-results.csv`)}
      </div>${list.message}</section>`;
}

const orders = () => [['rank', t('byRank')], ['code', t('byCode')], ['organisation', t('byOrganisation')], ['province', t('byProvince')], ['average', t('byAverageUp')], ['-average', t('byAverageDown')]];

/** The address of an entry, with what the list showed, so that one can go to the next of it. */
export const entryAddress = (context, code, asked) => `${context.base}/results/${encodeURIComponent(code)}${asked?.size ? `?${asked}` : ''}`;

const columns = (context, list, answer) => [
  { name: t('rank'), number: true, by: 'rank', cell: result => result.rank ?? '–' },
  { name: t('entry'), head: true, by: 'code', cell: result => html`<a href=${entryAddress(context, result.entry.code, filtersIn(list))}>${result.entry.code}</a>` },
  { name: t('organisation'), by: 'organisation', cell: result => html`${result.entry.organisation}<br><small>${result.entry.project}</small>` },
  { name: t('province'), by: 'province', cell: result => result.entry.province },
  { name: t('average'), number: true, by: 'average', cell: result => points(result.average) },
  { name: t('chart'), cell: result => part(result.average, answer) },
  { name: t('outcome'), cell: outcome },
  { name: t('judges'), number: true, cell: result => count(result.judges) },
];

function filtersIn({ asked }) {
  const filters = new URLSearchParams(asked);
  filters.delete('skip');
  return filters;
}

/** Passed, not passed, or no average. */
export const outcome = result => result.passed === null || result.passed === undefined
  ? tag('wait', t('withoutAverage'))
  : tag(result.passed ? 'good' : 'none', t(result.passed ? 'passed' : 'notPassed'));
