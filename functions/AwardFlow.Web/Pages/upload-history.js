// All uploads of a cycle, what each changed, and undoing one.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { attend, doneBox, facts, table, tag } from './components.js';
import { count, shortMoment, t } from './language.js';
import { confirmed, download, run } from './problems.js';
import { stageOf } from './states.js';

/** The history: `load` reads it, `shown` is its table or null, `undone` is told when something was undone. */
export function historyOf(context, undone) {
  const message = place();
  let uploads = [];
  let draw = () => {};
  const load = async () => {
    uploads = (await get(of(context.id, 'uploads'), context.signal)).reverse();
    draw();
  };
  return { load, follow: drawn => { draw = drawn; }, shown: () => uploads.length > 0 ? html`${message}${rows(context, uploads, message, load, undone)}` : null };
}

const rows = (context, uploads, message, load, undone) => table(t('history'), [
  { name: t('number'), head: true, cell: upload => upload.number },
  { name: t('what'), cell: what },
  { name: t('file'), cell: upload => upload.sha256 ? download(upload.fileName ?? t('file'), message, of(context.id, 'uploads', upload.sha256), upload.fileName ?? 'sheet') : '–' },
  { name: t('rows'), number: true, cell: upload => count(upload.rows) },
  { name: t('by'), cell: upload => `${upload.by === 'local' ? t('thisMachine') : upload.by}, ${shortMoment(upload.at)}` },
  { name: t('effect'), cell: upload => effectOrUndo(context, upload, message, load, undone) },
], uploads);

// What a judge submits anew takes the place of the submission before, and is no undo for that.
const isUndo = upload => upload.kind === 'undo';

const what = upload => isUndo(upload)
  ? t(upload.source ? 'takenBackOf' : 'undoOf', { number: upload.undoes })
  : upload.entryCode ? `${t(upload.kind)} ${upload.entryCode}${upload.judge ? ` · ${upload.judge}` : ''}${upload.reason ? `: ${upload.reason}` : ''}`
    : html`${t(upload.kind)}${upload.judges.length > 0 && ` (${upload.judges.slice(0, 3).join(', ')}${upload.judges.length > 3 ? '…' : ''})`} ${upload.source && html`<small>${t(`source.${upload.source}`)}</small>`}
      ${upload.undoneBy && tag('wait', t('undone'))}${upload.replacedBy && tag('wait', t('replacedBy', { number: upload.replacedBy }))}`;

function effectOrUndo(context, upload, message, load, undone) {
  const which = html`<span class="unseen"> ${upload.number}</span>`;
  const may = !isUndo(upload) && !upload.undoneBy && !upload.replacedBy && !upload.entryCode && context.caller.roles.includes('Operator') && ['open', 'needsAttention'].includes(stageOf(context.cycle));
  const undo = async pressed => {
    if (!await confirmed(t('undoTitle', { number: upload.number }), t('undoSure'), t('undo'), 'bad')) return;
    await run(pressed, message, async () => {
      await ask(of(context.id, 'uploads', String(upload.number), 'undo'), { method: 'POST' });
      undone();
      await Promise.all([load(), context.reload()]);
      render(doneBox(t('undoneNow', { number: upload.number })), message);
      attend(message.querySelector('.done'));
    });
  };
  return html`<button type="button" class="plain" @click=${event => run(event.currentTarget, message, () => effect(context, upload, message))}>${t('lookEffect')}${which}</button>
    ${may && html`<button type="button" class="plain" @click=${event => undo(event.currentTarget)}>${t('undo')}${which}</button>`}`;
}

async function effect(context, upload, message) {
  const changed = await get(of(context.id, 'uploads', String(upload.number)), context.signal);
  const files = place();
  render(html`<div class="notice"><h3>${t('effectOf', { number: upload.number })}</h3>
    ${facts([[t('scoreChanges'), count(changed.scoreChanges)], [t('entryChanges'), count(changed.entryChanges)], [t('averageChanges'), count(changed.averageChanges)]])}
    ${changed.averages.length > 0 && table(t('averageChanges'), [
      { name: t('entry'), head: true, cell: row => row.entryCode },
      { name: t('before'), number: true, cell: row => row.before ?? '–' },
      { name: t('after'), number: true, cell: row => row.after ?? '–' },
    ], changed.averages.slice(0, 50))}
    ${changed.averageChanges > 50 && html`<p>${t('andMore', { count: count(changed.averageChanges - 50) })}</p>`}
    ${changed.averageChanges > 0 && download(t('asCsv'), files, of(context.id, 'uploads', String(upload.number), 'averages.csv'), 'averages.csv')}${files}</div>`, message);
  attend(message.querySelector('h3'));
}
