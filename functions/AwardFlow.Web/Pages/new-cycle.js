// Creates a cycle from its definition, a cycle.json file, dropped or chosen.
import { ask, of } from './api.js';
import { el, facts } from './elements.js';
import { drop } from './drop.js';
import { boxed, t, unboxed } from './language.js';
import { momentBox } from './moment-box.js';
import { run, show } from './problems.js';

export function newCyclePage({ place }) {
  const message = el('div', {});
  const next = el('div', {});
  place.append(
    el('h1', {}, t('newCycle')),
    el('p', {}, t('newCycleHelp')),
    drop({ label: t('definitionFile'), accept: '.json,application/json', take: files => read(files[0], next, message) }),
    next, message,
    el('p', {}, el('a', { href: '#' }, t('backToCycles'))));
  return t('newCycle');
}

async function read(file, next, message) {
  next.replaceChildren();
  message.replaceChildren();
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
  const { box: closes, shown } = momentBox(t('closesAt'), ahead);
  const create = el('button', { class: 'main' }, t('create'));
  const form = el('form', {},
    el('h2', {}, definition.title ?? definition.id),
    facts([[t('code'), definition.id], [t('award'), definition.award], [t('passMark'), definition.passMark]]),
    shown,
    el('div', { class: 'row' }, create));
  form.addEventListener('submit', event => {
    event.preventDefault();
    run(create, message, async () => {
      // What is not touched stays as the file has it, seconds and offset included.
      const changed = closes.value === boxed(new Date(definition.closesAt)) ? definition.closesAt : unboxed(closes.value);
      await ask(of(definition.id), { method: 'PUT', json: { ...definition, closesAt: changed } });
      location.hash = `cycle/${encodeURIComponent(definition.id)}/uploads`;
    });
  });
  next.replaceChildren(form);
  closes.focus();
}
