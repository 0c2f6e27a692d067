// A cycle's definition while it is typed: saved after a pause, always against the one that was read, so that no colleague's
// change is lost.
import { ask, get, of } from './api.js';

const pause = 600;
const parts = place => place.split(/[.[\]]+/).filter(Boolean);

/** What stands at a place such as letter.opening[0]. */
export const at = (definition, place) => parts(place).reduce((value, name) => value?.[name], definition);

// What the page before this one still saves: read before that, its change would look like a colleague's.
let leaving = null;

/** Reads a cycle's definition, ready to be changed. `changed` is told of every change, and of what became of saving it. */
export async function openDraft(id, signal, changed) {
  await leaving;
  const draft = { id, cycle: await get(of(id), signal), faults: [], stands: 'saved', savedAt: null, error: null, effect: null };
  let [timer, saving, dirty] = [null, null, false];
  let named = [];
  const stored = () => { named = (draft.definition.judges ?? []).map(judge => judge.name); };

  const read = async () => {
    const response = await ask(of(id, 'definition'), { signal });
    draft.definition = await response.json();
    draft.tag = response.headers.get('ETag');
    stored();
    if (draft.cycle.state === 'draft') draft.faults = (await get(of(id, 'check'), signal)).faults;
  };
  const settle = (stands, more = {}) => {
    Object.assign(draft, { stands, error: null }, more);
    changed();
  };
  const path = confirm => `${of(id)}${draft.cycle.state === 'draft' ? '?draft=true' : confirm ? `?confirm=${encodeURIComponent(confirm)}` : ''}`;

  async function put(confirm) {
    dirty = false;
    settle('saving');
    try {
      const response = await ask(path(confirm), { method: 'PUT', json: draft.definition, headers: { 'If-Match': draft.tag } });
      draft.tag = response.headers.get('ETag');
      const answer = await response.json();
      draft.cycle = answer;
      if (!dirty) stored();
      settle(dirty ? 'typed' : 'saved', { savedAt: new Date(), faults: answer.faults ?? [] });
    } catch (error) {
      dirty = true;
      const problem = error.problem ?? {};
      if (error.status === 412) settle('overtaken', { error });
      else if (problem.confirm) settle('asking', { error });
      else if (problem.faults) settle('faulty', { error, faults: problem.faults });
      else settle('unsaved', { error });
    }
  }

  /** Saves what is typed, now. */
  draft.save = async confirm => {
    clearTimeout(timer);
    timer = null;
    while (saving) await saving;
    if (!dirty && !confirm) return;
    saving = put(confirm).finally(() => { saving = null; });
    await saving;
  };

  /** Puts a value at a place; undefined takes it away. */
  draft.set = (place, value) => {
    const names = parts(place);
    const last = names.pop();
    let holder = draft.definition;
    names.forEach((name, i) => { holder = holder[name] ??= /^\d+$/.test(names[i + 1] ?? last) ? [] : {}; });
    if (JSON.stringify(holder[last]) === JSON.stringify(value)) return;
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    draft.typed();
  };

  /** Says that the definition was changed. */
  draft.typed = () => {
    dirty = true;
    // While a colleague's change, or a question, waits for an answer, nothing is sent.
    if (!['overtaken', 'asking'].includes(draft.stands)) draft.stands = 'typed';
    changed();
    clearTimeout(timer);
    if (['overtaken', 'asking'].includes(draft.stands)) return;
    timer = setTimeout(draft.save, pause);
  };

  /** Takes the definition as it now stands, in place of what was typed. */
  draft.reread = async () => {
    dirty = false;
    draft.cycle = await get(of(id), signal);
    await read();
    settle('saved', { savedAt: new Date() });
  };

  /** Puts what was typed in place of a colleague's change, knowingly. */
  draft.overrule = async () => {
    draft.tag = draft.error.problem.etag;
    dirty = true;
    draft.stands = 'typed';
    await draft.save();
  };

  /** Judges who stand in another's place with a name that was not there: it may be the same person. */
  draft.renamed = () => {
    const judges = draft.definition.judges ?? [];
    const names = judges.map(judge => judge.name);
    return judges.flatMap((judge, i) => named[i] && judge.name && !names.includes(named[i]) && !named.includes(judge.name) ? [{ judge, from: named[i], to: judge.name }] : []);
  };

  /** Says that they are: what was scored under the earlier name stays theirs. */
  draft.areTheSame = async () => {
    for (const { judge, from } of draft.renamed()) judge.formerly = [...judge.formerly ?? [], from];
    dirty = true;
    draft.stands = 'typed';
    await draft.save();
  };

  draft.isUnsaved = () => dirty || saving !== null;
  await read();
  signal.addEventListener('abort', () => { if (timer || saving) leaving = draft.save(); });
  return draft;
}
