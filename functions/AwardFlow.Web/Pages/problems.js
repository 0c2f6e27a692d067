// Says what went wrong, and what to do about it.
import { html, render } from './templates.js';
import { hasWords, t } from './language.js';
import { save } from './api.js';

// What the pages' own boxes are called; all else is a key of a file.
const labels = { registerNumber: 'registerNumber', registeredAt: 'registeredAt', division: 'division', name: 'registrar', reason: 'reason', address: 'address', closesAt: 'closesAt', entries: 'correctionEntries', number: 'correctionNumber', firstNumber: 'correctionFirst', date: 'correctionDate', subject: 'correctionSubject', opening: 'correctionOpening', closing: 'correctionClosing', names: 'correctionNames' };

// The name of what is wrong as people know it; where it is one of a list, with its number.
function labelOf(name) {
  const plain = name.replace(/\[\d+\]/g, '');
  const no = /\[(\d+)\]/.exec(name)?.[1];
  const words = labels[plain] ?? labels[plain.split('.')[0]];
  const said = words ? t(words) : hasWords(`place.${plain}`) ? t(`place.${plain}`) : null;
  return said && (no === undefined ? said : `${said} ${Number(no) + 1}`);
}

/** A message about an error. */
export function problemBox(error) {
  const said = error.problem ?? {};
  const usual = hasWords(`status${error.status}`) ? `status${error.status}` : 'statusOther';
  // The API's own words know more than the usual ones, except about who may do what.
  const own = said.detail && ![401, 403, 500].includes(error.status);
  const errors = Object.entries(said.errors ?? {}).flatMap(([name, texts]) => texts.map(text => [name, text]));
  return html`<div class="problem" role="alert">
    <h2>${errors.length > 0 ? t('mendThis') : own || error.status === 0 ? said.title : t(`${usual}Title`)}</h2>
    ${errors.length > 0
    ? html`<ul>${errors.map(([name, text]) => html`<li>${labelOf(name) ? html`<strong>${labelOf(name)}</strong>` : html`<code>${name}</code>`} ${text}</li>`)}</ul>`
    : html`<p>${own ? said.detail : t(usual)}</p>`}
  </div>`;
}

/** Shows an error in a place; a cancelled request is none. */
export function show(place, error) {
  if (error.name === 'AbortError') return;
  if (!error.problem) console.error(error);
  render(problemBox(error.problem ? error : { status: -1 }), place);
}

/** Runs what a button does: not twice at once, and with its errors in a place. */
export async function run(pressed, place, work) {
  if (pressed.getAttribute('aria-disabled')) return;
  pressed.setAttribute('aria-disabled', 'true');
  try {
    render(null, place);
    await work();
  } catch (error) {
    show(place, error);
  } finally {
    pressed.removeAttribute('aria-disabled');
  }
}

/** A button that downloads, with its errors in a place. */
export const download = (text, place, path, name, options) => html`
  <button type="button" class="plain" @click=${event => run(event.currentTarget, place, () => save(path, name, options))}>${text}</button>`;

/**
 * Asks whether to go on, in a dialog; the answer is true or false. The focus is on what changes nothing, so that Enter twice
 * does no harm.
 */
export function confirmed(title, text, yes, look = 'main') {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'question');
    dialog.setAttribute('aria-describedby', 'question-text');
    render(html`
      <h2 id="question">${title}</h2><p id="question-text">${text}</p>
      <div class="row">
        <button type="button" class=${look} @click=${() => dialog.close('yes')}>${yes}</button>
        <button type="button" autofocus @click=${() => dialog.close('')}>${t('goBack')}</button>
      </div>`, dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
