// One entry while it is scored: kept in the browser at every key, sent after a pause, always against the version that was
// read, so that nothing newer of another device is lost. The judge's page has it, and the office for scores from paper.
import { scoreIn } from './judge-numbers.js';

// In milliseconds: both together are within a second.
const pause = 350;
const longestPause = 800;

// A phone that changes its network holds a dead connection, which neither answers nor fails for minutes: what is typed is sent
// again on another one long before.
export const longestSave = 10_000;

/** A signal that ends a request after some milliseconds, in browsers too that have no AbortSignal.timeout. */
export function within(milliseconds) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), milliseconds);
  return stop.signal;
}

const precondition = 412;
const refusals = [404, 409];

/** The content of an entry's view, as the page holds it. */
const contentOf = ({ scores, comments, comment }) => ({ scores: { ...scores }, comments: { ...comments }, comment: comment ?? '' });

/** Of a version, what names the rubric. */
export const rubricOf = version => version.split('.')[2] ?? null;

const nothing = { scores: {}, comments: {}, comment: '' };

/**
 * A draft. `read` asks for the entry, `put` sends it with a version; `keep` and `forget` hold it in this browser; `changed` is
 * told of every change, `outdated` when what is asked is another than was shown. `keeps` tells whether it is held there at all,
 * and `words` names what is asked as this page shows it.
 * `kept` is what an earlier page did not send, `entry` the entry as it was read: one of them is given.
 */
