// Where a person was: back from an entry the list is as it was left, with its search, its rows and its place. And what a
// person has begun and not yet saved is not dropped in silence.
import { confirmed } from './problems.js';
import { t } from './language.js';

history.scrollRestoration = 'manual';

// Kept with the browser's own history, so each entry of it has its own; not while one page goes and another comes.
let settled = false;
const keep = () => settled && history.replaceState({ ...history.state, y: Math.round(scrollY), at: document.activeElement?.closest('main a')?.getAttribute('href') ?? null }, '');
let soon;
window.addEventListener('scroll', () => {
  clearTimeout(soon);
  soon = setTimeout(keep, 100);
}, { passive: true });
document.addEventListener('click', event => {
  if (event.target.closest('a')) keep();
}, true);

/** Goes to where one was on this page; false where one was not here before. */
export function settleIn(main) {
  const { y, at } = history.state ?? {};
  settled = true;
  if (y === undefined) {
    scrollTo(0, 0);
    return false;
  }
  const link = at && [...main.querySelectorAll('a')].find(each => each.getAttribute('href') === at);
  link?.focus({ preventScroll: true });
  scrollTo(0, y);
  return Boolean(link) || y > 0;
}

/** Puts what a list shows into the address of this page, without another step for "back". */
export function address(query) {
  const asked = query.toString();
  history.replaceState(history.state, '', `${location.hash.split('?')[0] || '#'}${asked && `?${asked}`}`);
  lists.set(location.hash.split('?')[0], location.hash);
}

// The lists as they were last seen.
const lists = new Map();

/** The address of a list as it was last seen. */
export const lastSeen = hash => lists.get(hash) ?? hash;

/** @type {{ words: string, settle?: () => Promise<boolean> } | null} */
let unsaved = null;

/**
 * Says that something is not saved, in words; null where all is. `settle` saves it where it can, and answers whether nothing is
 * left to lose.
 */
export const holdUnsaved = (words, settle) => { unsaved = words === null ? null : { words, settle }; };

/** Whether a person may leave the page: yes, unless something is unsaved, cannot be saved now, and he or she stays. */
export async function mayLeave() {
  if (unsaved === null || await unsaved.settle?.() || unsaved === null || await confirmed(t('unsavedTitle'), unsaved.words, t('leaveUnsaved'), 'bad')) {
    unsaved = null;
    return true;
  }
  return false;
}

// Each step of the browser's history has its number, so that a step that was not meant can be taken back, whichever way it went.
let here = history.state?.step ?? 0;
let [asking, returning, replaced] = [false, false, false];
const number = step => {
  here = step;
  history.replaceState({ ...history.state, step }, '');
};
number(here);

/** Goes to another address without another step for "back". */
export function goInstead(hash) {
  replaced = true;
  location.replace(hash);
}

/** The same where the address has changed already: where the person stays, the step is taken back. */
export async function cameBack() {
  if (returning || asking) {
    returning = false;
    return false;
  }
  asking = true;
  settled = false;
  const left = await mayLeave().finally(() => { asking = false; });
  const step = history.state?.step ?? here + (replaced ? 0 : 1);
  replaced = false;
  if (left) {
    number(step);
    return true;
  }
  settled = true;
  returning = step !== here;
  if (returning) history.go(here - step);
  return false;
}

window.addEventListener('beforeunload', event => { if (unsaved !== null) event.preventDefault(); });
