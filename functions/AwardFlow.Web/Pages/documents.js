// The three documents of an entry, of which one is shown.
import { ask, of } from './api.js';
import { html, place, render } from './templates.js';
import { say, segments } from './components.js';
import { t } from './language.js';
import { pdfView } from './pdf-view.js';
import { run, show } from './problems.js';

const documents = { letter: [], certificate: ['certificate'], resultSheet: ['results'] };
// Kept from entry to entry.
let chosen = 'letter';

/** The documents of an entry. */
export function documentsOf(context, result) {
  const [area, message, viewer] = [place(), place(), pdfView(context.signal)];
  let address = null;
  const release = () => { if (address) URL.revokeObjectURL(address); };
  context.signal.addEventListener('abort', release);
  const draw = () => render(html`<section class="card"><h2>${t(context.cycle.closedAt ? 'documents' : 'preview')}</h2>
    <div class="row">
      ${segments(t('documents'), Object.keys(documents).map(name => [name, t(name)]), address && chosen, (name, pressed) => run(pressed, message, () => look(name)))}
      ${address && html`<a href=${address} target="_blank" rel="noopener">${t('openApart')}</a><a href=${address} download="${context.id}-${result.entry.code}-${chosen}.pdf">${t('download')}</a>`}
    </div>
    ${message}${viewer.element}</section>`, area);
  const look = async name => {
    const blob = await (await ask(of(context.id, 'letters', result.entry.code, ...documents[name]), { signal: context.signal })).blob();
    release();
    address = URL.createObjectURL(blob);
    chosen = name;
    draw();
    await viewer.open(await blob.arrayBuffer(), `${t(name)} ${result.entry.code}`);
    say(t('shown', { document: t(name) }));
  };
  draw();
  look(chosen).catch(error => show(message, error));
  return area;
}
