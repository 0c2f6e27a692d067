// Asks in a dialog whether to do something, and why: the reason stands in the cycle's trail. The focus is on the box for it,
// so that Enter twice does no harm.
import { html, render } from './templates.js';
import { t } from './language.js';

const longest = 500;

/** The reason, or null where the person thought better of it. */
export function reasoned({ title, text, yes, look = 'main', hint = t('reasonStays'), label = t('reason') }) {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'question');
    const taken = event => {
      event.preventDefault();
      const reason = dialog.querySelector('#why').value.trim();
      if (reason) dialog.close(reason);
    };
    render(html`
      <h2 id="question">${title}</h2><p>${text}</p>
      <form @submit=${taken}>
        <div class="field"><label for="why">${label}</label><p class="hint" id="why-hint">${hint}</p>
          <input id="why" name="reason" type="text" required maxlength=${longest} autocomplete="off" autofocus aria-describedby="why-hint"></div>
        <div class="row"><button class=${look}>${yes}</button><button type="button" @click=${() => dialog.close('')}>${t('goBack')}</button></div>
      </form>`, dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
