// Two people change one definition: what only one of them changed stands, and what both did is told.
const isPlain = value => value !== null && typeof value === 'object' && !Array.isArray(value);
const rows = lists => lists.every(list => Array.isArray(list) && list.length === lists[0].length && list.every(isPlain));
const nothing = value => value === undefined || value === null;

/** Whether two values say the same; members may stand in any order, and one that is null as well be missing. */
export function same(a, b) {
  if (nothing(a) || nothing(b)) return nothing(a) && nothing(b);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => same(each, b[i]));
  if (isPlain(a) && isPlain(b)) return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(name => same(a[name], b[name]));
  return a === b;
}

/**
 * What `mine` and `theirs` have made of `base`, where both changed it differently as mine has it. `theirPlaces` are those
 * that they changed, `bothPlaces` those of them that I changed too.
 */
export function merged(base, mine, theirs) {
  const [theirPlaces, bothPlaces] = [[], []];
  const merge = (b, m, t, place) => {
    if (same(t, b) || same(m, t)) return m;
    if (isPlain(m) && isPlain(t)) {
      const made = {};
      for (const name of new Set([...Object.keys(m), ...Object.keys(t)])) {
        const value = merge(b?.[name], m[name], t[name], place ? `${place}.${name}` : name);
        if (value !== undefined) made[name] = value;
      }
      return made;
    }
    if (Array.isArray(b) && rows([b, m, t])) return m.map((each, i) => merge(b[i], each, t[i], `${place}[${i}]`));
    theirPlaces.push(place);
    if (same(m, b)) return t;
    bothPlaces.push(place);
    return m;
  };
  return { definition: merge(base, mine, theirs, ''), theirPlaces, bothPlaces };
}
