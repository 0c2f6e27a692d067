// Signing in: by the platform on Azure, by an API key on one machine.
import { forgetEverywhere, get, key } from './api.js';
import { html, place, render } from './templates.js';
import { attend } from './components.js';
import { t } from './language.js';
import { problemBox } from './problems.js';

const words = text => html`<div class="problem" role="alert"><p>${text}</p></div>`;

/** Shows how to sign in; `again` loads the page anew. */
export function signIn(area, problem, again) {
  const wrong = key.get() !== null;
  key.forget();
  render(html`<div class="card signin"><h1 tabindex="-1">${t('signIn')}</h1>${form(problem, wrong && words(t('wrongKey')), again)}</div>`, area);
  if (problem.scheme !== 'AppService' || wrong) area.querySelector('input').focus();
}

/** Signs in again in a dialog, over a page whose content stays; resolves to whether somebody did. `signedIn` is told who. */
export function signInOver(problem, signedIn) {
  return new Promise(resolve => {
    key.forget();
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'again');
    const message = place();
    const enter = async () => {
      try {
        signedIn(await get('/api/caller', undefined, { first: true }));
        dialog.close('yes');
      } catch (error) {
        if (error.status === 401) key.forget();
        render(error.status === 401 ? words(t('wrongKey')) : problemBox(error), message);
        attend(message);
      }
    };
    render(html`<h2 id="again">${t('signInAgain')}</h2><p>${t('signInAgainHelp')}</p>${message}${form(problem, null, enter, () => dialog.close(''))}`, dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('input').focus();
  });
}

function form(problem, wrong, enter, cancel) {
  const byPlatform = problem.scheme === 'AppService';
  const message = place();
  const submit = event => {
    event.preventDefault();
    const value = new FormData(event.target).get('api-key').trim();
    // A header takes no such letters, so asking would only fail in a way that says nothing.
    if (!key.canBe(value)) {
      render(words(t(/[\u0E00-\u0E7F]/.test(value) ? 'keyInThai' : 'wrongKey')), message);
      event.target.querySelector('input').select();
      return;
    }
    key.keep(value);
    enter();
  };
  return html`
    ${wrong}${message}
    ${byPlatform && html`<p>${t('signInPlatform')}</p>
      <p><a class="button main" href="/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent('/')}" target=${cancel && '_blank'}>${t('signInMicrosoft')}</a>
      ${cancel && html`<button type="button" @click=${enter}>${t('tryAgain')}</button>`}</p>`}
    <form @submit=${submit}>
      <div class="field">
        <label for="api-key">${t('apiKey')}</label><p class="hint" id="api-key-hint">${t('apiKeyHint')}</p>
        <input id="api-key" name="api-key" type="password" autocomplete="off" required spellcheck="false" aria-describedby="api-key-hint">
      </div>
      <div class="row"><button class=${byPlatform ? '' : 'main'}>${t('enter')}</button>${cancel && html`<button type="button" @click=${cancel}>${t('cancel')}</button>`}</div>
    </form>`;
}

/** Signs out, in all tabs. */
export function signOut(caller) {
  forgetEverywhere();
  if (caller?.platform) location.assign('/.auth/logout');
}
