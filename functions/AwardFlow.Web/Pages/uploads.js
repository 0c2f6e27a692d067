// Uploading: each file is checked first and taken only when a person says so. Below it, all that came before.
import { ask, get, of, save } from './api.js';
import { attend, button, el, facts, field, say, table } from './elements.js';
import { changesOf } from './changes.js';
import { askColumns } from './columns.js';
import { drop } from './drop.js';
import { count, shortMoment, t } from './language.js';
import { confirmed, doneBox, download, run, show } from './problems.js';
import { report } from './report.js';

const accept = '.xlsx,.csv,.tsv,.txt';

export async function uploadsPart(area, context) {
  const { caller, cycle } = context;
  const open = ['open', 'needsAttention'].includes(cycle.state);
  const operator = caller.roles.includes('Operator');
  const outcome = el('div', {});
  const message = el('div', {});
  const history = el('div', {});
  if (open && operator) area.append(...senders(context, outcome, message, () => list(context, history)));
  else area.append(el('p', { class: 'notice' }, t(open ? 'onlyOperators' : 'uploadsClosed')));
  area.append(message, outcome, el('h2', {}, t('history')), history);
  await list(context, history);
}

function senders(context, outcome, message, taken) {
  const take = kind => files => checkAll(context, kind, files, outcome, taken);
  return [
    el('div', { class: 'two' },
      el('section', {}, el('h2', {}, t('sendEntries')),
        drop({ label: t('entriesFile'), accept, take: take('entries') }),
        download(t('entriesTemplate'), message, of(context.id, 'templates', 'entries.xlsx'), 'entries.xlsx')),
      el('section', {}, el('h2', {}, t('sendScores')),
        drop({ label: t('scoresFile'), hint: t('dropManyHint'), accept, multiple: true, take: take('scores') }),
        download(t('scoresTemplate'), message, of(context.id, 'templates', 'scores.xlsx'), 'scores.xlsx'))),
  ];
}

async function checkAll(context, kind, files, outcome, taken) {
  outcome.replaceChildren();
  for (const file of files) {
    const box = el('section', {}, el('h2', {}, `${t(kind)}: ${file.name}`));
    const inside = el('div', {}, el('p', { role: 'status' }, t('checking')));
    box.append(inside);
    outcome.append(box);
    if (file === files[0]) attend(box.querySelector('h2'));
    await check(context, kind, file, {}, inside, taken);
  }
}

// What a person says of a file: the sheet, the judge, the first code, and that its changes are confirmed.
const query = (said, validate) => {
  const asked = new URLSearchParams({ ...(validate && { validate: 'true' }), ...said }).toString();
  return asked && `?${asked}`;
};

async function check(context, kind, file, said, inside, taken) {
  try {
    const answer = await (await ask(of(context.id, kind) + query(said, true), { method: 'POST', file })).json();
    const { confirm } = answer.changes;
    const accept = button(t(confirm ? 'takeConfirmed' : 'take', { rows: count(answer.rows) }), () => run(accept, problems, async () => {
      const done = await (await ask(of(context.id, kind) + query({ ...said, ...(confirm && { confirm }) }, false), { method: 'POST', file })).json();
      const box = doneBox(t('taken', { rows: count(done.rows), number: done.number }), ...more(done));
      inside.replaceChildren(box);
      attend(box);
      await Promise.all([taken(), context.reload()]);
    }), { class: 'main' });
    const problems = el('div', {});
    const good = doneBox(t('goodSheet', { rows: count(answer.rows) }), el('p', {}, t('notYetTaken')));
    inside.replaceChildren(good, ...more(answer), accept, problems);
    say(t('goodSheet', { rows: count(answer.rows) }));
  } catch (error) {
    show(inside, error);
    const again = more => check(context, kind, file, { ...said, ...more }, inside, taken);
    if (error.problem?.sheets) inside.append(whichSheet(error.problem.sheets, kind, again));
    if (error.problem?.canNumber) inside.append(firstCode(again));
    if (kind === 'scores' && error.problem?.rows?.some(row => row.column === 'judge' && row.value === '')) inside.append(judgeOfAll(again));
    if (error.problem?.rows?.length > 0) inside.append(...refused(context, kind, file, said, error.problem, inside, again));
  }
}

const whichSheet = (sheets, kind, again) => el('div', { class: 'row', role: 'group', 'aria-label': t('sheetMeant') },
  sheets.map(sheet => button(sheet, () => again({ sheet }))), kind === 'scores' && sheets.length > 1 && button(t('allSheets'), () => again({ sheet: '*' }), { class: 'main' }));

function firstCode(again) {
  const code = el('input', { type: 'text', value: '001' });
  return el('section', {}, el('p', {}, t('numberHelp')), field(t('firstCode'), code), button(t('numberEntries'), () => again({ firstCode: code.value.trim() })));
}

function judgeOfAll(again) {
  const judge = el('input', { type: 'text', autocomplete: 'off' });
  return el('section', {}, el('p', {}, t('judgeOfAllHelp')), field(t('judgeOfAll'), judge), button(t('checkAgain'), () => judge.value.trim() && again({ judge: judge.value.trim() })));
}

