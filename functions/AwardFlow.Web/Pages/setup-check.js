// The last part: what is missing or odd, each with the way to its place; a test letter; opening; the history of the definition.
import { ask, get, of, save } from './api.js';
import { html, place, render } from './templates.js';
import { attend, doneBox } from './components.js';
import { hasWords, shortMoment, t } from './language.js';
import { run, show } from './problems.js';
import { isUnfinished } from './date-box.js';
import { at } from './setup-draft.js';
import { addressOf, partOf } from './setup-places.js';

const who = name => name === 'local' ? t('thisMachine') : name;
const mostChanges = 30;

/** The part, drawn by itself: it asks the server, which knows the rules. */
export function checkPart(workshop) {
  const { draft, signal, caller } = workshop;
  const [area, message, tested] = [place(), place(), place()];
  const id = draft.id;
  const state = { check: null, changes: [] };
  const look = async () => {
    if (!workshop.readOnly()) await draft.save();
    [state.check, state.changes] = await Promise.all([get(of(id, 'check'), signal), get(of(id, 'definitions'), signal)]);
    draw();
  };
  const link = each => each.place === 'entries' ? `#cycle/${encodeURIComponent(id)}/uploads` : addressOf(id, partOf(each.place), each.place);
  const list = (title, faults, look) => faults.length > 0 && html`
    <section class=${look}><h3>${title}</h3><ul class="found">${faults.map(each => html`<li><a href=${link(each)}>${nameOf(each.place)}</a> ${faultWords(draft, each)}</li>`)}</ul></section>`;
  const open = pressed => run(pressed, message, async () => {
    if (!await draft.save()) return;
    await ask(of(id, 'open'), { method: 'POST', headers: { 'If-Match': draft.tag } });
    location.hash = `cycle/${encodeURIComponent(id)}`;
  });
  const test = event => {
    event.preventDefault();
    const said = new FormData(event.target);
    run(event.submitter, tested, async () => {
      if (!await draft.save()) return;
      const sent = await (await ask(of(id, 'test-letter'), { method: 'POST', json: { passed: said.get('test-outcome') === 'passed', ...(said.get('test-address') && { address: said.get('test-address') }) } })).json();
      render(doneBox(t(sent.outbox ? 'testWritten' : 'testSent', { address: sent.address, file: sent.providerId })), tested);
      attend(tested.querySelector('.done'));
      state.changes = await get(of(id, 'definitions'), signal);
      draw();
    });
  };
  const draw = () => {
    const { check, changes } = state;
    if (!check) return render(html`<p role="status">${t('checkingSetup')}</p>${message}`, area);
    const isDraft = check.state === 'draft';
    return render(html`
      ${check.faults.length === 0 && html`<div class="done"><h3>${t(isDraft ? 'setupWhole' : 'setupOpen')}</h3></div>`}
      ${list(t('mustMend', { count: check.faults.length }), check.faults, 'problem')}
      ${list(t('worthALook', { count: check.oddities.length }), check.oddities, 'notice wait')}
      ${isDraft && html`<p><button type="button" class="main" ?disabled=${check.faults.length > 0} @click=${event => open(event.currentTarget)}>${t('openCycle')}</button>
        <span class="hint">${t('openCycleHelp')}</span></p>`}
      ${message}
      <form class="card" @submit=${test} aria-labelledby="test-title"><h3 id="test-title">${t('testLetter')}</h3>
        <p class="hint">${t('testLetterHelp')}</p>
        <div class="row end">
          <div class="field"><label for="test-outcome">${t('sampleEntry')}</label><select id="test-outcome" name="test-outcome"><option value="passed">${t('passed')}</option><option value="notPassed">${t('notPassed')}</option></select></div>
          ${caller.email ? html`<p>${t('testTo', { address: caller.email })}</p>` : html`<div class="field"><label for="test-address">${t('testAddress')}</label><input id="test-address" name="test-address" type="email" required></div>`}
          <button>${t('sendTest')}</button>
        </div>${tested}</form>
      <section class="card"><h3>${t('setupHistory')}</h3>
        <ol class="changes">${changes.slice(-mostChanges).reverse().map(each => html`<li><span>${shortMoment(each.at)}</span> ${who(each.by)} · ${t(`change.${each.kind}`)}${each.detail && each.kind === 'testLetter' && ` ${each.detail}`}${each.scoresDropped > 0 && ` · ${t('scoresDropped', { count: each.scoresDropped })}`}</li>`)}</ol>
        <p><button type="button" class="plain" @click=${event => run(event.currentTarget, message, () => save(`${of(id, 'definition')}?download=true`, `${id}.cycle.json`))}>${t('downloadDefinition')}</button></p>
      </section>`, area);
  };
  draw();
  look().catch(error => show(message, error));
  return area;
}

/** What is wrong, in words for a person: what is no date yet is told without the way that programs write one. */
export const faultWords = (draft, { place: where, text }) => isUnfinished(at(draft.definition, where)) ? t('noSuchDate') : text;

/** What a place is called. */
export function nameOf(where) {
  const plain = where.replace(/\[\d+\]/g, '');
  const no = [...where.matchAll(/\[(\d+)\]/g)].map(match => Number(match[1]) + 1).join('.');
  const name = hasWords(`place.${plain}`) ? t(`place.${plain}`) : plain;
  return no ? `${name} ${no}` : name;
}
