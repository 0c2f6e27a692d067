// The files that a person chose: what the check of each found, and saving all that are in order at once.
import { ask, of, save } from './api.js';
import { html, place } from './templates.js';
import { attend, doneBox, say } from './components.js';
import { changesOf } from './changes.js';
import { columnsForm, readColumns } from './columns.js';
import { count, t } from './language.js';
import { problemBox, run } from './problems.js';
import { report } from './report.js';

// What a person says of a file: the sheet, the judge, the first code, and that its changes are confirmed.
const query = (said, validate) => {
  const asked = new URLSearchParams({ ...(validate && { validate: 'true' }), ...said }).toString();
  return asked && `?${asked}`;
};

/** What is done with chosen files. `saved` is told when something was saved. */
export function checked(context, state, draw, saved) {
  const check = async (each, said = {}) => {
    Object.assign(each, { stands: 'checking', error: null, asks: null, agreed: false, said: { ...each.said, ...said } });
    draw();
    try {
      each.answer = await (await ask(of(context.id, each.kind) + query(each.said, true), { method: 'POST', file: each.file })).json();
      each.stands = 'good';
    } catch (error) {
      Object.assign(each, { stands: 'refused', error });
    }
    draw();
  };
  const take = kind => async files => {
    // What was saved before needs no more words.
    state.checks = state.checks.filter(each => each.stands !== 'saved');
    state.done = null;
    const chosen = files.map(file => ({ kind, file, said: {}, message: place() }));
    state.checks.push(...chosen);
    for (const each of chosen) await check(each);
    const good = chosen.filter(each => each.stands === 'good');
    say(good.length === chosen.length ? t('goodSheets', { files: count(good.length), rows: count(rowsOf(good)) }) : t('badSheets', { bad: count(chosen.length - good.length), files: count(chosen.length) }));
    document.querySelector(good.length < chosen.length ? '.file .problem' : '.file')?.scrollIntoView({ block: 'nearest' });
    attend(document.querySelector(good.length < chosen.length ? '.file .problem' : '.waiting button'));
  };
  const saveAll = async pressed => run(pressed, state.message, async () => {
    const done = [];
    for (const each of ready(state)) {
      const { confirm } = each.answer.changes;
      try {
        each.answer = await (await ask(of(context.id, each.kind) + query({ ...each.said, ...(confirm && { confirm }) }, false), { method: 'POST', file: each.file })).json();
        each.stands = 'saved';
        done.push(each);
      } catch (error) {
        Object.assign(each, { stands: 'refused', error });
      }
    }
    if (done.length > 0) state.done = doneBox(t('savedAll', { files: count(done.length), rows: count(rowsOf(done)), numbers: done.map(each => each.answer.number).join(', ') }));
    draw();
    if (done.length > 0) {
      await saved();
      attend(document.querySelector('.done'));
    }
  });
  const discard = () => {
    state.checks = [];
    draw();
  };
  return { take, check, saveAll, discard, draw };
}

const ready = state => state.checks.filter(each => each.stands === 'good' && (!each.answer.changes.confirm || each.agreed));
const rowsOf = checks => checks.reduce((sum, each) => sum + each.answer.rows, 0);

/** What waits to be saved, always in sight. */
export function waitingBar(state, files) {
  const good = state.checks.filter(each => each.stands === 'good');
  if (good.length === 0) return null;
  const able = ready(state);
  const bad = state.checks.filter(each => each.stands === 'refused').length;
  return html`<div class="waiting" role="group" aria-label=${t('notYetSaved')}>
    <p><strong>${t('notYetSaved')}</strong> ${t('goodSheets', { files: count(good.length), rows: count(rowsOf(good)) })}${bad > 0 && ` · ${t('refusedSheets', { files: count(bad) })}`}</p>
    <button type="button" class="main" ?disabled=${able.length === 0} @click=${event => files.saveAll(event.currentTarget)}>${able.length === 1 ? t('saveRows', { rows: count(rowsOf(able)) }) : t('saveFiles', { files: count(able.length), rows: count(rowsOf(able)) })}</button>
    <button type="button" @click=${files.discard}>${t('discard')}</button>
  </div>`;
}

/** One file: what was found in it. */
export const fileCard = (context, check, files) => html`
  <section class="card file" aria-label=${check.file.name}>
    <h2>${t(check.kind)}: ${check.file.name}</h2>
    ${{ checking: () => html`<p role="status">${t('checking')}</p>`, good: goodFile, saved: savedFile, refused: refusedFile }[check.stands]?.(context, check, files)}
  </section>`;

