// The language of a page, Thai or English by the switch and remembered on this machine, and how dates and numbers are written
// in it. The judges' page has it too; the words are each page's own.
const remembered = 'awardflow-language';
const place = { th: 'th-TH-u-ca-buddhist-nu-latn', en: 'en-GB' };
// The organisers' clocks, wherever the page is read.
const clock = { timeZone: 'Asia/Bangkok' };

export let language = recalled() === 'en' ? 'en' : 'th';

// A browser may keep nothing of this site: then the choice lasts as long as the page.
function recalled() {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

/** Takes the other language. */
export function switchLanguage() {
  language = language === 'th' ? 'en' : 'th';
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // It lasts as long as the page.
  }
}

/** The texts of a page, by language and key: t tells one, in which {name} stands for a value, and hasWords whether it is there. */
export const speaking = words => ({
  t: (key, values) => {
    const text = words[language][key];
    if (text === undefined) throw new Error(`No words for ${key}.`);
    return values ? text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all) : text;
  },
  hasWords: key => key in words[language],
});

// In Thai the hour is written with a dot and น., in English with a colon; the same everywhere.
function written(text, month) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat(place[language], { day: 'numeric', month, year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...clock })
    .formatToParts(new Date(text)).map(part => [part.type, part.value]));
  return { date: `${parts.day} ${parts.month} ${parts.year}`, time: language === 'th' ? `${parts.hour}.${parts.minute}\u00a0น.` : `${parts.hour}:${parts.minute}` };
}

/** A date and time; in Thai of the Buddhist Era. */
export function moment(text) {
  if (!text) return '';
  const { date, time } = written(text, 'long');
  return language === 'th' ? `${date} เวลา ${time}` : `${date}, ${time}`;
}

/** The same, short. */
export function shortMoment(text) {
  if (!text) return '';
  const { date, time } = written(text, 'short');
  return `${date} ${time}`;
}

/** The day of a moment. */
export const dayOf = text => written(text, 'long').date;

/** The time of day. */
export const hour = text => written(text, 'short').time;

/** A whole number. */
export const count = number => new Intl.NumberFormat(place[language]).format(number);

/** An average: two decimals. */
export const points = number => number === null || number === undefined
  ? '–' : new Intl.NumberFormat(place[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(number);

/** The parts of a moment that a person types: day, month (from 1), the year of the page's era, and the time. */
export function partsOf(date) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', {
    ...clock, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(date).map(part => [part.type, part.value]));
  return { day: String(Number(parts.day)), month: parts.month, year: String(Number(parts.year) + era()), time: `${parts.hour}${language === 'th' ? '.' : ':'}${parts.minute}` };
}

/** How many years the page's era is ahead of the Christian one. */
export const era = () => language === 'th' ? 543 : 0;

/** The months by name. */
export const months = () => Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat(place[language], { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2021, month, 15))));

/** What was typed, with Thai digits as Western ones: Thai digits are digits. */
export const western = text => String(text ?? '').trim().replace(/[๐-๙]/g, digit => String(digit.charCodeAt(0) - 0x0E50));
