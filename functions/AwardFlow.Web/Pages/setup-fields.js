// The workshop's controls: each shows what stands at a place of the definition, and changes it as it is typed.
import { html } from './templates.js';
import { t, western } from './language.js';
import { at } from './setup-draft.js';
import { idOf } from './setup-places.js';

// What is only not typed yet is said on the check page, not while one has hardly begun.
const quiet = ['missing', 'blank', 'null', 'lineMissing', 'paragraphMissing', 'categoryMissing', 'criterionMissing'];

/** What is wrong at a place, or with a line of it; null for nothing. */
export const faultAt = ({ faults }, place) => faults.find(each => (each.place === place || each.place.startsWith(`${place}[`) && /^\[\d+\]$/.test(each.place.slice(place.length))) && !quiet.includes(each.code))?.text ?? null;

/** The same, beneath the control of the place. */
export function faultOf(draft, place) {
  const text = faultAt(draft, place);
  return text && html`<p class="fault" id="${idOf(place)}-fault">${text}</p>`;
}

/** Whether a control is marked as wrong, and what describes it. */
export const marked = (draft, place) => faultAt(draft, place) !== null && 'true';
export const described = (draft, place, hint) => [hint && `${idOf(place)}-hint`, marked(draft, place) && `${idOf(place)}-fault`].filter(Boolean).join(' ') || null;

/**
 * What a box shows: while one types in it what is typed, to the letter ("10.0" on the way to 10.05), else what stands in the
 * definition. `typing` and `left` are for its events.
 */
export const shownIn = (draft, place, said) => draft.box?.place === place ? draft.box.text : said;
export const typing = (draft, place, value) => event => {
  draft.box = { place, text: event.target.value };
  draft.set(place, value(event.target.value));
};
export const left = draft => () => {
  draft.box = null;
  queueMicrotask(draft.redraw);
};

/** A label, a hint, a control and what is wrong with it. */
export const field = (draft, place, label, hint, control, optional) => html`
  <div class="field">
    <label for=${idOf(place)}>${label}${optional && html` <small>${t('optional')}</small>`}</label>
    ${hint && html`<p class="hint" id="${idOf(place)}-hint">${hint}</p>`}
    ${control}${faultOf(draft, place)}
  </div>`;

/**
 * @typedef {object} Field What a control says and allows.
 * @property {any} [label]
 * @property {any} [hint]
 * @property {string} [type]
 * @property {string} [mode]
 * @property {number} [most]
 * @property {number} [rows]
 * @property {boolean} [list]
 * @property {boolean} [optional]
 * @property {boolean} [wide]
 * @property {any} [unit]
 */

/** A line of text. @type {(draft: any, place: string, field?: Field) => any} */
export const line = (draft, place, { label, hint, type = 'text', mode, most = 300, optional, wide = true } = {}) => field(draft, place, label, hint, html`
  <input id=${idOf(place)} class=${wide ? 'wide' : ''} type=${type} .value=${at(draft.definition, place) ?? ''} maxlength=${most} inputmode=${mode} autocomplete="off" spellcheck="false"
    aria-describedby=${described(draft, place, hint)} aria-invalid=${marked(draft, place)}
    @input=${event => draft.set(place, event.target.value === '' && optional ? undefined : event.target.value)}>`, optional);

/** Several lines: one text with its line breaks, or with `list` a list with an item a line. @type {(draft: any, place: string, field?: Field) => any} */
export const lines = (draft, place, { label, hint, rows = 2, list, optional } = {}) => field(draft, place, label, hint, html`
  <textarea id=${idOf(place)} class="wide" rows=${rows} spellcheck="false" aria-describedby=${described(draft, place, hint)} aria-invalid=${marked(draft, place)}
    .value=${shownIn(draft, place, list ? (at(draft.definition, place) ?? []).join('\n') : at(draft.definition, place) ?? '')} @blur=${left(draft)}
    @input=${typing(draft, place, text => list ? linesIn(text, optional) : text)}></textarea>`, optional);

const linesIn = (text, optional) => {
  const items = text.split('\n').filter(each => each.trim() !== '');
  return items.length > 0 || !optional ? items : undefined;
};

const plain = text => western(text).replace(/,/g, '');

/** What stands in the definition for what was typed as a number: what is none stays as it was typed, and is a fault. */
export const numberIn = text => text.trim() === '' ? undefined : /^-?\d+(\.\d*)?$/.test(plain(text)) ? Number(plain(text)) : text;

/** A number as its box shows it. */
export const said = value => value === undefined || value === null ? '' : String(value);

/** A number. @type {(draft: any, place: string, field?: Field) => any} */
export const number = (draft, place, { label, hint, optional, unit } = {}) => field(draft, place, label, hint, html`
  <span class="unit"><input id=${idOf(place)} class="short" type="text" inputmode="decimal" maxlength="9" autocomplete="off" .value=${shownIn(draft, place, said(at(draft.definition, place)))} @blur=${left(draft)}
    aria-describedby=${described(draft, place, hint)} aria-invalid=${marked(draft, place)}
    @input=${typing(draft, place, numberIn)}>${unit && html` ${unit}`}</span>`, optional);

/** A choice of a few, all in sight: options are [value, words, more]. */
export const radios = (draft, place, { label, options, usual }) => html`
  <fieldset class="radios" id=${idOf(place)}><legend>${label}</legend>
    ${options.map(([value, words, more]) => html`<label class="check"><input type="radio" name=${idOf(place)} value=${value} .checked=${(at(draft.definition, place) ?? usual) === value}
      @change=${() => draft.set(place, value)}> <span>${words}${more && html`<small>${more}</small>`}</span></label>`)}
  </fieldset>`;
