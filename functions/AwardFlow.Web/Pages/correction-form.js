// The form for a correction: chosen entries, its own number, date and wording; a draft of it beside what is typed.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { box } from './components.js';
import { dateBox } from './date-box.js';
import { t } from './language.js';
import { pdfView } from './pdf-view.js';
import { holdUnsaved } from './places.js';
import { run } from './problems.js';
import { numberIn } from './setup-fields.js';
import { chipsOf, wordingBox } from './wording-box.js';

const blank = '…';

export async function correctionForm(area, context) {
  const from = context.query.get('from');
  const before = from ? (await get(of(context.id, 'corrections', from), context.signal)).request : null;
  const asked = (context.query.get('entries') ?? '').split(',').filter(Boolean);
  const state = {
    entries: before?.entries ?? asked, date: before?.date ?? new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10), typed: {},
    number: before?.number ?? '', opening: before?.opening.join('\n') ?? t('correctionUsualOpening'), closing: before?.closing.join('\n') ?? t('correctionUsualClosing'), message: place(),
  };
  const viewer = pdfView(context.signal, { thumbnails: false });
  const wording = name => {
    const made = wordingBox({ id: `correction-${name}`, label: t(name === 'opening' ? 'correctionOpening' : 'correctionClosing'), known: chipsOf.result, multiline: true, change: text => { state[name] = text; } });
    made.set(state[name]);
    return made.element;
  };
  const number = wordingBox({ id: 'number', label: t('correctionNumber'), known: chipsOf.number, change: text => { state.number = text; } });
  number.set(state.number);
  const [opening, closing] = [wording('opening'), wording('closing')];
  const draw = () => render(formOf(context, state, before, { number: number.element, opening, closing }, viewer, acts), area);
  const requested = form => {
    const said = new FormData(form);
    const text = name => said.get(name)?.trim() || undefined;
    const entries = said.get('entries').split(/[\s,;]+/).filter(Boolean);
    const paragraphs = name => state[name].split('\n').map(line => line.trim()).filter(Boolean);
    const names = { project: text('project'), organisation: text('organisation'), addressee: text('addressee') };
    const documents = ['certificate.pdf', 'results.pdf'].filter(name => said.has(name));
    return {
      entries, number: state.number.trim(), date: state.date, subject: text('subject'), opening: paragraphs('opening'), closing: paragraphs('closing'),
      firstNumber: text('firstNumber') && numberIn(text('firstNumber')), resultTable: said.has('table'), documents: documents.length > 0 ? documents : undefined,
      names: entries.length === 1 && Object.values(names).some(Boolean) ? [{ entryCode: entries[0], ...names }] : undefined,
    };
  };
  const mustHaveDate = () => {
    if (!state.date) throw { status: 400, problem: { title: t('correctionDate'), detail: t('noSuchDate') } };
  };
  // What was begun is not dropped in silence.
  const begun = () => holdUnsaved(t('correctionUnsaved'));
  area.addEventListener('input', begun, { signal: context.signal });
  context.signal.addEventListener('abort', () => holdUnsaved(null));
  const acts = {
    choose: date => {
      // While the boxes say no date there is none: the one before must not go out in its place.
      if (date !== undefined) state.date = date;
      draw();
    },
    preview: event => run(event.currentTarget, state.message, async () => {
      mustHaveDate();
      const bytes = await (await ask(`${of(context.id)}/corrections/preview`, { method: 'POST', json: requested(area.querySelector('form')), signal: context.signal })).arrayBuffer();
      await viewer.open(bytes, t('correctionPreviewOf'));
    }),
    submit: event => {
      event.preventDefault();
      run(event.submitter, state.message, async () => {
        mustHaveDate();
        if ((state.opening + state.closing).includes(blank)) {
          render(html`<div class="problem" role="alert"><h2>${t('correctionBlanks')}</h2></div>`, state.message);
          return;
        }
        const made = await (await ask(`${of(context.id)}/corrections`, { method: 'POST', json: requested(event.target) })).json();
        holdUnsaved(null);
        location.hash = `${context.base}/corrections/${made.number}`;
      });
    },
  };
  draw();
}

const tick = (name, words, on) => html`<label class="check"><input type="checkbox" name=${name} ?checked=${on}> <span>${words}</span></label>`;

const formOf = (context, state, before, { number, opening, closing }, viewer, acts) => html`
  <p><a class="back" href="${context.base}/corrections">‹ ${t('backToCorrections')}</a></p>
  <div class="two">
    <form class="card" @submit=${acts.submit}>
      <h2 class="title" data-begin>${t('correctionNew')}</h2><p>${t('correctionMakeHelp')}</p>
      <div class="field"><label for="entries">${t('correctionEntries')}</label><p class="hint" id="entries-hint">${t('correctionEntriesHint')}</p>
        <textarea id="entries" name="entries" rows="3" required spellcheck="false" aria-describedby="entries-hint">${state.entries.join('\n')}</textarea></div>
      ${number}<p class="hint">${t('correctionNumberHint')}</p>
      ${box({ id: 'firstNumber', label: t('correctionFirst'), value: before?.firstNumber, mode: 'numeric', most: 8 })}
      ${dateBox({ id: 'correction-date', label: t('correctionDate'), hint: null, withTime: false, value: state.date ?? undefined, typed: state.typed, choose: acts.choose })}
      ${box({ id: 'subject', label: t('correctionSubject'), hint: t('correctionSubjectHint'), value: before?.subject })}
      ${opening}${closing}
      ${tick('table', t('correctionTable'), before?.resultTable)}
      ${tick('certificate.pdf', t('correctionCertificate'), before?.documents?.includes('certificate.pdf'))}
      ${tick('results.pdf', t('correctionResults'), before?.documents?.includes('results.pdf'))}
      <details ?open=${before?.names?.length > 0}><summary>${t('correctionNames')}</summary><p class="hint">${t('correctionNamesHint')}</p>
        ${box({ id: 'project', label: t('project'), value: before?.names?.[0]?.project })}
        ${box({ id: 'organisation', label: t('agency'), value: before?.names?.[0]?.organisation })}
        ${box({ id: 'addressee', label: t('addressee'), value: before?.names?.[0]?.addressee })}</details>
      <div class="row"><button class="main">${t('correctionSubmit')}</button><button type="button" @click=${acts.preview}>${t('correctionPreview')}</button></div>
      ${state.message}
    </form>
    <section class="paper" aria-label=${t('documents')}>${viewer.element}</section>
  </div>`;
