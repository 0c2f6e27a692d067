// A cycle's definition while it is typed: saved after a pause, always against the one that was read, so that no colleague's
// change is lost. What is not saved is tried again, and never dropped in silence.
import { ask, get, of } from './api.js';
import { t } from './language.js';
import { merged, same } from './setup-merge.js';

const pause = 600;
const patience = 10_000;
const [conflict, overtaken, tooMany, server] = [409, 412, 429, 500];
const parts = place => place.split(/[.[\]]+/).filter(Boolean);

/** What stands at a place such as letter.opening[0]. */
export const at = (definition, place) => parts(place).reduce((value, name) => value?.[name], definition);

// What does not go away by itself waits for a person.
const waits = ['overtaken', 'asking'];
const comesBack = ({ status }) => status === 0 || status === tooMany || status >= server;

/** Reads a cycle's definition, ready to be changed. `changed` is told of every change, and of what became of saving it. */
export async function openDraft(id, signal, changed) {
  /** @type {any} */
  const draft = { id, cycle: null, faults: [], stands: 'saved', savedAt: null, error: null, theirs: null, notice: null, box: null };
  let [timer, saving, dirty, base] = [null, null, false, null];

  const read = async () => {
    const [cycle, response] = [await get(of(id)), await ask(of(id, 'definition'))];
    return { cycle, definition: await response.json(), tag: response.headers.get('ETag') };
  };
  // Its own copy, for what is typed must not change what was read.
  const take = ({ cycle, definition, tag }) => {
    Object.assign(draft, { cycle, tag });
    base = structuredClone(definition);
  };
  const settle = (stands, more = {}) => {
    Object.assign(draft, { stands, error: null }, more);
    changed();
  };
  const path = confirm => `${of(id)}${draft.cycle.state === 'draft' ? '?draft=true' : confirm ? `?confirm=${encodeURIComponent(confirm)}` : ''}`;

  async function put(confirm) {
    dirty = false;
    settle('saving');
    const sent = structuredClone(draft.definition);
    try {
      const response = await ask(path(confirm), { method: 'PUT', json: sent, headers: { 'If-Match': draft.tag } });
      const answer = await response.json();
      take({ cycle: answer, definition: sent, tag: response.headers.get('ETag') });
      settle(dirty ? 'typed' : 'saved', { savedAt: new Date(), faults: answer.faults ?? [] });
    } catch (error) {
      await refused(error, sent);
    }
  }

  async function refused(error, sent) {
    const problem = error.problem ?? {};
    dirty = true;
    if (error.status === overtaken || error.status === conflict && !problem.confirm) {
      const found = await read().catch(() => null);
      if (found) return meet(found, sent, error);
    }
    if (problem.confirm) settle('asking', { error });
    else if (problem.faults) settle('faulty', { error, faults: problem.faults });
    else {
      settle('unsaved', { error });
      if (comesBack(error)) later(patience);
    }
  }

  // The cycle is otherwise than this page had it: stored already by an answer that was lost, opened, closed, or changed.
  function meet(found, sent, error) {
    const opened = draft.cycle.state === 'draft' && found.cycle.state !== 'draft';
    if (opened) draft.notice = t('openedMeanwhile');
    if (same(found.definition, sent)) {
      take(found);
      dirty = !same(draft.definition, sent);
      settle(dirty ? 'typed' : 'saved', { savedAt: new Date() });
      if (dirty) later(pause);
      return;
    }
    const theirs = { found, ...merged(base, draft.definition, found.definition) };
    if (!draft.mayEdit(found.cycle)) {
      draft.cycle = found.cycle;
      settle('closed', { error });
    } else if (theirs.bothPlaces.length === 0 && (opened || theirs.theirPlaces.length === 0)) {
      take(found);
      Object.assign(draft, { definition: theirs.definition, stands: 'typed' });
      changed();
      later(0);
    } else settle('overtaken', { error, theirs });
  }

  function later(after) {
    clearTimeout(timer);
    timer = setTimeout(() => { if (!signal.aborted) draft.save(); }, after);
  }

  /** Whether definitions can still be changed: not once scores are frozen. */
  draft.mayEdit = cycle => ['draft', 'open', 'needsAttention'].includes(cycle.state);

  /** Saves what is typed, now; the answer is whether all of it is saved. */
  draft.save = async confirm => {
    clearTimeout(timer);
    timer = null;
    while (saving) await saving;
    if (dirty && (!waits.includes(draft.stands) || confirm)) {
      saving = put(confirm).finally(() => { saving = null; });
      await saving;
    }
    return !dirty;
  };

  /** Puts a value at a place; undefined takes it away. */
  draft.set = (place, value) => {
    const names = parts(place);
    const last = names.pop();
    let holder = draft.definition;
    names.forEach((name, i) => { holder = holder[name] ??= /^\d+$/.test(names[i + 1] ?? last) ? [] : {}; });
    if (same(holder[last], value)) return changed();
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    return draft.typed();
  };

  /** Says that the definition was changed. */
  draft.typed = () => {
    dirty = true;
    // While a colleague's change, or a question, waits for an answer, nothing is sent.
    const waiting = waits.includes(draft.stands);
    if (!waiting) draft.stands = 'typed';
    changed();
    clearTimeout(timer);
    if (!waiting) later(pause);
  };

  /** Says that rows of a list have other numbers now: what was said of the old ones is said again when it is saved. */
  draft.renumbered = list => {
    draft.box = null;
    draft.faults = draft.faults.filter(fault => !fault.place.startsWith(`${list}[`));
    draft.typed();
  };

  /** Takes the definition as it now stands, in place of what was typed. */
  draft.reread = async () => {
    const found = await read();
    take(found);
    dirty = false;
    Object.assign(draft, { definition: found.definition, theirs: null, box: null });
    if (found.cycle.state === 'draft') draft.faults = (await get(of(id, 'check'))).faults;
    settle('saved', { savedAt: new Date() });
  };

  /** Puts what was typed into a colleague's change, knowingly; what was not typed here stays as the colleague has it. */
  draft.join = async () => {
    const { found } = draft.theirs;
    const { definition } = merged(base, draft.definition, found.definition);
    take(found);
    Object.assign(draft, { definition, theirs: null, stands: 'typed' });
    dirty = true;
    await draft.save();
  };

  /** Judges who stand in another's place with a name that was not there: it may be the same person. */
  draft.renamed = () => {
    const judges = draft.definition.judges ?? [];
    const named = (base.judges ?? []).map(judge => judge.name);
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
  draft.redraw = changed;
  const found = await read();
  take(found);
  draft.definition = found.definition;
  if (found.cycle.state === 'draft') draft.faults = (await get(of(id, 'check'), signal)).faults;
  window.addEventListener('online', () => { if (dirty && draft.stands === 'unsaved') draft.save(); }, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return draft;
}
