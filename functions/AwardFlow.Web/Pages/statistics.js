// What a chair asks: how the judges score beside each other, each figure with what it says. Scores are never changed here.
import { get, of } from './api.js';
import { html, render } from './templates.js';
import { empty, notice, table } from './components.js';
import { count, points, t } from './language.js';

const most = 100;

export async function statisticsPart(area, context) {
  if (context.cycle.scoreSheets === 0) {
    render(empty(t('noResults'), t('noResultsHelp')), area);
    return;
  }
  const found = await get(of(context.id, 'statistics'), context.signal);
  render(html`${notice(t('statisticsHelp'))}
    <section class="card"><h2>${t('agreement')}</h2>${agreementOf(found.agreement)}</section>
    <section class="card"><h2>${t('judges')}</h2>${judgesOf(found.judges)}</section>
    <section class="card"><h2>${t('standouts', { count: count(found.standoutCount) })}</h2>${standoutsOf(context, found)}</section>`, area);
}

// The words follow R. C. Schmidt (1997) for W, T. K. Koo and M. Y. Li (2016) for ICC.
const level = (value, bounds) => value === null || value === undefined ? 'none' : ['low', 'some', 'good', 'high'][bounds.filter(bound => value >= bound).length];
const concordance = value => level(value, [.3, .5, .7]);
const reliability = value => level(value, [.5, .75, .9]);

const agreementOf = agreement => table(t('agreement'), [
  { name: t('figure'), head: true, cell: row => row.name },
  { name: t('value'), number: true, cell: row => row.value },
  { name: t('meaning'), cell: row => row.says },
], [
  { name: t('kendall'), value: points(agreement.kendallW), says: t(`kendall.${concordance(agreement.kendallW)}`) },
  { name: t('iccOne'), value: points(agreement.intraclassCorrelation), says: t(`iccOne.${reliability(agreement.intraclassCorrelation)}`) },
  { name: t('iccMean'), value: points(agreement.intraclassCorrelationOfMean), says: t(`iccMean.${reliability(agreement.intraclassCorrelationOfMean)}`, { judges: count(agreement.judges) }) },
  { name: t('scoredByAll'), value: count(agreement.entries), says: t('scoredByAllSays', { count: count(agreement.entries), judges: count(agreement.judges) }) },
]);

function judgesOf(judges) {
  const spread = judges.map(judge => judge.standardDeviation).filter(value => typeof value === 'number');
  const usual = spread.reduce((sum, value) => sum + value, 0) / (spread.length || 1);
  return table(t('judges'), [
    { name: t('judge'), head: true, cell: row => row.judge },
    { name: t('entries'), number: true, cell: row => count(row.entries) },
    { name: t('mean'), number: true, cell: row => points(row.mean) },
    { name: t('deviation'), number: true, cell: row => points(row.standardDeviation) },
    { name: t('leniency'), number: true, cell: row => row.leniency > 0 ? `+${points(row.leniency)}` : points(row.leniency) },
    { name: t('meaning'), cell: row => judgeSays(row, usual) },
  ], judges);
}

// A judge who is within a point of the others, and whose scores spread about as theirs, is like them.
function judgeSays({ leniency, standardDeviation }, usual) {
  const beside = typeof leniency !== 'number' ? t('lenient.none') : Math.abs(leniency) < 1 ? t('lenient.same') : t(leniency > 0 ? 'lenient.above' : 'lenient.below', { points: points(Math.abs(leniency)) });
  const wide = typeof standardDeviation !== 'number' || usual === 0 ? '' : standardDeviation < usual / 2 ? t('spread.narrow') : standardDeviation > usual * 1.5 ? t('spread.wide') : t('spread.same');
  return `${beside} ${wide}`;
}

const standoutsOf = (context, found) => found.standouts.length === 0 ? html`<p>${t('noStandouts')}</p>` : html`
  <p>${t('standoutsSay')}</p>
  ${table(t('standouts', { count: count(found.standoutCount) }), [
    { name: t('entry'), head: true, cell: row => html`<a href="${context.base}/results/${encodeURIComponent(row.entryCode)}">${row.entryCode}</a>` },
    { name: t('judge'), cell: row => row.judge },
    { name: t('criterion'), cell: row => row.criterion ?? t('total') },
    { name: t('given'), number: true, cell: row => points(row.points) },
    { name: t('median'), number: true, cell: row => points(row.median) },
    { name: t('meaning'), cell: row => t(row.points > row.median ? 'standout.above' : 'standout.below', { points: points(Math.abs(row.points - row.median)) }) },
  ], found.standouts.slice(0, most))}
  ${found.standoutCount > most && html`<p>${t('andMore', { count: count(found.standoutCount - most) })}</p>`}`;
