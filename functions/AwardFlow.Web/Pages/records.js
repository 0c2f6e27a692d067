// Records: the archive of the cycle, how long what is kept of it is kept, and files that were refused.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { attend, doneBox, table } from './components.js';
import { count, shortMoment, t } from './language.js';
import { confirmed, download, run, show } from './problems.js';

export async function recordsPart(area, context) {
  const message = place();
  const state = { retention: null };
  const draw = () => render(records(context, state.retention, message, acts), area);
  const read = async () => {
    state.retention = await get(of(context.id, 'retention'), context.signal);
    draw();
  };
  const erase = async (pressed, path, title) => {
    if (!await confirmed(title, t('refusedEraseSure'), t('erase'), 'bad')) return;
    await run(pressed, message, async () => {
      await ask(path, { method: 'DELETE' });
      await read();
      render(doneBox(t('refusedErased')), message);
      attend(message.querySelector('.done'));
    });
  };
  const acts = {
    one: (pressed, file) => erase(pressed, of(context.id, 'refused-uploads', file.file), t('refusedEraseTitle', { file: nameOf(file) })),
    all: pressed => erase(pressed, of(context.id, 'refused-uploads'), t('refusedEraseAllTitle')),
  };
  await read().catch(error => show(message, error));
}

const records = (context, { kinds, refusedUploads, archive }, message, acts) => html`
  <section class="card">
    <h2>${t('archive')}</h2><p>${t('archiveHelp')}</p>
    ${archive ? html`<p>${t('archiveTaken', { at: shortMoment(archive.at), by: archive.by === 'local' ? t('thisMachine') : archive.by })}<br><small class="code">${archive.sha256}</small></p>`
      : ['completed', 'cancelled'].includes(context.cycle.state) && html`<p class="notice">${t('archiveNone')}</p>`}
    <div class="row">${download(t('archiveGet'), message, of(context.id, 'archive.zip'), `${context.id}-archive.zip`)}</div>
    ${message}
  </section>
  <section class="card">
    <h2>${t('retention')}</h2><p>${t('retentionHelp')}</p>
    ${table(t('retention'), [
      { name: t('retentionKind'), head: true, cell: kind => t(`retention.${kind.kind}`) },
      { name: t('retentionDays'), cell: kind => kind.days === null || kind.days === undefined ? t('retentionStays') : t('retentionFor', { days: count(kind.days) }) },
      { name: t('retentionDue'), cell: due },
    ], kinds)}
  </section>
  <section class="card">
    <h2>${t('refused')}</h2><p>${t('refusedHelp')}</p>
    ${refusedUploads.length === 0 ? html`<p>${t('refusedNone')}</p>` : html`
      ${table(t('refused'), [
        { name: t('file'), head: true, cell: nameOf },
        { name: t('by'), cell: file => html`${file.by && `${file.by === 'local' ? t('thisMachine') : file.by}, `}${shortMoment(file.at)}` },
        { name: t('retentionDue'), cell: file => shortMoment(file.dueAt) },
        ...context.caller.roles.includes('Operator') ? [{ name: t('erase'), cell: file => html`<button type="button" class="plain" @click=${event => acts.one(event.currentTarget, file)}>${t('erase')}<span class="unseen"> ${nameOf(file)}</span></button>` }] : [],
      ], refusedUploads)}
      ${context.caller.roles.includes('Operator') && html`<div class="row"><button type="button" class="bad" @click=${event => acts.all(event.currentTarget)}>${t('refusedEraseAll')}</button></div>`}`}
  </section>`;

const due = kind => kind.erasedAt ? t('retentionErased', { at: shortMoment(kind.erasedAt) }) : kind.dueAt ? shortMoment(kind.dueAt) : '–';

const nameOf = file => file.fileName ?? `${file.file.slice(0, 12)}…${file.file.slice(64)}`;