function refused(context, kind, file, said, problem, inside, again) {
  const lacksColumn = problem.rows.some(row => row.value === '' && !problem.rows.some(other => other.row > row.row));
  const message = el('div', {});
  const copy = button(t('problemCopy'), event => run(event.currentTarget, message, () =>
    save(`${of(context.id, kind, 'problems.xlsx')}${query(said, false)}`, 'problems.xlsx', { method: 'POST', file })));
  return [
    el('p', {}, t('mendHelp')), el('div', { class: 'row' }, copy, lacksColumn && button(t('whichColumn'), event => run(event.currentTarget, message, () => askColumns(context, kind, file, inside, () => again({}))))), message,
    report(t('problems', { count: count(problem.problems) }), problem.rows),
    problem.unlisted > 0 && el('p', {}, t('andMore', { count: count(problem.unlisted) })),
  ].filter(Boolean);
}

const more = answer => [
  ...changesOf(answer.changes),
  answer.sheets.length > 1 && el('p', {}, t('sheetsRead', { sheets: answer.sheets.join(', ') })),
  answer.ignoredColumns.length > 0 && el('p', {}, t('ignored', { columns: answer.ignoredColumns.join(', ') })),
  answer.warnings.length > 0 && el('div', {}, el('h3', {}, t('warnings', { count: count(answer.warnings.length) })),
    report(t('warnings', { count: count(answer.warnings.length) }), answer.warnings)),
  answer.passedOver.length > 0 && el('details', {}, el('summary', {}, t('passedOver', { count: count(answer.passedOver.length) })), report(t('passedOver', { count: count(answer.passedOver.length) }), answer.passedOver)),
].filter(Boolean);

async function list(context, place) {
  const uploads = (await get(of(context.id, 'uploads'), context.signal)).reverse();
  const message = el('div', {});
  if (uploads.length === 0) {
    place.replaceChildren(el('p', {}, t('noUploads')));
    return;
  }
  place.replaceChildren(message, table(t('history'), [
    { name: t('number'), head: true, cell: upload => upload.number },
    { name: t('what'), cell: upload => what(upload) },
    { name: t('file'), cell: upload => upload.sha256 ? download(upload.fileName ?? t('file'), message, of(context.id, 'uploads', upload.sha256), upload.fileName ?? 'sheet') : '–' },
    { name: t('rows'), number: true, cell: upload => count(upload.rows) },
    { name: t('by'), cell: upload => `${upload.by === 'local' ? t('thisMachine') : upload.by}, ${shortMoment(upload.at)}` },
    { name: t('effect'), cell: upload => effectOrUndo(context, upload, message, place) },
  ], uploads));
}

const what = upload => upload.undoes
  ? t('undoOf', { number: upload.undoes })
  : upload.entryCode ? [t(upload.kind), ` ${upload.entryCode}`, upload.judge && ` · ${upload.judge}`, `: ${upload.reason}`].filter(Boolean)
  : [t(upload.kind), upload.judges.length > 0 && ` (${upload.judges.slice(0, 3).join(', ')}${upload.judges.length > 3 ? '…' : ''})`,
    upload.undoneBy && el('span', { class: 'state wait' }, t('undone'))].filter(Boolean);

function effectOrUndo(context, upload, message, place) {
  const which = () => el('span', { class: 'unseen' }, ` ${upload.number}`);
  const look = button([t('lookEffect'), which()], () => run(look, message, () => effect(context, upload, message)), { class: 'plain' });
  const may = !upload.undoes && !upload.undoneBy && !upload.entryCode && context.caller.roles.includes('Operator') && ['open', 'needsAttention'].includes(context.cycle.state);
  const undo = may && button([t('undo'), which()], async () => {
    if (!await confirmed(t('undoTitle', { number: upload.number }), t('undoSure'), t('undo'))) return;
    await run(undo, message, async () => {
      await ask(of(context.id, 'uploads', String(upload.number), 'undo'), { method: 'POST' });
      await Promise.all([list(context, place), context.reload()]);
      const said = doneBox(t('undoneNow', { number: upload.number }));
      place.prepend(said);
      attend(said);
    });
  }, { class: 'plain' });
  return [look, ' ', undo];
}

async function effect(context, upload, message) {
  const changed = await get(of(context.id, 'uploads', String(upload.number)), context.signal);
  const title = el('h3', {}, t('effectOf', { number: upload.number }));
  const files = el('div', {});
  message.replaceChildren(el('div', { class: 'notice' }, title,
    facts([[t('scoreChanges'), count(changed.scoreChanges)], [t('entryChanges'), count(changed.entryChanges)], [t('averageChanges'), count(changed.averageChanges)]]),
    changed.averages.length > 0 && table(t('averageChanges'), [
      { name: t('entry'), head: true, cell: row => row.entryCode },
      { name: t('before'), number: true, cell: row => row.before ?? '–' },
      { name: t('after'), number: true, cell: row => row.after ?? '–' },
    ], changed.averages.slice(0, 50)),
    changed.averageChanges > 50 && el('p', {}, t('andMore', { count: count(changed.averageChanges - 50) })),
    changed.averageChanges > 0 && download(t('asCsv'), files, of(context.id, 'uploads', String(upload.number), 'averages.csv'), 'averages.csv'), files));
  attend(title);
}
