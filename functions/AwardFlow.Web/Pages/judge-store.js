// What was typed and not sent yet, in this browser: by cycle, judge, entry and tab, so that no tab throws away what another holds.
// It never holds the token.
const start = 'awardflow-judging';

/** Whether this browser keeps anything: one that blocks the data of sites does not, and promises nothing of it. */
export function keepsHere() {
  const probe = `${start}-probe`;
  try {
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return true;
  } catch {
    return false;
  }
}

/** The store of one judge in one cycle. Where the browser keeps nothing, `works` is false. */
export function storeOf(cycle, judge) {
  const prefix = `${start}/${encodeURIComponent(cycle)}/${encodeURIComponent(judge)}/`;
  const store = { works: keepsHere() };
  const tab = Math.random().toString(36).slice(2);
  const own = code => `${prefix}${encodeURIComponent(code)}/${tab}`;
  // What an earlier page left and this one has taken over.
  const taken = new Map();
  store.keep = (code, content) => {
    try {
      localStorage.setItem(own(code), JSON.stringify({ ...content, at: Date.now() }));
      store.works = true;
    } catch {
      store.works = false;
    }
  };
  store.forget = code => {
    try {
      for (const key of [own(code), taken.get(code)]) if (key) localStorage.removeItem(key);
      taken.delete(code);
    } catch {
      store.works = false;
    }
  };
  const keys = () => {
    try {
      return Object.keys(localStorage);
    } catch {
      store.works = false;
      return [];
    }
  };
  /** Takes over what earlier pages left: of an entry the newest. */
  store.all = () => {
    const found = keys().filter(key => key.startsWith(prefix)).flatMap(key => {
      try {
        return [{ key, code: decodeURIComponent(key.slice(prefix.length).split('/')[0]), content: JSON.parse(localStorage.getItem(key)) }];
      } catch {
        return [];
      }
    }).sort((one, other) => (one.content.at ?? 0) - (other.content.at ?? 0));
    for (const { key, code } of found) taken.set(code, key);
    return new Map(found.map(({ code, content }) => [code, content]));
  };
  return store;
}
