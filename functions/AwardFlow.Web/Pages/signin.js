// Signing in: by the platform on Azure, by an API key on one machine.
import { key } from './api.js';
import { el, field } from './elements.js';
import { t } from './language.js';

/** Shows how to sign in; `again` loads the page anew. */
export function signIn(place, problem, again) {
  const byPlatform = problem.scheme === 'AppService';
  const box = el('input', { type: 'password', autocomplete: 'off', required: true, spellcheck: 'false' });
  const wrong = key.get() !== null;
  key.forget();
  place.replaceChildren(
    el('h1', { tabindex: '-1' }, t('signIn')),
    wrong && el('div', { class: 'problem', role: 'alert' }, el('p', {}, t('wrongKey'))),
    byPlatform ? el('div', {},
      el('p', {}, t('signInPlatform')),
      el('p', {}, el('a', { class: 'button', href: `/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent('/')}` }, t('signInMicrosoft')))) : '',
    el('form', {
      on: {
        submit: event => {
          event.preventDefault();
          key.keep(box.value.trim());
          again();
        },
      },
    },
    field(t('apiKey'), box, t('apiKeyHint')),
    el('div', { class: 'row' }, el('button', { class: 'main' }, t('enter')))));
  if (!byPlatform || wrong) box.focus();
}

/** Signs out. */
export function signOut(caller) {
  key.forget();
  if (caller?.platform) location.assign('/.auth/logout');
}
