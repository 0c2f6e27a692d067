// Where in the workshop each member of a definition is typed.
export const partNames = ['award', 'rubric', 'judges', 'letter', 'certificate', 'receipts', 'check'];

const roots = {
  rubric: 'rubric', passMark: 'rubric', average: 'rubric', judges: 'judges', judging: 'judges', minimumJudges: 'judges', letter: 'letter', emblem: 'letter', signature: 'letter',
  certificate: 'certificate', receipts: 'receipts', retention: 'receipts',
};

/** The part of a place. */
export const partOf = place => roots[/^\w+/.exec(place)?.[0]] ?? 'award';

/** The id of the control of a place. */
export const idOf = place => place.replace(/[.[\]]+/g, '-').replace(/-$/, '');

/** The address of a part, or of a place in it. */
export const addressOf = (id, part, place) => `#setup/${encodeURIComponent(id)}/${part}${place ? `?at=${encodeURIComponent(place)}` : ''}`;
