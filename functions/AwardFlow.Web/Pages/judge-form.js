// The form on which an entry is scored, on the judge's page and in the office for scores from paper. `t` tells its words.
import { html } from './templates.js';
import { decimal, faultOf, sumOf, written } from './judge-numbers.js';

const longestComment = 2000;
const longestWhole = 1800;
const longestScore = 12;

/** All criteria of a rubric, in their order. */
export const criteriaOf = rubric => rubric.flatMap(category => category.criteria);

const idOf = (what, code) => `${what}-${code.replace(/[^\w-]/g, '_')}`;

// The next box, so that the whole form can be filled without the mouse.
function onward(event) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  const boxes = [...event.target.closest('.scoring').querySelectorAll('input.score')];
  const at = boxes.indexOf(event.target);
  const next = event.shiftKey ? boxes[at - 1] : boxes[at + 1] ?? event.target.closest('.scoring').querySelector('.whole textarea');
  next?.focus();
  next?.select?.();
}

/** The form. `editable` is whether anything may be typed. */
export function scoringForm({ t, sheet, draft, editable }) {
  const several = sheet.rubric.length > 1;
  return html`<div class="scoring">
    ${sheet.rubric.map(category => html`
      ${several && html`<h2 class="score-category">${category.code} ${category.title}</h2>`}
      ${category.criteria.map(criterion => criterionBox({ t, sheet, draft, editable, criterion }))}`)}
    <div class="card whole">
      ${words({ editable, id: 'comment-whole', label: t('judge.commentWhole'), most: longestWhole, value: draft.typed.comment, fault: faultTold(draft, null, true), type: text => draft.type(typed => { typed.comment = text; }) })}
    </div>
  </div>`;
}

// Why the server took a score or a comment not; `code` is null for the comment on the whole.
const faultTold = (draft, code, isComment) => draft.error?.problem?.faults?.find(each => (each.criterion ?? null) === code && Boolean(each.comment) === isComment)?.problem;

function criterionBox({ t, sheet, draft, editable, criterion }) {
  const { code, max, weight } = criterion;
  const [id, typed] = [idOf('score', code), draft.typed.scores[code] ?? ''];
  const fault = faultOf(typed, criterion, sheet.step);
  const told = faultTold(draft, code, false);
  const commentFault = faultTold(draft, code, true);
  const isStored = !fault && typed.trim() !== '' && draft.isSaved();
  const comment = draft.typed.comments[code] ?? '';
  return html`<div class="card to-score">
    <label class="what" for=${id}><b>${code}</b> ${criterion.title}</label>
    <div class="score-line">
      <input id=${id} class="score" type="text" inputmode="decimal" enterkeyhint="next" autocomplete="off" maxlength=${longestScore} .value=${typed} ?readonly=${!editable}
        aria-describedby="${id}-of ${id}-fault" aria-invalid=${(fault || told) && 'true'} @keydown=${onward}
        @input=${event => { const text = event.target.value; draft.type(content => { content.scores[code] = text; }); }}>
      <span class="of" id="${id}-of"><span class="unseen">${t('judge.outOf')} </span><span aria-hidden="true">/ </span>${max}${weight && weight !== 1 && html` <small>${t('judge.weight', { weight })}</small>`}</span>
      ${isStored && html`<small class="stored">${t('judge.stored')}</small>`}
    </div>
    <p class="fault" id="${id}-fault">${fault ? t(`judge.fault.${fault}`, { max, step: sheet.step }) : told}</p>
    ${editable || comment ? html`<details ?open=${Boolean(draft.entry?.comments?.[code] || commentFault)}><summary>${t('judge.comment')}</summary>
      ${words({ editable, id: idOf('comment', code), label: t('judge.commentOn', { what: code }), unseen: true, most: longestComment, value: comment, fault: commentFault, type: text => draft.type(content => { content.comments[code] = text; }) })}</details>` : null}
  </div>`;
}

const words = ({ id, label, unseen = false, most, value, fault, type, editable }) => html`
  <label class=${unseen && 'unseen'} for=${id}>${label}</label>
  <textarea id=${id} rows="2" maxlength=${most} .value=${value} ?readonly=${!editable} aria-describedby="${id}-fault" aria-invalid=${fault && 'true'} @input=${event => type(event.target.value)}></textarea>
  <p class="fault" id="${id}-fault">${fault}</p>`;

