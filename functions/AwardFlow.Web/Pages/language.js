// The language of the page: Thai, or English by the switch; remembered on this machine.
import { english } from './words-en.js';
import { thai } from './words-th.js';

const remembered = 'awardflow-language';
const words = { th: thai, en: english };
const place = { th: 'th-TH-u-ca-buddhist-nu-latn', en: 'en-GB' };
// The organisers' clocks, wherever the page is read.
const clock = { timeZone: 'Asia/Bangkok' };

export let language = localStorage.getItem(remembered) === 'en' ? 'en' : 'th';

/** Takes the other language. */
export function switchLanguage() {
  language = language === 'th' ? 'en' : 'th';
  localStorage.setItem(remembered, language);
}

/** A text in the page's language; {name} stands for a value. */
export function t(key, values) {
  const text = words[language][key];
  if (text === undefined) throw new Error(`No words for ${key}.`);
  return values ? text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all) : text;
}

/** Whether there are words for it. */
export const hasWords = key => key in words[language];

/** A date and time; in Thai of the Buddhist Era. */
export function moment(text) {
  if (!text) return '';
  const written = new Intl.DateTimeFormat(place[language], { dateStyle: 'long', timeStyle: 'short', ...clock }).format(new Date(text));
  return language === 'th' ? `${written.replace('ค.ศ.', '').replace(' เวลา', ' เวลา')} น.` : written;
}

/** The same, short. */
export const shortMoment = text => text
  ? new Intl.DateTimeFormat(place[language], { dateStyle: 'medium', timeStyle: 'short', ...clock }).format(new Date(text)) : '';

/** A whole number. */
export const count = number => new Intl.NumberFormat(place[language]).format(number);

/** An average: two decimals. */
export const points = number => number === null || number === undefined
  ? '–' : new Intl.NumberFormat(place[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(number);

/** What a box for date and time wants, by the organisers' clocks. */
export function boxed(date) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', {
    ...clock, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(date).map(part => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The time in such a box, with its offset. */
export const unboxed = value => `${value}:00+07:00`;
