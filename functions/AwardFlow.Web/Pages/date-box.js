// A date, or a date and time, as people here write them: the year of the Buddhist Era in Thai, and a day of 24 hours. What the
// boxes say is said once more in a sentence, with its day of the week.
import { html } from './templates.js';
import { say } from './components.js';
import { era, language, months, partsOf, t, western } from './language.js';

const two = number => String(number).padStart(2, '0');
const day = 86_400_000;

/** The date that boxes say: { date: '2021-10-08', time: '16:30' }, or { wrong: words }. */
function dateSaid({ day: d, month, year, time }, withTime) {
  const typed = Number(western(year));
  // Whoever writes the other era's year means it.
  const y = typed > 2400 ? typed - 543 : typed;
  const date = new Date(Date.UTC(y, Number(month) - 1, Number(western(d))));
  if (!(y > 1900 && y < 2300) || date.getUTCDate() !== Number(western(d)) || date.getUTCMonth() !== Number(month) - 1) return { wrong: t('noSuchDate') };
  const [, hours, minutes] = /^(\d{1,2})[.:](\d{2})$/.exec(western(time)) ?? [];
  if (withTime && !(Number(hours) < 24 && Number(minutes) < 60)) return { wrong: t('noSuchTime') };
  return { date: `${y}-${two(month)}-${two(western(d))}`, time: withTime ? `${two(hours)}:${minutes}` : null };
}

/** A moment in full, with its day of the week and how far it is from today. */
function inFull(date, time) {
  const noon = new Date(`${date}T12:00:00+07:00`);
  const words = new Intl.DateTimeFormat(language === 'th' ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Bangkok' })
    .formatToParts(noon).filter(part => part.type !== 'era' && part.value !== 'พ.ศ. ').map(part => part.value).join('').replace(/\s+/g, ' ');
  const days = Math.round((noon.getTime() - new Date(`${today()}T12:00:00+07:00`).getTime()) / day);
  const far = days === 0 ? t('today') : t(days > 0 ? 'inDays' : 'daysAgo', { days: Math.abs(days) });
  return `${words}${time ? ` ${language === 'th' ? `เวลา ${time.replace(':', '.')} น.` : time}` : ''} (${far})`;
}

const halfSaid = /^(.*)\/(.*)\/(\S*) ?(.*)$/;

/** What boxes say that make no date yet, as one text; undefined where nothing was typed. */
export const unfinished = ({ day: d, month, year, time }) => d.trim() || year.trim() ? `${d.trim()}/${month}/${year.trim()} ${time ?? ''}`.trim() : undefined;

/** Whether a value is such a text. */
export const isUnfinished = value => typeof value === 'string' && halfSaid.test(value);

function partsIn(value) {
  const [, d, month, year, time] = halfSaid.exec(value) ?? [];
  return { day: d, month, year, time };
}

// A day of the calendar, without the zero that a clock would have.
const plain = parts => ({ ...parts, day: String(Number(parts.day)) });

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date());

/**
 * The boxes. `value` is '2021-10-08', or with `withTime` an RFC 3339 moment, or what `unfinished` made of the boxes; `typed`
 * keeps what is typed. `choose` is given the new value, or null and what the boxes say while that is no date.
 */
export function dateBox({ id, label, hint = null, value, withTime = false, typed, choose }) {
  const date = value && !isUnfinished(value) && new Date(withTime ? value : `${value}T12:00:00+07:00`);
  const given = date && !Number.isNaN(date.getTime()) && date;
  const shown = typed.said ?? (given ? plain(partsOf(given)) : isUnfinished(value) ? partsIn(value) : { day: '', month: '1', year: '', time: withTime ? `16${language === 'th' ? '.' : ':'}30` : '' });
  const wrong = (typed.said || isUnfinished(value)) && dateSaid(shown, withTime).wrong;
  const change = name => event => {
    typed.said = { ...shown, [name]: event.target.value };
    const { date, time } = dateSaid(typed.said, withTime);
    choose(date ? withTime ? `${date}T${time}:00+07:00` : date : null, typed.said);
  };
  // Once one leaves, the boxes say the date as it was understood.
  const leave = event => {
    if (event.currentTarget.contains(event.relatedTarget) || !typed.said) return;
    const { wrong: words } = dateSaid(typed.said, withTime);
    if (words) return say(words);
    typed.said = null;
    choose(undefined);
  };
  const box = (name, words, mode) => html`<div><label for="${id}-${name}">${words}</label>
    <input class="short" id="${id}-${name}" .value=${shown[name]} inputmode=${mode} maxlength="5" autocomplete="off" aria-invalid=${wrong && 'true'} @input=${change(name)}></div>`;
  const said = dateSaid(shown, withTime);
  return html`<fieldset id=${id} class="date" aria-describedby="${id}-said" @focusout=${leave}>
    <legend>${label}</legend>${hint && html`<p class="hint">${hint}</p>`}
    <div class="row end">
      ${box('day', t('day'), 'numeric')}
      <div><label for="${id}-month">${t('month')}</label><select id="${id}-month" @change=${change('month')}>${months().map((name, i) => html`<option value=${i + 1} .selected=${i + 1 === Number(shown.month)}>${name}</option>`)}</select></div>
      ${box('year', era() ? t('yearOfEra') : t('year'), 'numeric')}${withTime && box('time', t('time24'), 'decimal')}
    </div>
    <p id="${id}-said" class=${wrong ? 'fault' : 'hint'}>${wrong || (said.date && inFull(said.date, said.time))}</p>
  </fieldset>`;
}
