// The rubric in rows: categories and their criteria, added, removed and moved by mouse and by keyboard, with their sum.
import { html } from './templates.js';
import { say } from './components.js';
import { count, points, t } from './language.js';
import { confirmed } from './problems.js';
import { described, faultOf, left, marked, number, numberIn, radios, said, shownIn, typing } from './setup-fields.js';
import { idOf } from './setup-places.js';

const sumOf = rubric => rubric.flatMap(category => category.criteria ?? []).reduce((sum, each) => sum + (Number(each.max) || 0) * (Number(each.weight) || 1), 0);
const written = sum => String(Math.round(sum * 100) / 100);

export function rubricPart(workshop) {
  const { draft } = workshop;
  const rubric = draft.definition.rubric ?? [];
  const changed = (place, words) => {
    draft.renumbered('rubric');
    if (words) say(words);
    if (place) workshop.focus(place);
  };
  const all = rubric.flatMap(category => category.criteria ?? []);
  const fresh = (taken, begin) => {
    for (let n = taken.length + 1; ; n++) if (!taken.includes(`${begin}${n}`)) return `${begin}${n}`;
  };
  const addCategory = () => {
    rubric.push({ code: fresh(rubric.map(each => each.code), ''), title: '', criteria: [{ code: fresh(all.map(each => each.code), 'C'), title: '', max: 10 }] });
    draft.definition.rubric = rubric;
    changed(`rubric[${rubric.length - 1}].title`);
  };
  const addCriterion = (category, i) => {
    (category.criteria ??= []).push({ code: fresh(all.map(each => each.code), 'C'), title: '', max: 10 });
    changed(`rubric[${i}].criteria[${category.criteria.length - 1}].title`);
  };
  // Past the end of its category a criterion goes on into the next.
  const move = (i, j, by) => {
    const [from, to] = [rubric[i].criteria, rubric[i + by]?.criteria];
    const moved = from[j];
    let place;
    if (from[j + by]) {
      [from[j], from[j + by]] = [from[j + by], from[j]];
      place = `rubric[${i}].criteria[${j + by}]`;
    } else if (to) {
      from.splice(j, 1);
      to.splice(by > 0 ? 0 : to.length, 0, moved);
      place = `rubric[${i + by}].criteria[${by > 0 ? 0 : to.length - 1}]`;
    } else return;
    changed(`${place}.title`, t('movedTo', { what: moved.title || moved.code, row: placeOf(place) }));
  };
  const placeOf = place => `${1 + Number(/criteria\[(\d+)/.exec(place)[1])}`;
  const moveCategory = (i, by) => {
    if (!rubric[i + by]) return;
    [rubric[i], rubric[i + by]] = [rubric[i + by], rubric[i]];
    changed(`rubric[${i + by}].title`, t('movedTo', { what: rubric[i + by].title || rubric[i + by].code, row: String(i + by + 1) }));
  };
  const removeCategory = async i => {
    const { title, code, criteria } = rubric[i];
    const what = title || code;
    if (criteria?.some(each => each.title) && !await confirmed(t('removeWhat', { what }), t('removeCategorySure', { count: count(criteria.length) }), t('remove'), 'bad')) return;
    rubric.splice(i, 1);
    changed(rubric.length > 0 ? `rubric[${Math.min(i, rubric.length - 1)}].title` : 'add-category', t('removedWhat', { what }));
  };
  const dragged = (i, j) => event => {
    event.dataTransfer.setData('text/plain', `${i}.${j}`);
    event.dataTransfer.effectAllowed = 'move';
  };
  const dropped = (i, j) => event => {
    const said = /^(\d+)\.(\d+)$/.exec(event.dataTransfer.getData('text/plain'));
    if (!said) return;
    event.preventDefault();
    const moved = rubric[Number(said[1])]?.criteria.splice(Number(said[2]), 1)[0];
    if (!moved) return;
    rubric[i].criteria.splice(j, 0, moved);
    changed(`rubric[${i}].criteria[${j}].title`);
  };
  const keys = (i, j) => event => {
    if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    move(i, j, event.key === 'ArrowUp' ? -1 : 1);
  };
  const weighs = all.some(each => each.weight !== undefined) || workshop.weighs;
  const cell = (place, value, label, look, mode) => html`<label class=${look}><span>${label}</span><input id=${idOf(place)} type="text" inputmode=${mode} .value=${shownIn(draft, place, said(value))} autocomplete="off" spellcheck="false"
    aria-describedby=${described(draft, place)} aria-invalid=${marked(draft, place)} @blur=${left(draft)} @input=${typing(draft, place, mode ? numberIn : text => text)}></label>`;
  const criterion = (category, i) => (each, j) => {
    const place = `rubric[${i}].criteria[${j}]`;
    const what = each.title || each.code;
    return html`<li class="criterion" @keydown=${keys(i, j)} @dragover=${event => event.preventDefault()} @drop=${dropped(i, j)}>
      <span class="handle" draggable="true" aria-hidden="true" title=${t('drag')} @dragstart=${dragged(i, j)}>⠿</span>
      <label class="what"><span>${t('criterionTitle')}</span><textarea id=${idOf(`${place}.title`)} rows="3" aria-describedby=${described(draft, `${place}.title`)} aria-invalid=${marked(draft, `${place}.title`)} .value=${each.title ?? ''} @input=${event => draft.set(`${place}.title`, event.target.value)}></textarea></label>
      ${cell(`${place}.code`, each.code, t('shortCode'), 'small')}
      ${cell(`${place}.max`, each.max, t('maximum'), 'small', 'decimal')}
      ${weighs && cell(`${place}.weight`, each.weight, t('weight'), 'small', 'decimal')}
      <span class="do">
        <button type="button" class="plain" aria-label=${t('moveUp', { what })} ?disabled=${i === 0 && j === 0} @click=${() => move(i, j, -1)}>↑</button>
        <button type="button" class="plain" aria-label=${t('moveDown', { what })} ?disabled=${i === rubric.length - 1 && j === category.criteria.length - 1} @click=${() => move(i, j, 1)}>↓</button>
        <button type="button" class="plain" aria-label=${t('removeWhat', { what })} @click=${() => {
          category.criteria.splice(j, 1);
          changed(`rubric[${i}].title`, t('removedWhat', { what }));
        }}>✕</button>
      </span>
      ${['title', 'code', 'max', 'weight'].map(member => faultOf(draft, `${place}.${member}`))}
    </li>`;
  };
  const sum = sumOf(rubric);
  return html`
    <p class="hint">${t('rubricHelp')}</p>
    ${rubric.map((category, i) => html`
      <fieldset class="card category">
        <legend class="unseen">${t('categoryNo', { no: i + 1 })}</legend>
        <div class="category-head">
          ${cell(`rubric[${i}].title`, category.title, t('categoryNo', { no: i + 1 }), 'what')}
          ${cell(`rubric[${i}].code`, category.code, t('shortCode'), 'small')}
          <span class="do">
            <button type="button" class="plain" aria-label=${t('moveUp', { what: category.title || category.code })} ?disabled=${i === 0} @click=${() => moveCategory(i, -1)}>↑</button>
            <button type="button" class="plain" aria-label=${t('moveDown', { what: category.title || category.code })} ?disabled=${i === rubric.length - 1} @click=${() => moveCategory(i, 1)}>↓</button>
            <button type="button" class="plain" aria-label=${t('removeWhat', { what: category.title || category.code })} @click=${() => removeCategory(i)}>✕</button>
          </span>
        </div>
        ${['title', 'code', 'criteria'].map(member => faultOf(draft, `rubric[${i}].${member}`))}
        <ol class="criteria">${(category.criteria ?? []).map(criterion(category, i))}</ol>
        <button type="button" class="plain" @click=${() => addCriterion(category, i)}>+ ${t('addCriterion')}</button>
      </fieldset>`)}
    ${faultOf(draft, 'rubric')}
    <p><button type="button" id="add-category" @click=${addCategory}>+ ${t('addCategory')}</button>
      <label class="check inline"><input type="checkbox" .checked=${weighs} ?disabled=${all.some(each => each.weight !== undefined)} @change=${event => {
        workshop.weighs = event.target.checked;
        workshop.draw();
      }}> ${t('useWeights')}</label></p>
    <div class="sum card"><strong aria-live="polite">${t('sumOf', { sum: written(sum) })}</strong>
      ${number(draft, 'passMark', { label: t('passMark'), unit: t('ofSum', { sum: written(sum), share: sum > 0 ? Math.round(Number(draft.definition.passMark) / sum * 100) || 0 : 0 }) })}</div>
    ${radios(draft, 'average', { label: t('averageRule'), usual: 'mean', options: [['mean', t('average.mean'), t('average.meanHelp')], ['trimmedMean', t('average.trimmedMean'), t('average.trimmedMeanHelp')]] })}
    ${example(draft.definition, sum)}`;
}

// The rule worked out on five judges' totals.
function example({ average, passMark }, sum) {
  const totals = [0.9, 0.74, 0.68, 0.62, 0.41].map(share => Math.round(sum * share * 2) / 2);
  const kept = average === 'trimmedMean' ? totals.slice(1, -1) : totals;
  const result = kept.reduce((all, each) => all + each, 0) / kept.length;
  const rounded = Math.round(result * 100 + 1e-9) / 100;
  return html`<div class="example card">
    <h3>${t('exampleTitle')}</h3>
    <p>${totals.map((each, i) => html`${i > 0 && ' · '}${kept.includes(each) || average !== 'trimmedMean' ? html`<b>${each}</b>` : html`<s>${each}</s>`}`)}</p>
    <p>(${kept.join(' + ')}) ÷ ${kept.length} = <b>${points(rounded)}</b> → ${t(rounded >= Number(passMark) ? 'examplePasses' : 'exampleFails', { mark: passMark ?? '–' })}</p>
  </div>`;
}
