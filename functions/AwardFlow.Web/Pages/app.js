// The page: which part of it is shown follows the address after '#', so that the browser's own back and bookmarks work.
import { get, key, keyOfAnotherTab, of, signsInBy } from './api.js';
import { lookAtClock } from './clock.js';
import { html, place, render } from './templates.js';
import { attend } from './components.js';
import { cyclePage } from './cycle.js';
import { cyclesPage } from './cycles.js';
import { setupPage } from './setup.js';
import { startPage } from './start.js';
import { isOfOffice } from './may.js';
import { personalDataPage } from './personal-data.js';
import { language, switchLanguage, t } from './language.js';
import { problemBox } from './problems.js';
import { cameBack, mayLeave, settleIn } from './places.js';
import { signIn, signInOver, signOut } from './signin.js';

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
  document.querySelector('#licences').textContent = t('licences');
  other.textContent = language === 'th' ? 'English' : 'ไทย';
  other.lang = language === 'th' ? 'en' : 'th';
  leave.textContent = t('signOut');
  const roles = caller?.roles.map(role => t(`role${role}`)).join(', ');
  who.textContent = caller ? (caller.name === 'local' ? t('thisMachine') : `${caller.name} · ${roles}`) : '';
  who.title = caller?.positions?.join(', ') ?? '';
  leave.hidden = !(key.get() || caller?.platform);
}

// One at a time, however many requests find that the key is known no more.
let signingIn = null;
// Who has declined is not asked again before he or she does something that needs it.
let declined = false;
for (const name of ['click', 'submit']) document.addEventListener(name, () => { declined = false; }, true);
signsInBy(problem => caller && !declined && (signingIn ??= signInOver(problem, known => {
  // Another person may do other things: the page is drawn for her or him.
  const another = known.name !== caller.name || String(known.roles) !== String(caller.roles);
  caller = known;
  frame();
  if (another) mayLeave().then(yes => { if (yes) route(); });
}).then(yes => {
  declined = !yes;
  return yes;
}).finally(() => { signingIn = null; })));

async function route() {
  shown.abort();
  shown = new AbortController();
  const { signal } = shown;
  const [path, query] = location.hash.slice(1).split('?');
  const [kind, id, part, entry] = path.split('/').map(decodeURIComponent);
  const page = place();
  try {
    // Asked for beside what the page shows, not before it.
    const ahead = kind === 'cycle' && id ? get(of(id), signal, { first: caller === null }) : null;
    ahead?.catch(() => {});
    caller ??= await whoCalls(signal);
    frame();
    lookAtClock(caller);
    const view = { place: page, signal, caller, query: new URLSearchParams(query) };
    // A key that another tab gave came after the first question.
    const read = async () => ahead.catch(error => error.status === 401 ? get(of(id), signal) : Promise.reject(error));
    const title = kind === 'cycle' && id ? await cyclePage({ ...view, cycle: await read() }, id, part ?? '', entry) : kind === 'setup' && id ? await setupPage(view, id, part) : kind === 'new' ? await startPage(view) : kind === 'personal-data' && isOfOffice(caller) ? await personalDataPage(view) : await cyclesPage(view);
    if (signal.aborted) return;
    main.replaceChildren(page);
    document.title = `${title} · AwardFlow`;
    for (const nav of main.querySelectorAll('nav.parts')) nav.scrollLeft = (nav.querySelector('[aria-current]')?.offsetLeft ?? 0) - 40;
    // Back where one was; else, on the first page the reader begins at its top, afterwards where the new content begins.
    if (!settleIn(main) && !first) attend(page.querySelector('[data-begin]') ?? page.querySelector('h1'));
    first = false;
  } catch (error) {
    if (signal.aborted) return;
    // Somebody may be typing the key already.
    if (error.status === 401 && key.get() === null && main.querySelector('.signin')) return;
    main.replaceChildren(page);
    if (error.status === 401) {
      caller = null;
      signIn(page, error, route);
      document.title = `${t('signIn')} · AwardFlow`;
      frame();
    } else {
      if (!error.problem) console.error(error);
      render(html`${problemBox(error.problem ? error : { status: -1 })}
        <div class="row"><button type="button" class="main" @click=${route}>${t('tryAgain')}</button>${location.hash && html`<a class="button" href="#">${t('backToCycles')}</a>`}</div>`, page);
    }
  }
}

async function whoCalls(signal) {
  try {
    return await get('/api/caller', signal, { first: true });
  } catch (error) {
    const shared = error.status === 401 && key.get() === null ? await keyOfAnotherTab() : null;
    if (shared === null) throw error;
    key.keep(shared);
    return get('/api/caller', signal, { first: true });
  }
}

other.addEventListener('click', async () => {
  if (!await mayLeave()) return;
  switchLanguage();
  frame();
  // Signing in stays as it is while nobody asks for another; here somebody does.
  main.querySelector('.signin')?.remove();
  route();
});
leave.addEventListener('click', async () => {
  if (!await mayLeave()) return;
  signOut(caller);
  caller = null;
  route();
});
document.querySelector('#skip').addEventListener('click', event => {
  // The address after '#' is the page's own.
  event.preventDefault();
  attend(main);
});
window.addEventListener('hashchange', async () => {
  if (await cameBack()) route();
});
// A file that misses its place must not take the page away.
for (const name of ['dragover', 'drop']) {
  window.addEventListener(name, event => { if (event instanceof DragEvent && event.dataTransfer?.types.includes('Files') && !event.target.closest('input[type=file]')) event.preventDefault(); });
}
frame();
route();
