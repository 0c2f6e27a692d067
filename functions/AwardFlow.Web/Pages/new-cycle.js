// Creates a cycle from its definition, a cycle.json file, dropped or chosen.
import { ask, of } from './api.js';
import { html, place as area, render } from './templates.js';
import { facts } from './components.js';
import { drop } from './drop.js';
import { t } from './language.js';
import { momentBox, momentOf } from './moment-box.js';
import { run, show } from './problems.js';

export function newCyclePage({ place }) {
  const [next, message] = [area(), area()];
  render(html`
    <p><a class="back" href="#">‹ ${t('backToCycles')}</a></p>
    <h1>${t('newCycle')}</h1>
    <p>${t('newCycleHelp')}</p>
    ${drop({ id: 'definition', label: t('definitionFile'), accept: '.json,application/json', take: files => read(files[0], next, message) })}
    ${next}${message}`, place);
  return t('newCycle');
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
  const create = event => {
    event.preventDefault();
    run(event.submitter, message, async () => {
      const said = momentOf(event.target, 'closes', t('closesAt'));
      // What is not touched stays as the file has it, seconds and offset included.
      const closesAt = new Date(said) - new Date(definition.closesAt) === 0 ? definition.closesAt : said;
      await ask(of(definition.id), { method: 'PUT', json: { ...definition, closesAt } });
      location.hash = `cycle/${encodeURIComponent(definition.id)}/uploads`;
    });
  };
  render(html`<form class="card" @submit=${create}>
    <h2>${definition.title ?? definition.id}</h2>
    ${facts([[t('code'), definition.id], [t('award'), definition.award], [t('passMark'), definition.passMark]])}
    ${momentBox({ id: 'closes', label: t('closesAt'), hint: t('momentHint'), date: ahead })}
    <button class="main">${t('create')}</button>
  </form>`, next);
  next.querySelector('input').focus();
}
