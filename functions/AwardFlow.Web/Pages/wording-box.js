// A text with placeholders, in which each is a chip with a name that people know: {project} is shown as ผลงาน. A chip is put in
// by its button, and goes with one stroke like a letter.
import { t } from './language.js';

/** What may stand in a subject, in a paragraph, and in a number. */
export const chipsOf = {
  entry: ['organisation', 'project', 'addressee', 'province', 'entry', 'award', 'year', 'title', 'organiser', 'date'],
  result: ['organisation', 'project', 'average', 'averageInWords', 'rank', 'province', 'addressee', 'entry', 'award', 'year', 'title', 'organiser', 'date', 'judges', 'passMark', 'maximum'],
  number: ['number', 'year'],
};
const often = 5;

const chip = name => {
  const made = document.createElement('span');
  made.className = 'chip';
  made.contentEditable = 'false';
  made.dataset.name = name;
  made.textContent = t(`chip.${name}`);
  return made;
};

// {name} is a chip where it is known; {{ and }} are braces; all else stays as it was typed.
function write(box, text, known) {
  box.replaceChildren();
  let plain = '';
  const flush = () => {
    if (plain) box.append(plain);
    plain = '';
  };
  for (let i = 0; i < text.length; i++) {
    const name = /^\{(\w+)\}/.exec(text.slice(i))?.[1];
    if (text.startsWith('{{', i) || text.startsWith('}}', i)) {
      plain += text[i];
      i++;
    } else if (name && known.includes(name)) {
      flush();
      box.append(chip(name));
      i += name.length + 1;
    } else plain += text[i];
  }
  flush();
}

// What stands in the box, as a definition has it.
function read(node) {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data.replaceAll('\u00a0', ' ').replace(/[{}]/g, brace => brace + brace);
    else if (child.dataset?.name) text += `{${child.dataset.name}}`;
    else if (child.nodeName === 'BR') text += '\n';
    else text += (text && !text.endsWith('\n') ? '\n' : '') + read(child);
  }
  return text;
}

/**
 * The box, an element that is made once and kept: what is typed is not drawn over. `change` is given the text, of which `meant`
 * is what counts. `set` shows another text where another is meant, not before one has left the box; `mark` says a fault.
 */
export function wordingBox({ id, label, known, multiline = false, change, meant = text => text }) {
  const box = document.createElement('div');
  Object.assign(box, { id, className: `wording${multiline ? ' many' : ''}`, contentEditable: 'true', spellcheck: false });
  for (const [name, value] of Object.entries({ role: 'textbox', 'aria-multiline': String(Boolean(multiline)), 'aria-labelledby': `${id}-label`, tabindex: '0' })) box.setAttribute(name, value);
  let [shown, later] = ['', null];
  const tell = () => {
    shown = read(box).replace(/\n+$/, '');
    change(shown);
  };
  const insert = node => {
    const selection = getSelection();
    let range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (!range || !box.contains(range.commonAncestorContainer)) {
      range = document.createRange();
      range.selectNodeContents(box);
      range.collapse(false);
    }
    range.deleteContents();
    range.insertNode(node);
    range.setStartAfter(node);
    range.collapse(true);
    box.focus();
    selection.removeAllRanges();
    selection.addRange(range);
    tell();
  };
  box.addEventListener('input', tell);
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (multiline) document.execCommand('insertLineBreak');
  });
  // Only words come in from elsewhere, no looks.
  box.addEventListener('paste', event => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
    const holder = document.createElement('div');
    write(holder, multiline ? text : text.replace(/\n+/g, ' '), known);
    document.execCommand('insertHTML', false, holder.innerHTML.replaceAll('\n', '<br>'));
  });
  box.addEventListener('drop', event => event.preventDefault());
  box.addEventListener('blur', () => {
    if (later !== null) set(later);
    later = null;
  });

  const label_ = Object.assign(document.createElement('span'), { id: `${id}-label`, className: 'label', textContent: label });
  const buttons = Object.assign(document.createElement('div'), { className: 'chips' });
  buttons.setAttribute('role', 'group');
  buttons.setAttribute('aria-label', t('putIn'));
  const button = name => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'put', textContent: `+ ${t(`chip.${name}`)}` });
    // The place in the text stays where it was.
    made.addEventListener('pointerdown', event => event.preventDefault());
    made.addEventListener('click', () => insert(chip(name)));
    return made;
  };
  buttons.append(...known.slice(0, often).map(button));
  if (known.length > often) {
    const more = document.createElement('details');
    more.append(Object.assign(document.createElement('summary'), { textContent: t('moreChips') }), ...known.slice(often).map(button));
    buttons.append(more);
  }
  const element = Object.assign(document.createElement('div'), { className: 'field' });
  const fault = Object.assign(document.createElement('p'), { className: 'fault', id: `${id}-fault`, hidden: true });
  element.append(label_, box, fault, buttons);
  function set(text) {
    // The caret would fall to the beginning of what is rewritten.
    later = document.activeElement === box ? text : null;
    if (later !== null || meant(text) === meant(shown)) return;
    shown = text;
    write(box, text, known);
  }
  const mark = words => {
    Object.assign(fault, { hidden: !words, textContent: words ?? '' });
    if (words) box.setAttribute('aria-describedby', fault.id);
    else box.removeAttribute('aria-describedby');
    box.setAttribute('aria-invalid', String(Boolean(words)));
  };
  const allow = may => {
    box.contentEditable = String(may);
    box.setAttribute('aria-readonly', String(!may));
    for (const each of buttons.querySelectorAll('button')) each.toggleAttribute('disabled', !may);
  };
  return { element, set, mark, allow };
}
