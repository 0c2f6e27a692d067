// A new cycle: from last time, from the sample, blank, or from a file.
import { ask, get, of } from './api.js';
import { fileStart } from './new-cycle.js';
import { html, place as area, render } from './templates.js';
import { t } from './language.js';
import { run } from './problems.js';

export async function startPage({ place, signal }) {
  // The latest first; what was never opened, or given up, is nobody's last time.
  const cycles = (await get(of(), signal)).filter(cycle => cycle.title !== '' && !['draft', 'cancelled'].includes(cycle.state))
    .sort((a, b) => Date.parse(b.closedAt ?? b.closesAt) - Date.parse(a.closedAt ?? a.closesAt));
  const message = area();
  const start = json => event => {
    event.preventDefault();
    run(event.submitter ?? event.currentTarget, message, async () => {
      const started = await (await ask(of(), { method: 'POST', json: typeof json === 'function' ? json(event) : json })).json();
      location.hash = `setup/${encodeURIComponent(started.id)}/award`;
    });
  };
  render(html`
    <p><a class="back" href="#">‹ ${t('backToCycles')}</a></p>
    <h1>${t('newCycle')}</h1>
    <p>${t('startHelp')}</p>
    <ul class="starts">
      ${cycles.length > 0 && html`<li class="card"><form @submit=${start(event => ({ source: 'cycle', cycle: new FormData(event.target).get('last') }))}>
        <h2>${t('startLast')}</h2><p>${t('startLastHelp')}</p>
        <div class="field"><label for="last">${t('startWhich')}</label><select id="last" name="last" class="wide">${cycles.map(cycle => html`<option value=${cycle.id}>${cycle.title}</option>`)}</select></div>
        <button class="main">${t('startLastDo')}</button></form></li>`}
      <li class="card"><h2>${t('startSample')}</h2><p>${t('startSampleHelp')}</p><button type="button" class=${cycles.length === 0 ? 'main' : ''} @click=${start({ source: 'sample' })}>${t('startSampleDo')}</button></li>
      <li class="card"><h2>${t('startBlank')}</h2><p>${t('startBlankHelp')}</p><button type="button" @click=${start({ source: 'blank' })}>${t('startBlankDo')}</button></li>
      <li class="card"><h2>${t('startFile')}</h2><p>${t('startFileHelp')}</p>${fileStart()}</li>
    </ul>${message}`, place);
  return t('newCycle');
}