export function draftOf({ code, rules, entry = null, kept = null, read, put, keep, forget, keeps = () => false, outdated = () => {}, words = () => null, changed, device }) {
  let [timer, latest, saving] = [null, null, null];
  // Comments that were refused, by criterion, as they were typed: they keep back no scores and no other comment.
  const unfit = new Map();
  let whyUnfit = null;
  const draft = { code, keeps, entry: null, typed: kept ? contentOf(kept) : contentOf(nothing), version: kept?.version ?? null, stored: null, stands: kept ? 'kept' : 'saved', savedAt: null, error: null, current: null, asked: kept?.asked ?? null, words: kept?.words ?? null };

  const textOf = (content, of) => ((of === null ? content.comment : content.comments[of]) ?? '').trim();
  // A comment as it is sent: the stored one where this one was refused.
  const wordsSent = (content, of) => unfit.has(of) && unfit.get(of) === textOf(content, of) ? textOf(draft.stored ?? nothing, of) : textOf(content, of);
  const isUnfit = content => [...unfit].some(([of, text]) => text === textOf(content, of));
  const body = content => ({
    scores: Object.fromEntries(rules.criteria.map(criterion => [criterion.code, scoreIn(content.scores[criterion.code], criterion, rules.step)])),
    comments: Object.fromEntries(rules.criteria.map(criterion => [criterion.code, wordsSent(content, criterion.code)]).filter(([, words]) => words !== '')),
    comment: wordsSent(content, null),
  });
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const settle = (stands, more) => {
    Object.assign(draft, { stands, error: null, ...more });
    changed(draft);
  };
  const criteria = () => rules.criteria.map(({ code: of, title, max }) => ({ code: of, title, max }));
  const take = view => Object.assign(draft, { asked: criteria(), words: rubricOf(view.version), entry: view, version: view.version, stored: body(contentOf(view)), savedAt: view.savedAt ?? null });

  /** Whether what is typed is stored too; what cannot be a score is not. */
  draft.isSaved = () => draft.stored !== null && same(body(draft.typed), draft.stored);
  draft.hasFaults = () => rules.criteria.some(criterion => (draft.typed.scores[criterion.code] ?? '').trim() !== '' && scoreIn(draft.typed.scores[criterion.code], criterion, rules.step) === null);
  draft.holds = () => ['typed', 'saving', 'kept', 'conflict', 'faulty', 'refused'].includes(draft.stands);

  /** Takes the entry as it was read, unless something is typed that is not sent. */
  draft.show = view => {
    if (draft.holds()) {
      draft.entry = view;
    } else if (draft.version !== view.version || !draft.entry) {
      draft.typed = contentOf(view);
      take(view);
    } else {
      draft.entry = view;
    }
    changed(draft);
  };

  /** Says that something was typed. */
  draft.type = change => {
    change(draft.typed);
    if (draft.stands === 'conflict') return keepIt();
    draft.stands = 'typed';
    keepIt();
    clearTimeout(timer);
    latest ??= setTimeout(draft.save, longestPause);
    timer = setTimeout(draft.save, pause);
    return undefined;
  };

  function keepIt() {
    draft.asked ??= criteria();
    draft.words ??= words();
    keep(code, { ...draft.typed, version: draft.version, asked: draft.asked, words: draft.words });
    changed(draft);
  }

  /** Sends what is typed, now; the answer is whether all of it is stored. */
  draft.save = () => {
    clearTimeout(timer);
    clearTimeout(latest);
    latest = null;
    saving ??= send().finally(() => { saving = null; });
    return saving;
  };

  async function send() {
    for (;;) {
      if (['conflict', 'saved'].includes(draft.stands)) return draft.stands === 'saved';
      const sent = body(draft.typed);
      settle('saving');
      try {
        if (draft.version === null && !await meet(sent)) return false;
        // The same under other words is news: that it holds.
        if (!draft.stored || draft.entry?.changed || !same(sent, draft.stored)) {
          const answer = await put({ ...sent, device }, draft.version);
          Object.assign(draft, { version: answer.version, stored: sent, savedAt: answer.savedAt ?? draft.savedAt });
          if (draft.entry) Object.assign(draft.entry, { state: answer.state, total: answer.total ?? null, changed: false });
        }
        if (same(body(draft.typed), sent)) {
          if (isUnfit(draft.typed)) {
            keepIt();
            settle('faulty', { error: whyUnfit });
            return false;
          }
          forget(code);
          settle('saved');
          return true;
        }
      } catch (error) {
        if (sparing(error, sent)) continue;
        refused(error, sent);
        return draft.stands === 'saved';
      }
    }
  }

  // Whether only comments were refused, and all else can be sent without them.
  function sparing(error, sent) {
    const faults = error.problem?.faults;
    const refusedOf = each => textOf(sent, each.criterion ?? null);
    if (!faults?.length || faults.some(each => !each.comment || unfit.get(each.criterion ?? null) === refusedOf(each))) return false;
    whyUnfit = error;
    for (const each of faults) unfit.set(each.criterion ?? null, refusedOf(each));
    return true;
  }

  // What was typed before the entry could be read: it is new where nothing is stored.
  async function meet(sent) {
    const view = await read();
    if (draft.words && draft.words !== rubricOf(view.version)) {
      outdated();
      settle('conflict', { current: view, isOutdated: true });
      return false;
    }
    if (same(body(contentOf(view)), body(nothing)) || same(body(contentOf(view)), sent)) {
      take(view);
      return true;
    }
    settle('conflict', { current: view });
    return false;
  }

  function refused(error, sent) {
    const current = error.problem?.current;
    if (error.status === precondition && current) {
      // Where an earlier version kept it, what was asked is not known.
      const isOutdated = error.problem.rubricChanged === true && draft.asked !== null;
      if (isOutdated) outdated();
      if (!isOutdated && same(body(contentOf(current)), sent)) {
        take(current);
        forget(code);
        settle('saved');
      } else {
        settle('conflict', { current, isOutdated });
      }
    } else if (error.problem?.faults) {
      settle('faulty', { error });
    } else if (refusals.includes(error.status)) {
      settle('refused', { error });
    } else {
      settle('kept', { error });
    }
    if (!error.problem && error.status === undefined) throw error;
  }

  /** Decides between what is typed here and what is stored. */
  draft.choose = async mine => {
    const { current } = draft;
    take(current);
    draft.current = null;
    if (mine) {
      draft.stands = 'typed';
      keep(code, { ...draft.typed, version: draft.version, asked: draft.asked, words: draft.words });
      await draft.save();
      return;
    }
    draft.typed = contentOf(current);
    forget(code);
    settle('saved');
  };

  /** Says that what is typed holds under what is asked now. */
  draft.affirm = async () => {
    draft.stands = 'typed';
    keepIt();
    await draft.save();
  };

  /** Drops what is typed here, for what is stored. */
  draft.drop = async () => {
    const view = await read();
    draft.typed = contentOf(view);
    take(view);
    forget(code);
    settle('saved');
  };

  if (entry) {
    if (!kept) draft.typed = contentOf(entry);
    if (kept) draft.entry = entry;
    else take(entry);
  }
  return draft;
}
