// Scores as exact decimals: a whole number of units and how many decimals it has, never a floating sum.
import { western } from './locale.js';

const mostDecimals = 4;

/** The decimal that a text says; null for none. */
export function decimal(text) {
  const found = /^(\d{1,15})?(?:\.(\d{0,15}))?$/.exec(western(text));
  if (!found || !(found[1] || found[2])) return null;
  const part = (found[2] ?? '').replace(/0+$/, '');
  return { units: BigInt(`${found[1] ?? '0'}${part}`), decimals: part.length };
}

const scaled = (value, decimals) => value.units * 10n ** BigInt(decimals - value.decimals);

export const plus = (one, other) => {
  const decimals = Math.max(one.decimals, other.decimals);
  return { units: scaled(one, decimals) + scaled(other, decimals), decimals };
};

export const times = (one, other) => ({ units: one.units * other.units, decimals: one.decimals + other.decimals });

const isAbove = (one, other) => {
  const decimals = Math.max(one.decimals, other.decimals);
  return scaled(one, decimals) > scaled(other, decimals);
};

const isMultiple = (one, step) => {
  const decimals = Math.max(one.decimals, step.decimals);
  return scaled(one, decimals) % scaled(step, decimals) === 0n;
};

/** As it is written: 45.50 and 45.5 are one. */
export function written({ units, decimals }) {
  const digits = String(units).padStart(decimals + 1, '0');
  const [whole, part] = [digits.slice(0, digits.length - decimals), decimals > 0 ? digits.slice(-decimals).replace(/0+$/, '') : ''];
  return part ? `${whole}.${part}` : whole;
}

/** Why a text is no score of a criterion: a code; null where it is one, or blank. */
export function faultOf(text, { max }, step) {
  if (western(text) === '') return null;
  const value = decimal(text);
  if (!value) return western(text).includes(',') ? 'comma' : 'notANumber';
  if (isAbove(value, decimal(max))) return 'above';
  if (step !== null && step !== undefined) return isMultiple(value, decimal(step)) ? null : 'step';
  return value.decimals > mostDecimals ? 'fine' : null;
}

/** The score that is sent: null for what is blank or cannot be one. */
export const scoreIn = (text, criterion, step) => western(text) === '' || faultOf(text, criterion, step) ? null : written(decimal(text));

/** The weighted sum of what is typed. */
export const sumOf = (scores, criteria, step) => criteria.reduce((sum, criterion) => {
  const score = scoreIn(scores[criterion.code], criterion, step);
  return score === null ? sum : plus(sum, times(decimal(score), decimal(criterion.weight ?? 1)));
}, { units: 0n, decimals: 0 });
