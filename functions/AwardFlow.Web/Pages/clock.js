// Says where the clock is not believed, and lets a person say that it is right.
import { ask, get } from './api.js';
import { button, el } from './elements.js';
import { moment, t } from './language.js';
import { confirmed, run } from './problems.js';

const place = document.querySelector('#clock');

/** Looks at the clock, and shows what is to be decided about it. */
export async function lookAtClock(caller) {
  try {
    tell(await get('/api/clock'), caller);
  } catch {
    // Whatever is wrong, the page itself says so.
  }
}

function tell(clock, caller) {
  if (clock.isBelieved) {
    place.replaceChildren();
    return;
  }
  const read = performance.now();
  const message = el('div', {});
  const confirm = button(t('clockRight'), event => run(event.currentTarget, message, async () => {
    if (!await confirmed(t('clockRight'), t('clockSure', { now: moment(clock.now) }), t('clockRight'))) return;
    const now = new Date(Date.parse(clock.now) + performance.now() - read).toISOString();
    tell(await (await ask('/api/clock', { method: 'POST', json: { now } })).json(), caller);
  }));
  place.replaceChildren(el('div', { class: 'problem', role: 'alert' },
    el('h2', {}, t('clockTitle')),
    el('p', {}, clock.doubt === 'parted' ? t('clockParted', { now: moment(clock.now), reckoned: moment(clock.reckoned) }) : t('clockGap', { now: moment(clock.now), seen: moment(clock.seenAt) })),
    el('p', {}, t('clockHelp')),
    caller.roles.includes('Operator') ? confirm : null, message));
}
