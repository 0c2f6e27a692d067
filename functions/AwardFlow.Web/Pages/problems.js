// Says what went wrong, and what to do about it.
import { button, el } from './elements.js';
import { hasWords, t } from './language.js';
import { save } from './api.js';

// What the pages' own boxes are called; all else is a key of a file.
const labels = { registerNumber: 'registerNumber', registeredAt: 'registeredAt', division: 'division', name: 'registrar', reason: 'reason', address: 'address', closesAt: 'closesAt' };

/** A message about an error. */
export function problemBox(error) {
  const said = error.problem ?? {};
  const usual = hasWords(`status${error.status}`) ? `status${error.status}` : 'statusOther';
  // The API's own words know more than the usual ones, except about who may do what.
  const own = said.detail && ![401, 403, 500].includes(error.status);
  const errors = Object.entries(said.errors ?? {}).flatMap(([name, texts]) => texts.map(text => [name, text]));
  return el('div', { class: 'problem', role: 'alert' },
    el('h2', {}, errors.length > 0 ? t('mendThis') : own || error.status === 0 ? said.title : t(`${usual}Title`)),
    errors.length > 0
      ? el('ul', {}, errors.map(([name, text]) => el('li', {}, name in labels ? el('strong', {}, t(labels[name])) : el('code', {}, name), ' ', text)))
      : el('p', {}, own ? said.detail : t(usual, { status: error.status })));
}

/** Shows an error in a place; a cancelled request is none. */
export function show(place, error) {
  if (error.name === 'AbortError') return;
  if (!error.problem) console.error(error);
  place.replaceChildren(problemBox(error.problem ? error : { status: -1 }));
}

/** A message that something was done. */
export const doneBox = (title, ...more) => el('div', { class: 'done', role: 'status' }, el('h2', {}, title), more);

/** Runs what a button does: not twice at once, and with its errors in a place. */
export async function run(pressed, place, work) {
  if (pressed.getAttribute('aria-disabled')) return;
  pressed.setAttribute('aria-disabled', 'true');
  try {
    place.replaceChildren();
    await work();
  } catch (error) {
    show(place, error);
  } finally {
    pressed.removeAttribute('aria-disabled');
  }
}

/** A button that downloads, with its errors in a place. */
export const download = (text, place, path, name, options) =>
  button(text, event => run(event.currentTarget, place, () => save(path, name, options)), { class: 'plain' });

/** Asks whether to go on, in a dialog; the answer is true or false. */
export function confirmed(title, text, yes) {
  return new Promise(resolve => {
    const dialog = el('dialog', { 'aria-labelledby': 'question' },
      el('h2', { id: 'question' }, title), el('p', {}, text),
      el('div', { class: 'row' },
        button(yes, () => dialog.close('yes'), { class: 'main' }),
        button(t('cancel'), () => dialog.close(''))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
