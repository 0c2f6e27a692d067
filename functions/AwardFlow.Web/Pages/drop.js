// A place to drop files on, or to choose them: the choice is an ordinary control, so keyboards and phones have it too.
import { el, field } from './elements.js';
import { t } from './language.js';

/** `take` is given the files, one or more. */
export function drop({ label, hint, accept, multiple, take }) {
  const input = el('input', { type: 'file', accept, multiple });
  const place = el('div', { class: 'drop' }, field(label, input, hint ?? t('dropHint')));
  const given = files => { if (files.length > 0) take([...files].slice(0, multiple ? undefined : 1)); };
  input.addEventListener('change', () => {
    given(input.files);
    // The same file, mended, can be chosen again.
    input.value = '';
  });
  for (const kind of ['dragenter', 'dragover']) {
    place.addEventListener(kind, event => {
      event.preventDefault();
      place.classList.add('over');
    });
  }
  place.addEventListener('dragleave', event => { if (!place.contains(event.relatedTarget)) place.classList.remove('over'); });
  place.addEventListener('drop', event => {
    event.preventDefault();
    place.classList.remove('over');
    given(event.dataTransfer.files);
  });
  return place;
}
