// Asks the judge whether to go on. The focus is on what changes nothing, so that Enter twice does no harm.
import { html, render } from './templates.js';
import { t } from './judge-language.js';

/** Whether the judge goes on. */
export function agreed({ title, text, yes }) {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'question');
    render(html`<h2 id="question">${title}</h2>${text}
      <div class="row"><button type="button" class="main" @click=${() => dialog.close('yes')}>${yes}</button>
        <button type="button" autofocus @click=${() => dialog.close('')}>${t('judge.cancel')}</button></div>`, dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
