// What came on paper is typed by the secretary, on the form that judges have, and marked so.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { notice } from './components.js';
import { draftOf, longestSave, within } from './judge-draft.js';
import { conflictBox, criteriaOf, savedMark, scoringForm, sumShown } from './judge-form.js';
import { decimal, plus, times, written } from './judge-numbers.js';
import { hour, shortMoment, t } from './language.js';
import { holdUnsaved } from './places.js';
import { problemBox, run } from './problems.js';

/** An entry of a judge's sheet, to be typed. */
export async function paperEntry(area, context, board, row, code) {
  const path = of(context.id, 'judging', row.judge, 'entries', code);
  const [definition, entry] = await Promise.all([get(of(context.id, 'definition'), context.signal), get(path, context.signal)]);
  const sheetOf = ({ rubric, judging }) => ({
    rubric, step: judging?.step ?? null,
    highestTotal: written(criteriaOf(rubric).reduce((sum, { max, weight }) => plus(sum, times(decimal(max), decimal(weight ?? 1))), { units: 0n, decimals: 0 })),
  });
  const sheet = sheetOf(definition);
  const message = place();
  const may = board.entries.filter((each, i) => ['empty', 'begun', 'complete', 'returned'].includes(row.cells[i]));
  const at = may.indexOf(code);
  const address = to => `${context.base}/judging/${encodeURIComponent(row.judge)}${to ? `?entry=${encodeURIComponent(to)}` : ''}`;
  const draw = () => {
    // What becomes of the entry that was left is no matter of the next one's.
    if (context.signal.aborted) return;
    holdUnsaved(draft.holds() || draft.hasFaults() ? t('judging.unsaved', { code }) : null, async () => await draft.save().catch(() => false) && !draft.hasFaults());
    render(html`<div class="paper-form">
      <p><a class="back" href=${address(null)}>‹ ${row.judge}</a></p>
      <h2 class="title" data-begin>${code} · ${entry.entry.project}</h2>
      <p class="quiet">${[entry.entry.organisation, t('judging.typedFor', { judge: row.judge })].filter(Boolean).join(' · ')}</p>
      ${message}
      ${entry.question && notice(html`<p><strong>${t('judge.question')}</strong> ${entry.question.text}</p><p class="quiet">${entry.question.by}</p>`, true)}
      ${entry.hidden && notice(t('judging.hidden'), true)}
      ${draft.stands === 'conflict' && conflictBox({ t, moment: shortMoment, sheet, draft, run: work => event => run(event.currentTarget, message, work) })}
      ${['refused', 'kept'].includes(draft.stands) && draft.error && problemBox(draft.error)}
      ${!entry.hidden && scoringForm({ t, sheet, draft, editable: entry.editable })}
      <div class="foot">${!entry.hidden && html`${sumShown({ t, sheet, draft })}${savedMark({ t, hour, draft })}`}
        <div class="turns">${at > 0 && html`<a class="button" aria-label=${t('judge.previous')} href=${address(may[at - 1])}>‹</a>`}
          ${may[at + 1] ? html`<a class="button main" href=${address(may[at + 1])}>${t('judge.next')}</a>` : html`<a class="button main" href=${address(null)}>${t('judging.backToJudge')}</a>`}</div></div></div>`, area);
  };
  const draft = draftOf({
    code, entry, rules: { get criteria() { return criteriaOf(sheet.rubric); }, get step() { return sheet.step; } }, device: t('judging.fromPaperMark'),
    read: () => get(path), keep: () => {}, forget: () => {}, changed: () => draw(),
    outdated: async () => {
      Object.assign(sheet, sheetOf(await get(of(context.id, 'definition'), context.signal)));
      draw();
    },
    put: async (json, version) => (await ask(path, { method: 'PUT', json, headers: { 'If-Match': `"${version}"` }, signal: within(longestSave) })).json(),
  });
  context.signal.addEventListener('abort', () => holdUnsaved(null));
  draw();
}
