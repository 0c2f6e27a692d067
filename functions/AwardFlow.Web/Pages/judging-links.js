// Judges' links, shown the one time that they are told.
import { html } from './templates.js';
import { say } from './components.js';
import { copied } from './copy.js';
import { t } from './language.js';

async function copy(url, event) {
  const pressed = event.currentTarget;
  const done = await copied(url);
  // Where it could not be copied it is marked, to be copied by hand.
  if (!done) pressed.closest('li').querySelector('input').select();
  pressed.querySelector('[data-said]').textContent = t(done ? 'desk.copied' : 'desk.notCopied');
  say(t(done ? 'judging.copied' : 'desk.notCopied'));
}

/** The links, each with a button that copies it. */
export const linksShown = links => html`<p><strong>${t('judging.shownOnce')}</strong></p>
  <ul class="links">${links.map(({ judge, url }, i) => html`<li><label for="link-${i}">${judge}</label>
    <input id="link-${i}" type="text" readonly value=${url}> <button type="button" @click=${event => copy(url, event)}><span data-said>${t('judging.copy')}</span><span class="unseen"> ${judge}</span></button></li>`)}</ul>`;
