// The workshop's controls: each shows what stands at a place of the definition, and changes it as it is typed.
import { html } from './templates.js';
import { t, western } from './language.js';
import { at } from './setup-draft.js';
import { idOf } from './setup-places.js';

// What is only not typed yet is said on the check page, not while one has hardly begun.
const quiet = ['missing', 'blank', 'null', 'lineMissing', 'paragraphMissing', 'categoryMissing', 'criterionMissing'];

/** What is wrong at a place, beneath its control. */
export function faultOf(draft, place) {
  const fault = draft.faults.find(each => each.place === place && !quiet.includes(each.code));
  return fault && html`<p class="fault" id="${idOf(place)}-fault">${fault.text}</p>`;
}

const marked = (draft, place) => draft.faults.some(each => each.place === place && !quiet.includes(each.code));
const described = (draft, place, hint) => [hint && `${idOf(place)}-hint`, marked(draft, place) && `${idOf(place)}-fault`].filter(Boolean).join(' ') || null;

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
    aria-describedby=${described(draft, place, hint)} aria-invalid=${marked(draft, place) && 'true'}
    @input=${event => draft.set(place, event.target.value === '' && optional ? undefined : event.target.value)}>`, optional);

/** Several lines: one text with its line breaks, or with `list` a list with an item a line. @type {(draft: any, place: string, field?: Field) => any} */
export const lines = (draft, place, { label, hint, rows = 2, list, optional } = {}) => field(draft, place, label, hint, html`
  <textarea id=${idOf(place)} class="wide" rows=${rows} spellcheck="false" aria-describedby=${described(draft, place, hint)} aria-invalid=${marked(draft, place) && 'true'}
    .value=${list ? (at(draft.definition, place) ?? []).join('\n') : at(draft.definition, place) ?? ''}
    @input=${event => {
      const typed = event.target.value;
      const items = typed.split('\n');
      draft.set(place, !list ? typed : typed.trim() === '' ? optional ? undefined : [] : items.at(-1) === '' ? items.slice(0, -1) : items);
    }}></textarea>`, optional);

const plain = text => western(text).replace(/,/g, '');

/** The number that a text says; null for none. */
export const numberIn = text => /^-?\d+(\.\d+)?$/.test(plain(text)) ? Number(plain(text)) : null;

/** A number. @type {(draft: any, place: string, field?: Field) => any} */
export const number = (draft, place, { label, hint, optional, unit } = {}) => field(draft, place, label, hint, html`
  <span class="unit"><input id=${idOf(place)} class="short" type="text" inputmode="decimal" maxlength="9" autocomplete="off" .value=${said(at(draft.definition, place))}
    aria-describedby=${described(draft, place, hint)} aria-invalid=${marked(draft, place) && 'true'}
    @input=${event => draft.set(place, event.target.value.trim() === '' ? undefined : numberIn(event.target.value) ?? event.target.value)}>${unit && html` ${unit}`}</span>`, optional);

const said = value => value === undefined || value === null ? '' : String(value);

/** A choice of a few, all in sight: options are [value, words, more]. */
export const radios = (draft, place, { label, options, usual }) => html`
  <fieldset class="radios" id=${idOf(place)}><legend>${label}</legend>
    ${options.map(([value, words, more]) => html`<label class="check"><input type="radio" name=${idOf(place)} value=${value} .checked=${(at(draft.definition, place) ?? usual) === value}
      @change=${() => draft.set(place, value)}> <span>${words}${more && html`<small>${more}</small>`}</span></label>`)}
  </fieldset>`;
