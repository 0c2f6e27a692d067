// Builds elements. Texts are set as text and never as markup, so nothing from a sheet can become a part of the page.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: attributes (null and false leave one out, `on` has listeners), then children: nodes, texts, lists of them. */
export const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** The same for drawings. */
export const draw = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button. */
export const button = (text, click, attributes) => el('button', { type: 'button', ...attributes, on: { click } }, text);

let fields = 0;

/** A control with its label, and a hint that a screen reader reads with it. */
export function field(label, control, hint) {
  control.id ||= `field-${++fields}`;
  const note = hint && el('p', { class: 'hint', id: `${control.id}-hint` }, hint);
  if (note) control.setAttribute('aria-describedby', note.id);
  return el('div', {}, el('label', { for: control.id }, label), note, control);
}

/**
 * A table. Columns are { name, number, head, cell(row) }; `head` is for the cell that names the row. On a phone each row
 * becomes a block, so the roles are said: taken out of the table layout, a browser would forget them.
 */
export function table(caption, columns, rows) {
  const body = el('tbody', { role: 'rowgroup' });
  const made = el('table', { class: 'stack', role: 'table' },
    el('caption', { class: 'unseen' }, caption),
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' },
      columns.map(column => el('th', { scope: 'col', role: 'columnheader', class: column.number && 'number' }, column.name)))),
    body);
  made.add = more => body.append(...more.map(row => el('tr', { role: 'row' }, columns.map(column => el(
    column.head ? 'th' : 'td',
    { 'data-name': column.name, class: column.number && 'number', ...(column.head ? { scope: 'row', role: 'rowheader' } : { role: 'cell' }) },
    column.cell(row))))));
  made.add(rows);
  return made;
}

/** A list of names and values; values that are missing are left out. */
export const facts = pairs => el('dl', { class: 'facts' }, pairs
  .filter(([, value]) => value !== null && value !== undefined && value !== '')
  .map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));

/** Says something to screen readers without moving the focus. */
export function say(text) {
  const live = document.querySelector('#live');
  live.textContent = '';
  live.textContent = text;
}

/** Moves the focus to a heading or a message that has just come. */
export function attend(element) {
  element.tabIndex = -1;
  element.focus();
}