const savedFile = (context, { answer }) => html`<p class="quiet">✓ ${t('taken', { rows: count(answer.rows), number: answer.number })}</p>${more(answer)}`;

const goodFile = (context, check, files) => html`
  <p>✓ ${t('goodSheet', { rows: count(check.answer.rows) })}</p>${more(check.answer)}
  ${check.answer.changes.confirm && html`<label class="check"><input type="checkbox" .checked=${check.agreed} @change=${event => {
    check.agreed = event.target.checked;
    files.draw();
  }}> ${t('changesSeen')}</label>`}`;

function refusedFile(context, check, files) {
  const { error, message } = check;
  const problem = error.problem ?? {};
  const again = said => files.check(check, said);
  return html`${problemBox(error)}${check.asks
    ? columnsForm(context, check, () => again({}))
    : html`${error.status === 0 && html`<button type="button" @click=${() => again({})}>${t('tryAgain')}</button>`}
      ${problem.sheets && whichSheet(problem.sheets, check.kind, again)}
      ${problem.canNumber && firstCode(again)}
      ${check.kind === 'scores' && problem.rows?.some(row => ['judge', 'กรรมการ'].includes(row.column) && row.value === '') && judgeOfAll(again)}
      ${problem.rows?.length > 0 && badRows(context, check, files)}`}${message}`;
}

const whichSheet = (sheets, kind, again) => html`<div class="row" role="group" aria-label=${t('sheetMeant')}>
  ${sheets.map(sheet => html`<button type="button" @click=${() => again({ sheet })}>${sheet}</button>`)}
  ${kind === 'scores' && sheets.length > 1 && html`<button type="button" class="main" @click=${() => again({ sheet: '*' })}>${t('allSheets')}</button>`}</div>`;

const firstCode = again => html`
  <form @submit=${event => {
    event.preventDefault();
    again({ firstCode: new FormData(event.target).get('first-code').trim() });
  }}><p>${t('numberHelp')}</p>
    <div class="row end"><div class="field"><label for="first-code">${t('firstCode')}</label><input id="first-code" name="first-code" type="text" value="001" required></div>
    <button>${t('numberEntries')}</button></div></form>`;

const judgeOfAll = again => html`
  <form @submit=${event => {
    event.preventDefault();
    again({ judge: new FormData(event.target).get('judge-of-all').trim() });
  }}><p>${t('judgeOfAllHelp')}</p>
    <div class="row end"><div class="field"><label for="judge-of-all">${t('judgeOfAll')}</label><input id="judge-of-all" name="judge-of-all" type="text" autocomplete="off" required></div>
    <button>${t('checkAgain')}</button></div></form>`;

function badRows(context, check, files) {
  const { error: { problem }, kind, file, said, message } = check;
  const lacksColumn = problem.rows.some(row => row.value === '' && !problem.rows.some(other => other.row > row.row));
  return html`<p>${t('mendHelp')}</p>
    <div class="row">
      <button type="button" @click=${event => run(event.currentTarget, message, () => save(`${of(context.id, kind, 'problems.xlsx')}${query(said, false)}`, 'problems.xlsx', { method: 'POST', file }))}>${t('problemCopy')}</button>
      ${lacksColumn && html`<button type="button" @click=${event => run(event.currentTarget, message, async () => {
        check.asks = await readColumns(context, kind, file);
        files.draw();
      })}>${t('whichColumn')}</button>`}
    </div>
    ${report(t('problems', { count: count(problem.problems) }), problem.rows)}
    ${problem.unlisted > 0 && html`<p>${t('andMore', { count: count(problem.unlisted) })}</p>`}`;
}

const more = answer => html`
  ${changesOf(answer.changes)}
  ${answer.sheets.length > 1 && html`<p>${t('sheetsRead', { sheets: answer.sheets.join(', ') })}</p>`}
  ${answer.byPost > 0 && html`<p>${t('byPostCount', { count: count(answer.byPost) })}</p>`}
  ${answer.ignoredColumns.length > 0 && html`<p>${t('ignored', { columns: answer.ignoredColumns.join(', ') })}</p>`}
  ${answer.warnings.length > 0 && html`<h3>${t('warnings', { count: count(answer.warnings.length) })}</h3>${report(t('warnings', { count: count(answer.warnings.length) }), answer.warnings)}`}
  ${answer.passedOver.length > 0 && html`<details><summary>${t('passedOver', { count: count(answer.passedOver.length) })}</summary>${report(t('passedOver', { count: count(answer.passedOver.length) }), answer.passedOver)}</details>`}`;
