// What an upload replaces, keeps or erases, said before it is saved.
import { html } from './templates.js';
import { notice, table } from './components.js';
import { count, t } from './language.js';

const listed = 50;

/** The notices about changes; none where nothing is lost or kept unawares. */
export function changesOf(changes) {
  const judges = changes.judges.filter(judge => judge.replaced > 0 || judge.standing > 0 || judge.elsewhere > 0);
  return html`
    ${judges.length > 0 && html`<h3>${t('changedScores')}</h3>${table(t('changedScores'), [
      { name: t('judge'), head: true, cell: row => row.judge },
      { name: t('scoresNew'), number: true, cell: row => count(row.new) },
      { name: t('scoresReplaced'), number: true, cell: row => count(row.replaced) },
      { name: t('scoresSame'), number: true, cell: row => count(row.same) },
      { name: t('scoresStanding'), number: true, cell: row => count(row.standing) },
      { name: t('scoresElsewhere'), number: true, cell: row => count(row.elsewhere) },
    ], judges.slice(0, listed))}${more(judges)}`}
    ${changes.standing.length > 0 && notice(html`<p>${t('standingHelp')}</p>
      <ul>${changes.standing.slice(0, listed).map(each => html`<li>${each.entryCode} · ${each.judge} (${count(each.scores)})</li>`)}</ul>${more(changes.standing)}`)}
    ${changes.commentsErased > 0 && notice(t('commentsErased', { count: count(changes.commentsErased) }), true)}
    ${changes.commentsReplaced > 0 && notice(t('commentsReplaced', { count: count(changes.commentsReplaced) }), true)}
    ${changes.phonesErased.length > 0 && notice(t('phonesErased', { codes: codes(changes.phonesErased) }), true)}
    ${changes.postalAddressesErased.length > 0 && notice(t('postalErased', { codes: codes(changes.postalAddressesErased) }), true)}
    ${changes.leftOut.length > 0 && notice(t('leftOut', { count: count(changes.leftOut.length), codes: codes(changes.leftOut) }), true)}
    ${changes.organisations.length > 0 && html`<div class=${changes.confirm ? 'problem' : 'notice'}><h3>${t('movedOrganisations')}</h3>${changes.confirm && html`<p>${t('movedHelp')}</p>`}
      ${table(t('movedOrganisations'), [
        { name: t('entry'), head: true, cell: row => row.entryCode },
        { name: t('before'), cell: row => row.before },
        { name: t('after'), cell: row => row.after },
      ], changes.organisations.slice(0, listed))}${more(changes.organisations)}</div>`}`;
}

const codes = list => list.slice(0, listed).join(', ') + (list.length > listed ? ' …' : '');

const more = list => list.length > listed && html`<p>${t('andMore', { count: count(list.length - listed) })}</p>`;