/** The sum as it stands, of the most that can be. */
export const sumShown = ({ t, sheet, draft }) => html`<p class="running-sum"><span class="unseen">${t('judge.sum')} </span><b>${written(sumOf(draft.typed.scores, criteriaOf(sheet.rubric), sheet.step))}</b>
  <span class="quiet"><span aria-hidden="true">/ </span><span class="unseen">${t('judge.outOf')} </span>${written(decimal(sheet.highestTotal) ?? decimal('0'))}</span></p>`;

const isFaulty = draft => draft.stands === 'saved' && draft.hasFaults();

/** What became of what was typed. */
export const savedMark = ({ t, hour, draft }) => html`<p class="saved" role="status" data-stands=${isFaulty(draft) ? 'faulty' : draft.stands}>${
  isFaulty(draft) ? t('judge.notAScore') : ({
    saved: draft.savedAt ? t('judge.savedAt', { at: hour(draft.savedAt) }) : '', typed: t('judge.saving'), saving: t('judge.saving'), kept: t(draft.keeps() ? 'judge.kept' : 'judge.notKept'),
    conflict: html`<button type="button" class="plain" @click=${() => document.querySelector('#conflict').focus()}>${t('judge.choose')}</button>`, faulty: t(draft.isSaved() ? 'judge.commentNotSaved' : 'judge.notSaved'), refused: t('judge.notSaved'),
  })[draft.stands]}</p>`;

/** What is typed here beside what is stored: the judge chooses. */
export function conflictBox({ t, moment, sheet, draft, run }) {
  const { current, typed } = draft;
  const by = current.savedBy ? t('judge.storedBy', { device: current.savedBy }) : t('judge.storedThere');
  const plain = text => (text ?? '').trim();
  // What is the same on both sides needs no choice.
  const row = (name, here, there) => plain(here) !== plain(there) && html`<tr><th scope="row">${name}</th><td>${plain(here) || '–'}</td><td>${plain(there) || '–'}</td></tr>`;
  const criteria = criteriaOf(sheet.rubric);
  // What was asked when it was typed, where it is asked otherwise now.
  const before = new Map((draft.asked ?? []).map(each => [each.code, each]));
  const gone = [...before.values()].filter(each => !criteria.some(({ code }) => code === each.code) && plain(typed.scores[each.code]) !== '');
  const asked = ({ code, title, max }) => {
    const old = before.get(code);
    const isOther = draft.isOutdated && (!old || old.title !== title || old.max !== max);
    return { isOther, name: html`${code} <small>${title} / ${max}</small>${isOther && html`<small class="was">${old ? t('judge.askedBefore', { title: old.title, max: old.max }) : t('judge.askedNew')}</small>`}` };
  };
  const scoreRow = criterion => {
    const { isOther, name } = asked(criterion);
    const [here, there] = [plain(typed.scores[criterion.code]), plain(current.scores[criterion.code])];
    return isOther && (here || there) && here === there ? html`<tr><th scope="row">${name}</th><td>${here}</td><td>${there}</td></tr>` : row(name, here, there);
  };
  return html`<section class="problem" role="alert" aria-labelledby="conflict"><h2 id="conflict" tabindex="-1">${t(draft.isOutdated ? 'judge.outdatedTitle' : 'judge.conflictTitle')}</h2>
    <p>${t(draft.isOutdated ? 'judge.outdatedHelp' : 'judge.conflictHelp')}${current.question && html`<br><strong>${t('judge.question')}</strong> (${current.question.by}) ${current.question.text}`}</p>
    <div class="table" tabindex="0" role="region" aria-label=${t('judge.conflictTitle')}><table class="two-versions">
      <thead><tr><th scope="col">${t('judge.criterion')}</th><th scope="col">${t('judge.here')}</th><th scope="col">${by}${current.savedAt && html`<br><small>${moment(current.savedAt)}</small>`}</th></tr></thead>
      <tbody>${criteria.map(scoreRow)}
        ${gone.map(({ code, title, max }) => row(html`${code} <small>${title} / ${max}</small><small class="was">${t('judge.askedNoMore')}</small>`, typed.scores[code], ''))}
        ${criteria.map(({ code }) => row(t('judge.commentOn', { what: code }), typed.comments[code], current.comments?.[code]))}
        ${row(t('judge.commentWhole'), typed.comment, current.comment)}</tbody>
    </table></div>
    <div class="row"><button type="button" class="main" @click=${run(() => draft.choose(false))}>${t('judge.takeStored')}</button>
      ${current.editable && html`<button type="button" @click=${run(() => draft.choose(true))}>${t('judge.takeHere')}</button>`}</div>
  </section>`;
}
