// Uploading: files are checked first, all at once, and saved only when a person says so. Below, all that came before.
import { of } from './api.js';
import { html, place, render } from './templates.js';
import { empty, notice } from './components.js';
import { checked, fileCard, waitingBar } from './checks.js';
import { drop } from './drop.js';
import { t } from './language.js';
import { holdUnsaved } from './places.js';
import { download } from './problems.js';
import { stageOf } from './states.js';
import { historyOf } from './upload-history.js';

const accept = '.xlsx,.csv,.tsv,.txt';

export async function uploadsPart(area, context) {
  const state = { checks: [], done: null, dropped: [], message: place() };
  const collecting = () => ['open', 'needsAttention'].includes(stageOf(context.cycle));
  const history = historyOf(context, () => {
    // What was said of files that came before is true no more.
    state.checks = state.checks.filter(each => each.stands !== 'saved');
    state.done = null;
    draw();
  });
  const draw = () => {
    const unsaved = state.checks.filter(each => each.stands === 'good');
    holdUnsaved(unsaved.length > 0 ? t('unsavedFiles', { files: unsaved.map(each => each.file.name).join(', ') }) : null);
    render(html`
      ${collecting() && context.caller.roles.includes('Operator') ? senders(context, state, files) : notice(t(collecting() ? 'onlyOperators' : 'uploadsClosed'))}
      ${state.dropped.length > 0 && notice(t('droppedFiles', { files: state.dropped.join(', ') }), true)}
      ${state.done}
      <div>${state.checks.map(check => fileCard(context, check, files))}</div>
      ${waitingBar(state, files)}
      <section class="card"><h2>${t('history')}</h2>${history.shown() ?? empty(t('noUploads'), t('noUploadsHelp'))}</section>`, area);
  };
  const files = checked(context, state, draw, () => Promise.all([history.load(), context.reload()]));
  context.looked = (changed, before) => {
    if (before.state === context.cycle.state) return;
    if (!collecting()) {
      // Nothing of these came in, and nothing can any more.
      state.dropped = state.checks.filter(each => each.stands !== 'saved').map(each => each.file.name);
      state.checks = [];
    }
    draw();
  };
  context.signal.addEventListener('abort', () => holdUnsaved(null));
  await history.load();
  draw();
  history.follow(draw);
}

const senders = (context, { message }, { take }) => html`
  <div class="two">
    <section class="card"><h2>${t('sendEntries')}</h2>
      ${drop({ id: 'entries-file', label: t('entriesFile'), accept, take: take('entries') })}
      ${download(t('entriesTemplate'), message, of(context.id, 'templates', 'entries.xlsx'), 'entries.xlsx')}</section>
    <section class="card"><h2>${t('sendScores')}</h2>
      ${drop({ id: 'scores-file', label: t('scoresFile'), hint: t('dropManyHint'), accept, multiple: true, take: take('scores') })}
      ${download(t('scoresTemplate'), message, of(context.id, 'templates', 'scores.xlsx'), 'scores.xlsx')}</section>
  </div>${message}`;
