// Says where the clock is not believed, and lets a person say that it is right.
import { ask, get } from './api.js';
import { html, place, render } from './templates.js';
import { moment, t } from './language.js';
import { confirmed, run } from './problems.js';

const area = document.querySelector('#clock');

/** Looks at the clock, and shows what is to be decided about it. */
export async function lookAtClock(caller) {
  try {
    tell(await get('/api/clock'), caller);
  } catch {
    // Whatever is wrong, the page itself says so.
  }
}

function tell(clock, caller) {
  const [read, message] = [performance.now(), place()];
  const confirm = pressed => run(pressed, message, async () => {
    if (!await confirmed(t('clockRight'), t('clockSure', { now: moment(clock.now) }), t('clockRight'))) return;
    const now = new Date(Date.parse(clock.now) + performance.now() - read).toISOString();
    tell(await (await ask('/api/clock', { method: 'POST', json: { now } })).json(), caller);
  });
  render(!clock.isBelieved && html`<div class="problem" role="alert"><h2>${t('clockTitle')}</h2>
    <p>${clock.doubt === 'parted' ? t('clockParted', { now: moment(clock.now), reckoned: moment(clock.reckoned) }) : t('clockGap', { now: moment(clock.now), seen: moment(clock.seenAt) })}</p>
    <p>${t('clockHelp')}</p>
    ${caller.roles.includes('Operator') && html`<button type="button" @click=${event => confirm(event.currentTarget)}>${t('clockRight')}</button>`}${message}</div>`, area);
}
