// Before a cycle closes: which judges have not submitted, and what is to be done with what they typed.
import { html, render } from './templates.js';
import { count, t } from './language.js';

/** What the closing is asked with: a query, or null where the person thought better of it. */
export function unsubmitted({ judging, confirm }) {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'question');
    const typed = judging.some(each => each.typed);
    const close = more => () => dialog.close(`confirm=${encodeURIComponent(confirm)}${more}`);
    render(html`<h2 id="question">${t('judging.closeTitle', { count: count(judging.length) })}</h2><p>${t('judging.closeHelp')}</p>
      <ul>${judging.map(each => html`<li>${t('judging.closeLacks', { judge: each.judge, owed: count(each.owed), complete: count(each.complete), begun: count(each.begun), all: count(each.of) })}${each.otherWords > 0 && html` <strong>${t('judging.closeOtherWords', { count: count(each.otherWords) })}</strong>`}</li>`)}</ul>
      <div class="row"><button type="button" class="bad" @click=${close('')}>${t('judging.closeWithout')}</button>
        ${typed && html`<button type="button" class="bad" @click=${close('&unsubmitted=count')}>${t('judging.closeWith')}</button>`}
        <button type="button" autofocus @click=${() => dialog.close('')}>${t('goBack')}</button></div>`, dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
