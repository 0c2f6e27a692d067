// One entry: its result with the criteria behind it, and beside it its letter, certificate and result sheet.
import { ask, of, page } from './api.js';
import { button, el, facts, say, table } from './elements.js';
import { part } from './chart.js';
import { count, points, t } from './language.js';
import { run, show } from './problems.js';
import { outcome } from './results.js';
import { withdrawalsOf } from './withdrawals.js';

const documents = { letter: [], certificate: ['certificate'], resultSheet: ['results'] };

export async function entryPart(area, context, code) {
  const { answer } = await page(`${of(context.id, 'results')}?${new URLSearchParams({ q: code, limit: 1000 })}`, context.signal);
  const result = answer.entries.find(each => each.entry.code === code);
  area.append(el('p', {}, el('a', { href: `${context.base}/results` }, t('backToResults'))));
  if (!result) {
    area.append(el('p', { class: 'problem' }, t('noEntry', { code })));
    return;
  }
  area.append(el('h2', {}, `${result.entry.code} · ${result.entry.organisation}`), el('div', { class: 'two' }, about(context, answer, result), preview(context, result)), await withdrawalsOf(context, code, answer.judges));
}

function about(context, answer, result) {
  const { entry } = result;
  const own = new Map(result.criteria.map(criterion => [criterion.code, criterion]));
  const hasWeights = result.criteria.some(criterion => criterion.weighted !== undefined);
  const criteria = answer.rubric.flatMap(category => category.criteria.map(criterion => ({ ...criterion, category })));
  return el('section', {},
    facts([
      [t('average'), el('strong', {}, t('ofMaximum', { mark: points(result.average), maximum: points(answer.maximum) }))],
      [t('outcome'), outcome(result)], [t('passMark'), points(answer.passMark)], [t('rank'), result.rank], [t('judges'), count(result.judges)],
      [t('project'), entry.project], [t('addressee'), entry.addressee], [t('address'), entry.sarabanEmail], [t('province'), entry.province],
    ]),
    context.cycle.letters > 0 && el('p', {}, el('a', { href: `${context.base}/ledger/${encodeURIComponent(entry.code)}` }, t('itsDelivery'))),
    el('h3', {}, t('criteria')),
    table(t('criteria'), [
      { name: t('criterion'), head: true, cell: row => [`${row.code} `, el('small', {}, row.title)] },
      { name: t('average'), number: true, cell: row => points(own.get(row.code)?.average) },
      { name: t('most'), number: true, cell: row => points(row.max) },
      hasWeights && { name: t('countsAs'), number: true, cell: row => points(own.get(row.code)?.weighted ?? own.get(row.code)?.average) },
      { name: t('chart'), cell: row => part(own.get(row.code)?.average, { maximum: row.max }) },
    ].filter(Boolean), criteria),
    result.comments.length > 0 && [el('h3', {}, t('comments')), el('ul', {}, result.comments.map(comment => el('li', {}, comment)))]);
}

function preview(context, result) {
  const place = el('div', {});
  let address;
  const release = () => { if (address) URL.revokeObjectURL(address); };
  context.signal.addEventListener('abort', release);
  const look = async (name, pressed) => {
    const response = await ask(of(context.id, 'letters', result.entry.code, ...documents[name]), { signal: context.signal });
    release();
    address = URL.createObjectURL(await response.blob());
    place.replaceChildren(
      el('p', {}, el('a', { href: address, target: '_blank', rel: 'noopener' }, t('openApart', { document: t(name) })), ' · ',
        el('a', { href: address, download: `${context.id}-${result.entry.code}-${name}.pdf` }, t('download'))),
      // Phones show no PDF inside a page; there the two links above do.
      navigator.pdfViewerEnabled ? el('iframe', { class: 'paper', title: `${t(name)} ${result.entry.code}`, src: `${address}#navpanes=0&view=FitH` }) : el('p', { class: 'notice' }, t('noViewer')));
    for (const each of pressed.parentElement.children) each.setAttribute('aria-pressed', each === pressed);
    say(t('shown', { document: t(name) }));
  };
  const choices = Object.keys(documents).map(name => button(t(name), event => run(event.currentTarget, place, look.bind(null, name, event.currentTarget)), { 'aria-pressed': 'false' }));
  const section = el('section', {}, el('h3', {}, t(context.cycle.closedAt ? 'documents' : 'preview')), el('div', { class: 'row', role: 'group', 'aria-label': t('documents') }, choices), place);
  look('letter', choices[0]).catch(error => show(place, error));
  return section;
}
