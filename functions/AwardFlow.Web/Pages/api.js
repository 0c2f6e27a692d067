// Asks the API. The key goes in a header, is kept for this tab only, and never stands in an address.
import { language, t } from './language.js';

const kept = 'awardflow-key';

export const key = {
  get: () => sessionStorage.getItem(kept),
  keep: value => sessionStorage.setItem(kept, value),
  forget: () => sessionStorage.removeItem(kept),
  /** Whether it can be a key at all: a header takes no Thai letters. */
  canBe: value => /^[\x21-\x7e]+$/.test(value),
};

// A link opened in a new tab should not ask for the key again: the tabs of a browser give it to each other.
const tabs = new BroadcastChannel(kept);
const waits = 300;
/** @type {(key: string | null) => void} */
let given = () => {};
tabs.onmessage = ({ data }) => {
  if (data.asks && key.get()) tabs.postMessage({ key: key.get() });
  if (data.key) given(data.key);
  if (data.signedOut && key.get()) {
    key.forget();
    location.reload();
  }
};

/** The key that another tab of this browser has, or null. */
export const keyOfAnotherTab = () => new Promise(resolve => {
  given = resolve;
  setTimeout(() => resolve(null), waits);
  tabs.postMessage({ asks: true });
});

/** Signs all tabs out. */
export function forgetEverywhere() {
  key.forget();
  tabs.postMessage({ signedOut: true });
}

/** What the API refused, and why, in words. */
class ApiProblem extends Error {
  constructor(status, problem, scheme) {
    super(problem.detail ?? problem.title ?? '');
    Object.assign(this, { status, problem, scheme });
  }
}

// Signs in again where a key has expired under a page, so that what the page holds is not lost.
let signInAgain = null;
export const signsInBy = way => { signInAgain = way; };

/** Asks for something; throws an ApiProblem where it is refused. */
export async function ask(path, options = {}) {
  try {
    return await askOnce(path, options);
  } catch (error) {
    if (error.status !== 401 || !signInAgain || options.first || !await signInAgain(error)) throw error;
    return askOnce(path, options);
  }
}

/** @param {string} path @param {{ method?: string, json?: any, file?: any, type?: string, signal?: AbortSignal, headers?: Record<string, string> }} options */
async function askOnce(path, { method = 'GET', json, file, type, signal, headers: more } = {}) {
  const headers = { 'Accept-Language': language, ...more };
  if (key.get()) headers['X-Api-Key'] = key.get();
  let body;
  if (json !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = typeof json === 'string' ? json : JSON.stringify(json);
  }
  if (file && type) {
    headers['Content-Type'] = type;
    body = file;
  } else if (file) {
    body = new FormData();
    body.append('file', file, file.name);
  }
  let response;
  try {
    response = await fetch(path, { method, headers, body, signal, cache: 'no-store' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiProblem(0, { title: t('noConnection'), detail: t('noConnectionHelp') });
  }
  if (response.ok) return response;
  const said = response.headers.get('Content-Type')?.includes('json') ? await response.json().catch(() => ({})) : {};
  throw new ApiProblem(response.status, said, response.headers.get('WWW-Authenticate'));
}

/** An answer as an object. */
export const get = async (path, signal, options) => (await ask(path, { signal, ...options })).json();

/** A page of a long list, and where the next one is. */
export async function page(path, signal) {
  const response = await ask(path, { signal });
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('Link') ?? '');
  return { answer: await response.json(), next: next ? next[1] : null };
}

/** Asks for a file and hands it to the browser's downloads. A plain link could not carry the key. */
export async function save(path, name, options) {
  const response = await ask(path, options);
  const given = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('Content-Disposition') ?? '');
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: given ? decodeURIComponent(given[1]) : name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The address of the cycles, of one of them, or of something of it. */
export const of = (...parts) => ['/api/cycles', ...parts.map(encodeURIComponent)].join('/');
