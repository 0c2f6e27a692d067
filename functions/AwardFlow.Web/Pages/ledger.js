// The delivery ledger, a page at a time: what waits for a person comes first.
import { of } from './api.js';
import { html, render } from './templates.js';
import { address, attend, choice, empty, notice, table, tag } from './components.js';
import { detail } from './causes.js';
import { awaitingBox, correctLink, mayCorrect } from './correction-parts.js';
import { count, shortMoment, t } from './language.js';
import { isOfOffice } from './may.js';
import { filtersOf, listOf, provinceFilter, turning } from './list.js';
import { download } from './problems.js';
import { releaseBox } from './release.js';
import { deliveryState, deliveryWords } from './states.js';

const known = ['pending', 'claimed', 'accepted', 'deferred', 'delivered', 'bounced', 'dropped', 'held', 'toPost', 'posted', 'received'];
const usual = 'trouble';

export async function ledgerPart(area, context) {
  if (context.cycle.letters === 0) {
    render(empty(t('noLedgerTitle'), t('noLedger')), area);
    return;
  }
  let done = null;
  const list = listOf(context, of(context.id, 'ledger'), answer => render(shown(context, list, answer, done, again), area));
  const again = async words => {
    done = words;
    await list.load();
    attend(area.querySelector('.done'));
  };
  await list.load();
  // Follows the sending.
  context.looked = changed => { if (changed) list.load(); };
}

const shown = (context, list, answer, done, again) => html`
  ${done}${isOfOffice(context.caller) && awaitingBox(context)}${releaseBox(context, answer.rows, list.message, again)}
  ${answer.troubledCount > 0 && list.asked.get('state') !== 'troubled' && notice(html`<p>${t('troubledCount', { count: count(answer.troubledCount) })} <button type="button" class="plain" @click=${() => list.set('state', 'troubled')}>${t('showTroubled')}</button></p>`, true)}
  <section class="card">
    ${filtersOf(list, { label: t('searchEntries'), hint: t('searchLedgerHint'), orders: orders(), usual },
      choice({ id: 'state', label: t('state'), value: list.asked.get('state') ?? '', options: states(answer), choose: value => list.set('state', value) }),
      isOfOffice(context.caller) && choice({ id: 'passed', label: t('outcome'), value: list.asked.get('passed') ?? '', options: [['', t('all')], ['yes', t('passed')], ['no', t('notPassed')]], choose: value => list.set('passed', value) }),
      provinceFilter(list, answer.provinces))}
    <p role="status">${t('matching', { count: count(answer.matching) })}</p>
    ${answer.rows.length === 0 ? empty(t('nothingFound'), t('nothingFoundHelp')) : table(t('part.ledger'), columns(context), answer.rows, list.sorting(usual))}
    ${turning(list, answer.rows.length)}
    <div class="row">
      ${isOfOffice(context.caller) && html`${download(t('asXlsx'), list.message, of(context.id, 'deliveries.xlsx'), `${context.id}-deliveries.xlsx`)}
      ${download(t('asCsv'), list.message, of(context.id, 'deliveries.csv'), `${context.id}-deliveries.csv`)}`}
      <button type="button" class="plain" @click=${list.load}>${t('lookAgain')}</button>
      ${isOfOffice(context.caller) && (mayCorrect(context) || context.cycle.corrections > 0) && html`${correctLink(context)}<a href="${context.base}/corrections">${t('corrections')}</a>`}
    </div>${list.message}
  </section>`;

const states = ({ states, troubledCount }) => [['', t('all')], ['troubled', `${t('troubled')} (${count(troubledCount)})`],
  ...known.filter(state => states[state] > 0).map(state => [state, `${deliveryWords(state)} (${count(states[state])})`])];

const orders = () => [['trouble', t('byTrouble')], ['code', t('byCode')], ['organisation', t('byOrganisation')], ['province', t('byProvince')], ['-at', t('byLatest')]];

const columns = context => [
  { name: t('entry'), head: true, by: 'code', cell: row => html`<a href="${context.base}/ledger/${encodeURIComponent(row.entryCode)}">${row.entryCode}</a>` },
  { name: t('agency'), by: 'organisation', cell: row => html`${row.organisation}<br><small>${row.mailedTo || row.address ? address(row.mailedTo ?? row.address) : t('byPost')}</small>${row.mailedTo && html` ${tag('wait', t('newAddressUnsent'))}`}` },
  { name: t('province'), by: 'province', cell: row => row.province },
  { name: t('state'), by: 'trouble', cell: row => html`${deliveryState(row.state)} ${row.possibleDuplicate && tag('wait', t('possibleDuplicate'))}${corrected(context, row)}` },
  { name: t('since'), by: 'at', cell: row => shortMoment(row.stateAt) },
  { name: t('reminders'), number: true, cell: row => row.reminders || '–' },
  { name: t('detail'), cell: row => row.receipt ? html`<span lang="th">${row.receipt.stamp}</span>` : row.detail ? detail(row) : '–' },
];

// Each correction stands beside the letter that it corrects.
const corrected = (context, row) => row.corrections?.map(each => html`<br><small>${isOfOffice(context.caller)
  ? html`<a href="${context.base}/corrections/${each.correction}">${t('correctionOf', { number: each.correction })}</a>` : t('correctionOf', { number: each.correction })} ${deliveryState(each.state)}</small>`);
