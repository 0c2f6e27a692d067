// What a chair asks: how the judges score beside each other. Scores are marked here and never changed.
import { get, of } from './api.js';
import { el, facts, table } from './elements.js';
import { count, points, t } from './language.js';

const most = 100;

export async function statisticsPart(area, context) {
  if (context.cycle.scoreSheets === 0) {
    area.append(el('p', { class: 'notice' }, t('noResults')));
    return;
  }
  const found = await get(of(context.id, 'statistics'), context.signal);
  const { agreement } = found;
  area.append(
    el('p', {}, t('statisticsHelp')),
    el('h2', {}, t('agreement')),
    facts([
      [t('kendall'), points(agreement.kendallW)], [t('iccOne'), points(agreement.intraclassCorrelation)], [t('iccMean'), points(agreement.intraclassCorrelationOfMean)],
      [t('scoredByAll'), count(agreement.entries)],
    ]),
    el('h2', {}, t('judges')),
    table(t('judges'), [
      { name: t('judge'), head: true, cell: row => row.judge },
      { name: t('entries'), number: true, cell: row => count(row.entries) },
      { name: t('mean'), number: true, cell: row => points(row.mean) },
      { name: t('deviation'), number: true, cell: row => points(row.standardDeviation) },
      { name: t('leniency'), number: true, cell: row => row.leniency > 0 ? `+${points(row.leniency)}` : points(row.leniency) },
    ], found.judges),
    el('h2', {}, t('standouts', { count: count(found.standoutCount) })),
    found.standouts.length === 0 ? el('p', {}, t('noStandouts')) : table(t('standouts', { count: count(found.standoutCount) }), [
      { name: t('entry'), head: true, cell: row => el('a', { href: `${context.base}/results/${encodeURIComponent(row.entryCode)}` }, row.entryCode) },
      { name: t('judge'), cell: row => row.judge },
      { name: t('criterion'), cell: row => row.criterion ?? t('total') },
      { name: t('given'), number: true, cell: row => points(row.points) },
      { name: t('median'), number: true, cell: row => points(row.median) },
    ], found.standouts.slice(0, most)));
  if (found.standoutCount > most) area.append(el('p', {}, t('andMore', { count: count(found.standoutCount - most) })));
}
