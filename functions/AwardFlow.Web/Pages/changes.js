// What an upload replaces, keeps or erases, said before it is taken.
import { el, table } from './elements.js';
import { count, t } from './language.js';

const listed = 50;

/** The parts of a notice about changes; none where nothing is lost or kept unawares. */
export function changesOf(changes) {
  const judges = changes.judges.filter(judge => judge.replaced > 0 || judge.standing > 0 || judge.elsewhere > 0);
  return [
    judges.length > 0 && el('div', {}, el('h3', {}, t('changedScores')), table(t('changedScores'), [
      { name: t('judge'), head: true, cell: row => row.judge },
      { name: t('scoresNew'), number: true, cell: row => count(row.new) },
      { name: t('scoresReplaced'), number: true, cell: row => count(row.replaced) },
      { name: t('scoresSame'), number: true, cell: row => count(row.same) },
      { name: t('scoresStanding'), number: true, cell: row => count(row.standing) },
      { name: t('scoresElsewhere'), number: true, cell: row => count(row.elsewhere) },
    ], judges.slice(0, listed)), more(judges)),
    changes.standing.length > 0 && el('div', { class: 'notice' }, el('p', {}, t('standingHelp')),
      el('ul', {}, changes.standing.slice(0, listed).map(each => el('li', {}, `${each.entryCode} · ${each.judge} (${count(each.scores)})`))), more(changes.standing)),
    changes.commentsErased > 0 && el('p', { class: 'notice' }, t('commentsErased', { count: count(changes.commentsErased) })),
    changes.phonesErased.length > 0 && el('p', { class: 'notice' }, t('phonesErased', { codes: codes(changes.phonesErased) })),
    changes.leftOut.length > 0 && el('p', { class: 'notice' }, t('leftOut', { count: count(changes.leftOut.length), codes: codes(changes.leftOut) })),
    changes.organisations.length > 0 && el('div', { class: changes.confirm ? 'problem' : 'notice' }, el('h3', {}, t('movedOrganisations')), changes.confirm && el('p', {}, t('movedHelp')),
      table(t('movedOrganisations'), [
        { name: t('entry'), head: true, cell: row => row.entryCode },
        { name: t('before'), cell: row => row.before },
        { name: t('after'), cell: row => row.after },
      ], changes.organisations.slice(0, listed)), more(changes.organisations)),
  ].filter(Boolean);
}

const codes = list => list.slice(0, listed).join(', ') + (list.length > listed ? ' …' : '');

const more = list => list.length > listed && el('p', {}, t('andMore', { count: count(list.length - listed) }));
