// What was typed and not sent yet, in this browser: by cycle, judge and entry. It never holds the token.
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
  store.keep = (code, content) => {
    try {
      localStorage.setItem(prefix + encodeURIComponent(code), JSON.stringify(content));
      store.works = true;
    } catch {
      store.works = false;
    }
  };
  store.forget = code => {
    try {
      localStorage.removeItem(prefix + encodeURIComponent(code));
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
  store.all = () => keys().filter(key => key.startsWith(prefix)).flatMap(key => {
    try {
      return [[decodeURIComponent(key.slice(prefix.length)), JSON.parse(localStorage.getItem(key))]];
    } catch {
      return [];
    }
  });
  return store;
}
