// What the pages are made of, each a template: fields, tables, facts, tags, task lists. Their looks are in parts.css.
import { html } from './templates.js';
import { count, t } from './language.js';

const hintOf = (id, hint) => hint && html`<p class="hint" id="${id}-hint">${hint}</p>`;
const described = (id, hint) => hint && `${id}-hint`;

/**
 * A box for a line of text with its label, and a hint that a screen reader reads with it. Its name in a form is its id.
 * @param {{ id: string, label: any, hint?: any, type?: string, value?: any, required?: boolean, most?: number, mode?: string, read?: (value: string) => void }} box
 */
export const box = ({ id, label, hint, type = 'text', value, required, most, mode, read }) => html`
  <div class="field">
    <label for=${id}>${label}</label>${hintOf(id, hint)}
    <input id=${id} name=${id} type=${type} value=${value} ?required=${required} maxlength=${most} inputmode=${mode} autocomplete="off" spellcheck="false"
      aria-describedby=${described(id, hint)} @input=${read && (event => read(event.target.value))}>
  </div>`;

/**
 * A choice of one: options are pairs of a value and its words.
 * @param {{ id: string, label: any, hint?: any, options: any[][], value?: any, choose?: (value: any) => void, narrow?: boolean }} choice
 */
export const choice = ({ id, label, hint, options, value, choose, narrow }) => html`
  <div class="field ${narrow ? 'narrow' : ''}">
    <label for=${id}>${label}</label>${hintOf(id, hint)}
    <select id=${id} name=${id} aria-describedby=${described(id, hint)} @change=${choose && (event => choose(event.target.value))}>
      ${options.map(([each, words]) => html`<option value=${each} .selected=${each === (value ?? '')}>${words}</option>`)}
    </select>
  </div>`;

/** A few choices side by side, of which one is taken. */
export const segments = (label, options, chosen, choose) => html`
  <div class="segments" role="group" aria-label=${label}>
    ${options.map(([value, words]) => html`<button type="button" aria-pressed=${String(value === chosen)} @click=${event => choose(value, event.currentTarget)}>${words}</button>`)}
  </div>`;

/**
 * A table. Columns are { name, number, head, cell(row), by }; `head` is for the cell that names the row. Where `sorting` is
 * given, as { by, down, sort(by) }, a column with `by` sorts. On a phone each row becomes a block, so the roles are said:
 * taken out of the table layout, a browser would forget them.
 */
export const table = (caption, columns, rows, sorting) => html`
  <div class="table"><table class="stack" role="table">
    <caption class="unseen">${caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map(column => heading(column, sorting))}</tr></thead>
    <tbody role="rowgroup">${rows.map(row => html`<tr role="row">${columns.map(column => cell(column, row))}</tr>`)}</tbody>
  </table></div>`;

function heading({ name, number, by }, sorting) {
  const sorted = sorting && by && sorting.by === by && (sorting.down ? 'descending' : 'ascending');
  return html`<th scope="col" role="columnheader" class=${number && 'number'} aria-sort=${sorted}>${sorting && by
    ? html`<button type="button" class="sort" @click=${() => sorting.sort(by)}>${name}<span aria-hidden="true">${sorted && (sorting.down ? '▾' : '▴')}</span></button>`
    : name}</th>`;
}

const cell = (column, row) => column.head
  ? html`<th scope="row" role="rowheader" class=${column.number && 'number'}>${column.cell(row)}</th>`
  : html`<td role="cell" data-name=${column.name} class=${column.number && 'number'}><div>${column.cell(row)}</div></td>`;

/** A list of names and values; values that are missing are left out. */
export const facts = pairs => html`<dl class="facts">${pairs.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
  .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

/** A word for how something stands: `look` is good, wait, bad, none or empty. */
export const tag = (look, words) => html`<span class="tag ${look}">${words}</span>`;

/** A message that something was done. */
export const doneBox = (title, more) => html`<div class="done" role="status"><h2>${title}</h2>${more}</div>`;

/** Something to know; `wait` for what deserves a look. */
export const notice = (words, wait) => html`<div class="notice ${wait ? 'wait' : ''}">${words}</div>`;

/** In place of a list with nothing in it: what it will hold, and what to do for that. */
export const empty = (title, text, action) => html`<div class="empty"><h2>${title}</h2>${text && html`<p>${text}</p>`}${action}</div>`;

/**
 * What to do next: the page's one primary action.
 * @param {{ look?: string, title: any, text?: any, actions?: any }} next
 */
export const nextBox = ({ look, title, text, actions }) => html`
  <section class="card next ${look ?? ''}" aria-labelledby="next">
    <div class="words"><h2 id="next">${title}</h2>${text && html`<p>${text}</p>`}</div>
    ${actions && html`<div class="do">${actions}</div>`}
  </section>`;

/** All that there is to do: each { stands, title, about, action } with `stands` done, now, bad or later. */
export const taskList = (label, tasks) => html`
  <ol class="tasks" aria-label=${label}>${tasks.map((task, i) => html`
    <li>
      <span class="dot ${task.stands}-dot" aria-hidden="true">${task.stands === 'done' ? '✓' : task.stands === 'bad' ? '!' : i + 1}</span>
      <div class=${task.stands === 'later' && 'later'}><strong>${task.title}</strong><span class="unseen"> (${t(`task.${task.stands}`)})</span>${task.about && html`<p>${task.about}</p>`}</div>
      ${task.action && html`<div class="do">${task.action}</div>`}
    </li>`)}
  </ol>`;

/** Large numbers, each with what it counts. */
export const bigs = pairs => html`<ul class="bigs">${pairs.filter(([number]) => number !== null && number !== undefined).map(([number, words]) => html`<li><b>${number}</b>${words}</li>`)}</ul>`;

/** How far something has come. */
export const progress = (name, done, all) => html`
  <p><strong>${name}</strong> ${t('sentOf', { sent: count(done), all: count(all) })}</p>
  <progress max=${all} value=${done} aria-label=${name}>${done}/${all}</progress>`;

/** An e-mail address, which may go on in a new line after its @ and its dots, never inside a word. */
export const address = text => html`<span class="address">${(text ?? '').split(/(?<=[@.])/).map((piece, i) => html`${i > 0 && html`<wbr>`}${piece}`)}</span>`;

/** Says something to screen readers without moving the focus. */
export function say(text) {
  const live = document.querySelector('#live');
  live.textContent = '';
  live.textContent = text;
}

/** Moves the focus to a heading or a message that has just come. */
export function attend(element) {
  if (!element) return;
  element.tabIndex = -1;
  element.focus();
}
