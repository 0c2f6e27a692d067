// What a caller's roles open, so that pages offer nothing that the API would refuse. It alone decides; docs/access.md says how.
const has = (caller, ...roles) => roles.some(role => caller.roles.includes(role));

/** Operators and approvers, who see everything. */
export const isOfOffice = caller => has(caller, 'Operator', 'Approver');

/** Who sees results. */
export const seesResults = caller => isOfOffice(caller) || has(caller, 'Chair');

/** Who sees what became of letters. */
export const seesDeliveries = caller => isOfOffice(caller) || has(caller, 'Desk');

/** Who records what recipients say on the telephone. */
export const records = caller => has(caller, 'Operator', 'Desk');

const sees = { judging: seesResults, results: seesResults, statistics: seesResults, telephone: seesDeliveries, ledger: seesDeliveries };

/** Whether a caller sees a part of a cycle's page. */
export const seesPart = (caller, part) => (sees[part] ?? isOfOffice)(caller);

/** The part that somebody begins with who does not see the overview. */
export const firstPart = caller => isOfOffice(caller) ? '' : seesResults(caller) ? 'results' : 'telephone';
