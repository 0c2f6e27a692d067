// Judges' links, shown the one time that they are told.
import { html } from './templates.js';
import { say } from './components.js';
import { t } from './language.js';

async function copy(url, event) {
  const box = event.currentTarget.closest('li').querySelector('input');
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    // Where the browser gives no clipboard, the text is marked to be copied by hand.
  }
  box.select();
  say(t('judging.copied'));
}

/** The links, each with a button that copies it. */
export const linksShown = links => html`<p><strong>${t('judging.shownOnce')}</strong></p>
  <ul class="links">${links.map(({ judge, url }, i) => html`<li><label for="link-${i}">${judge}</label>
    <input id="link-${i}" type="text" readonly value=${url}> <button type="button" @click=${event => copy(url, event)}>${t('judging.copy')}<span class="unseen"> ${judge}</span></button></li>`)}</ul>`;
