// Asks the API as a judge. The token stands behind '#' in the address, is kept for this tab, and goes in a header alone.
import { longestSave, within } from './judge-draft.js';
import { language, t } from './judge-language.js';
import { keepsHere } from './judge-store.js';

const kept = 'awardflow-judge-token';

// In milliseconds, of what is no save.
const longest = 30_000;

let given = null;

/** The token of the address, or the one that this tab was opened with; null for none. */
export function takeToken() {
  const inAddress = location.hash.slice(1);
  try {
    if (inAddress) sessionStorage.setItem(kept, inAddress);
    given = inAddress || sessionStorage.getItem(kept);
  } catch {
    // A browser that keeps nothing has the address.
    given = inAddress || null;
  }
  return given;
}

/** What the API refused, and why, in words. */
class JudgeProblem extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? '');
    Object.assign(this, { status, problem });
  }
}

/**
 * Asks for something of the judge's own sheet; throws a JudgeProblem, with status 0 where nothing could be reached.
 * @param {string} [path]
 * @param {{ method?: string, json?: any, version?: string }} [options]
 */
export async function ask(path = '', { method = 'GET', json, version } = {}) {
  const headers = { 'Accept-Language': language, 'X-Judge-Token': given };
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  let response;
  /** @type {any} */
  let said = {};
  try {
    response = await fetch(`/api/judge${path}`, {
      method, headers, body: json === undefined ? undefined : JSON.stringify(json), cache: 'no-store', signal: within(method === 'PUT' ? longestSave : longest),
    });
    if (response.headers.get('Content-Type')?.includes('json')) said = await response.json();
  } catch {
    throw new JudgeProblem(0, { title: t('judge.offline'), detail: t(keepsHere() ? 'judge.offlineHelp' : 'judge.offlineNotKept') });
  }
  if (response.ok) return said;
  throw new JudgeProblem(response.status, said);
}

/** The address of an entry, or of something of it. */
export const ofEntry = (code, part) => `/entries/${encodeURIComponent(code)}${part ? `/${part}` : ''}`;
