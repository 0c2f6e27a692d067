// The judge's sheet in this tab: the entries and how far each is, and what is typed of them, sent as soon as it can be.
import { ask, ofEntry } from './judge-api.js';
import { draftOf, rubricOf } from './judge-draft.js';
import { criteriaOf } from './judge-form.js';
import { storeOf } from './judge-store.js';
import { t } from './judge-language.js';

// In milliseconds.
const retries = 4_000;
const looks = 45_000;

/** Reads the sheet. `changed` is told of every change, `ended` of a link that opens nothing any more. */
export async function openSheet(changed, ended) {
  const sheet = { ...await ask(), drafts: new Map(), offline: false };
  const store = storeOf(sheet.cycle.id, sheet.judge);
  /** Whether what is typed is held in this browser until it is sent. */
  sheet.keeps = () => store.works;
  // What is typed and not sent of entries that are not the judge's to score for now.
  const away = new Map();
  const rules = { get criteria() { return criteriaOf(sheet.rubric); }, get step() { return sheet.step; } };
  const device = t(matchMedia('(pointer: coarse)').matches ? 'judge.phone' : 'judge.computer');

  // Whatever is asked says whether the network is there, and whether the link still opens something.
  let over = false;
  const asked = async (path, options) => {
    if (over) throw over;
    try {
      const answer = await ask(path, options);
      sheet.offline = false;
      return answer;
    } catch (error) {
      if (error.status === 401) ended(over = error);
      sheet.offline = error.status === 0;
      throw error;
    }
  };
  const listed = code => sheet.entries.find(each => each.code === code);

  const put = code => async (json, version) => {
    const answer = await asked(ofEntry(code), { method: 'PUT', json, version });
    const entry = listed(code);
    if (entry) Object.assign(entry, { state: answer.state, total: answer.total ?? null, savedAt: answer.savedAt, owed: true, changed: false, bySheet: false });
    // Another device saved something between: the list is read again, so that what is submitted is what it shows.
    const isNext = followed(sheet.version, answer.sheetVersion);
    sheet.version = answer.sheetVersion;
    if (!isNext) sheet.look().catch(() => {});
    return answer;
  };

  const made = (code, { entry = null, kept = null }) => {
    const draft = draftOf({
      code, rules, entry, kept, device, read: () => asked(ofEntry(code)), put: put(code), keep: store.keep, forget: store.forget, keeps: sheet.keeps,
      outdated: () => sheet.look().catch(() => {}), words: () => rubricOf(sheet.version),
      changed: each => {
        if (each.stands === 'refused') sheet.look().catch(() => {});
        changed();
      },
    });
    sheet.drafts.set(code, draft);
    return draft;
  };

  /** Reads the list anew. */
  sheet.look = async () => {
    const now = await asked('');
    if (wordsOf(now.version) !== wordsOf(sheet.version)) reread();
    const typed = sheet.offline;
    Object.assign(sheet, { alsoSheet: null, submittedAt: null, source: null, step: null, ...now, offline: typed });
    // What was typed of an entry that is no longer the judge's goes nowhere, and is there if the entry comes back.
    for (const [code, draft] of [...sheet.drafts].filter(([each]) => !listed(each))) {
      if (draft.holds()) away.set(code, contentOf(draft));
      sheet.drafts.delete(code);
    }
    for (const [code, content] of [...away].filter(([each]) => listed(each) && listed(each).state !== 'recused' && !sheet.drafts.has(each))) {
      away.delete(code);
      made(code, { kept: content });
    }
    changed();
  };

  // What is asked was changed: what was read under the words before is read again, and what is typed is shown beside it.
  function reread() {
    for (const [code, draft] of sheet.drafts) {
      if (draft.holds()) continue;
      if (code === sheet.shown) asked(ofEntry(code)).then(draft.show).catch(() => {});
      else sheet.drafts.delete(code);
    }
  }

  /** An entry's draft, with what is stored: at once where this tab knows it, and without the network where nothing is stored. */
  sheet.open = async code => {
    const known = sheet.drafts.get(code);
    const before = known?.version;
    const reading = asked(ofEntry(code)).then(view => {
      const draft = sheet.drafts.get(code) ?? made(code, { entry: view });
      // What was saved while this was asked is newer than this.
      if (!known || draft.version === before) draft.show(view);
      return draft;
    });
    if (known?.entry) {
      reading.catch(() => {});
      return known;
    }
    try {
      return await reading;
    } catch (error) {
      if (error.status !== 0) throw error;
      if (known) return known;
      if (listed(code)?.state !== 'empty') throw error;
      return made(code, {});
    }
  };

  /** Reads an entry ahead, for when the network goes. */
  sheet.ahead = code => {
    if (code && !sheet.drafts.has(code)) sheet.open(code).catch(() => {});
  };

  sheet.held = () => [...sheet.drafts.values()].filter(draft => draft.holds() && listed(draft.code));

  /** Sends all that waits; the answer is whether all is stored. */
  sheet.flush = async () => {
    for (const draft of sheet.held()) {
      await draft.save();
      // The others would fare no better.
      if (sheet.offline) return false;
    }
    return sheet.held().length === 0;
  };

  sheet.recuse = async (code, reason) => {
    await sheet.drafts.get(code)?.save();
    await decide(code, { method: 'POST', json: { reason } });
  };
  sheet.unrecuse = code => decide(code, { method: 'DELETE' });
  async function decide(code, options) {
    const view = await asked(ofEntry(code, 'recuse'), options);
    const draft = sheet.drafts.get(code);
    if (draft?.holds()) away.set(code, contentOf(draft));
    const kept = view.recused ? null : away.get(code) ?? null;
    if (!view.recused) away.delete(code);
    sheet.drafts.delete(code);
    made(code, { entry: view, kept });
    await sheet.look();
  }

  /** Submits what is stored; `overSheets` has it count also where a sheet came later. */
  sheet.submit = async (confirm, overSheets) => {
    const query = new URLSearchParams({ ...(confirm && { confirm }), ...(overSheets && { sheets: 'replace' }) });
    const answer = await asked(`/submit?${query}`, { method: 'POST', version: sheet.version });
    await sheet.again();
    return answer;
  };
  sheet.takeBack = async () => {
    await asked('/submit', { method: 'DELETE' });
    await sheet.again();
  };

  /** Reads all that is shown anew. */
  sheet.again = async () => {
    for (const [code, draft] of sheet.drafts) if (!draft.holds()) sheet.drafts.delete(code);
    await sheet.look();
  };

  for (const [code, kept] of store.all()) {
    if (listed(code) && listed(code).state !== 'recused') made(code, { kept });
    else away.set(code, kept);
  }
  const tryAgain = () => { if (sheet.held().some(draft => draft.stands === 'kept')) sheet.flush().then(changed, () => {}); };
  setInterval(tryAgain, retries);
  window.addEventListener('online', tryAgain);
  window.addEventListener('offline', () => {
    sheet.offline = true;
    changed();
  });
  setInterval(() => { if (!document.hidden) sheet.look().catch(() => {}); }, looks);
  tryAgain();
  return sheet;
}

const contentOf = ({ typed, version, asked, words }) => ({ ...typed, version, asked, words });

// Versions are a round, a count in it, and what is asked.
const wordsOf = version => version.split('.').slice(2).join('.');

function followed(before, after) {
  const [[round, count], [nextRound, nextCount]] = [before, after].map(version => version.split('.').map(Number));
  return round === nextRound && nextCount <= count + 1 && wordsOf(before) === wordsOf(after);
}
