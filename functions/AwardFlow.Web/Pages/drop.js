// A place to drop files on, or to choose them: the choice is an ordinary control, so keyboards and phones have it too.
import { html } from './templates.js';
import { t } from './language.js';

/**
 * `take` is given the files, one or more.
 * @param {{ id: string, label: any, hint?: any, accept: string, multiple?: boolean, take: (files: File[]) => void }} place
 */
export function drop({ id, label, hint, accept, multiple, take }) {
  const given = files => { if (files.length > 0) take([...files].slice(0, multiple ? undefined : 1)); };
  const over = (event, is) => {
    event.preventDefault();
    event.currentTarget.classList.toggle('over', is);
  };
  const chosen = event => {
    given(event.target.files);
    // The same file, mended, can be chosen again.
    event.target.value = '';
  };
  return html`
    <div class="drop" @dragenter=${event => over(event, true)} @dragover=${event => over(event, true)}
      @dragleave=${event => { if (!event.currentTarget.contains(event.relatedTarget)) over(event, false); }}
      @drop=${event => {
        over(event, false);
        given(event.dataTransfer.files);
      }}>
      <div class="field"><label for=${id}>${label}</label><p class="hint" id="${id}-hint">${hint ?? t('dropHint')}</p>
        <input id=${id} type="file" accept=${accept} ?multiple=${multiple} aria-describedby="${id}-hint" @change=${chosen}></div>
    </div>`;
}
