// The page: which part of it is shown follows the address after '#', so that the browser's own back and bookmarks work.
import { get, key, of } from './api.js';
import { lookAtClock } from './clock.js';
import { attend } from './elements.js';
import { cyclePage } from './cycle.js';
import { cyclesPage } from './cycles.js';
import { newCyclePage } from './new-cycle.js';
import { language, switchLanguage, t } from './language.js';
import { show } from './problems.js';
import { signIn, signOut } from './signin.js';

const main = document.querySelector('#main');
const who = document.querySelector('#who');
const leave = document.querySelector('#sign-out');
const other = document.querySelector('#language');
let shown = new AbortController();
let caller = null;
let first = true;

function frame() {
  document.documentElement.lang = language;
  document.querySelector('#skip').textContent = t('skip');
  document.querySelector('#description').textContent = t('description');
  other.textContent = language === 'th' ? 'English' : 'ไทย';
  other.lang = language === 'th' ? 'en' : 'th';
  leave.textContent = t('signOut');
  const roles = caller?.roles.map(role => t(`role${role}`)).join(', ');
  who.textContent = caller ? (caller.name === 'local' ? t('thisMachine') : `${caller.name} (${roles})`) : '';
  leave.hidden = !(key.get() || caller?.platform);
}

async function route() {
  shown.abort();
  shown = new AbortController();
  const { signal } = shown;
  const [kind, id, part, entry] = location.hash.slice(1).split('/').map(decodeURIComponent);
  try {
    // Asked for beside what the page shows, not before it.
    const ahead = kind === 'cycle' && id ? get(of(id), signal) : null;
    ahead?.catch(() => {});
    caller ??= await get('/api/caller', signal);
    frame();
    lookAtClock(caller);
    const place = document.createElement('div');
    const view = { place, signal, caller };
    const title = kind === 'cycle' && id ? await cyclePage({ ...view, ahead }, id, part ?? '', entry) : kind === 'new' ? newCyclePage(view) : await cyclesPage(view);
    if (signal.aborted) return;
    main.replaceChildren(place);
    document.title = `${title} · AwardFlow`;
    // On the first page the reader begins at its top; afterwards where the new content begins.
    const heading = place.querySelector('[data-begin]') ?? place.querySelector('h1');
    if (!first && heading) attend(heading);
    first = false;
  } catch (error) {
    if (signal.aborted) return;
    if (error.status === 401) {
      caller = null;
      signIn(main, error, route);
      document.title = `${t('signIn')} · AwardFlow`;
      frame();
    } else {
      show(main, error);
    }
  }
}

other.addEventListener('click', () => {
  switchLanguage();
  frame();
  route();
});
leave.addEventListener('click', () => {
  signOut(caller);
  caller = null;
  route();
});
document.querySelector('#skip').addEventListener('click', event => {
  // The address after '#' is the page's own.
  event.preventDefault();
  attend(main);
});
window.addEventListener('hashchange', route);
frame();
route();
