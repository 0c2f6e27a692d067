// Creates a cycle from its definition, a cycle.json file, dropped or chosen. It never takes the place of another cycle.
import { ask, of } from './api.js';
import { html, place as area, render } from './templates.js';
import { box, facts } from './components.js';
import { drop } from './drop.js';
import { t } from './language.js';
import { momentBox, momentOf } from './moment-box.js';
import { run, show } from './problems.js';

/** The place for the file, and what becomes of it. */
export function fileStart() {
  const [next, message] = [area(), area()];
  return html`${drop({ id: 'definition', label: t('definitionFile'), accept: '.json,application/json', take: files => read(files[0], next, message) })}${next}${message}`;
}

async function read(file, next, message) {
  render(null, next);
  render(null, message);
  let definition;
  try {
    definition = JSON.parse(await file.text());
    if (typeof definition.id !== 'string') throw new SyntaxError();
  } catch {
    show(message, { status: 400, problem: { title: t('notADefinition'), detail: t('notADefinitionHelp', { name: file.name }) } });
    return;
  }
  // The sample's closing time, like that of last year's file, has passed.
  const ahead = new Date(definition.closesAt) > new Date() ? new Date(definition.closesAt) : new Date(Date.now() + 14 * 86_400_000);
  const put = (form, query, where) => async () => {
    const id = new FormData(form).get('cycle-id').trim();
    const said = momentOf(form, 'closes', t('closesAt'));
    // What is not touched stays as the file has it, seconds and offset included.
    const closesAt = new Date(said).getTime() === new Date(definition.closesAt).getTime() ? definition.closesAt : said;
    await ask(`${of(id)}${query}`, { method: 'PUT', json: { ...definition, id, closesAt }, headers: { 'If-None-Match': '*' } });
    location.hash = where(encodeURIComponent(id));
  };
  render(html`<form @submit=${event => {
    event.preventDefault();
    run(event.submitter, message, put(event.target, '', id => `cycle/${id}/uploads`));
  }}>
    <h3>${definition.title ?? definition.id}</h3>
    ${facts([[t('award'), definition.award], [t('passMark'), definition.passMark]])}
    ${box({ id: 'cycle-id', label: t('code'), hint: t('cycleIdHint'), value: definition.id, required: true, most: 64 })}
    ${momentBox({ id: 'closes', label: t('closesAt'), hint: t('momentHint'), date: ahead })}
    <div class="row"><button class="main">${t('create')}</button>
    <button type="button" @click=${event => run(event.currentTarget, message, put(event.target.form, '?draft=true', id => `setup/${id}/award`))}>${t('createDraft')}</button></div>
  </form>`, next);
  next.querySelector('input').focus();
}
