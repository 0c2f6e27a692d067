// The documents of a sample entry, set by the server as they will be sent, beside what is typed: again after each pause.
import { ask } from './api.js';
import { html, place, render } from './templates.js';
import { segments } from './components.js';
import { t } from './language.js';
import { pdfView } from './pdf-view.js';

const pause = 150;
const tooMany = 429;
const documents = ['letter', 'certificate', 'results'];

/** The pane: its `area`; `begin` shows it, and `again` is called when something was typed. */
export function paperOf(draft, signal) {
  const paper = { document: 'letter', passed: true, words: null };
  const area = place();
  area.className = 'paper';
  area.setAttribute('role', 'region');
  area.setAttribute('aria-label', t('paper'));
  const view = pdfView(signal, { thumbnails: false });
  let [timer, asked] = [null, null];

  const draw = () => render(html`
    <div class="row bar-of-paper">
      ${segments(t('sampleEntry'), [[true, t('passed')], [false, t('notPassed')]], paper.passed, value => turn({ passed: value }))}
      ${segments(t('documents'), documents.map(name => [name, t(`paper.${name}`)]), paper.document, value => turn({ document: value }))}
    </div>
    <div role="status">${paper.words && html`<p class="notice wait">${paper.words}</p>`}</div>
    ${view.element}
    <p class="hint">${t('paperHelp')}</p>`, area);

  const turn = change => {
    Object.assign(paper, change);
    draw();
    set();
  };

  async function set() {
    clearTimeout(timer);
    asked?.abort();
    // On a phone it is out of sight until it is asked for.
    if (area.isConnected && area.offsetParent === null) return;
    const mine = asked = new AbortController();
    try {
      const response = await ask(`/api/previews/${paper.document}`, {
        method: 'POST', signal: mine.signal, json: { definition: draft.definition, passed: paper.passed, cycle: draft.id },
      });
      const bytes = await response.arrayBuffer();
      if (mine.signal.aborted) return;
      await view.open(bytes, `${t('paper')}: ${t(`paper.${paper.document}`)}`);
      if (mine.signal.aborted) return;
      // How often it was set, for whoever waits for it.
      area.dataset.set = String(Number(area.dataset.set ?? 0) + 1);
      say(null);
    } catch (error) {
      if (error.name === 'AbortError' || mine.signal.aborted) return;
      if (!error.problem) console.error(error);
      say(error.problem?.detail ?? t('statusOther'));
      // Too many at a time: it is asked for once more.
      if (error.status === tooMany) timer = setTimeout(set, 1_000);
    }
  }

  const say = words => {
    paper.words = words;
    draw();
  };

  paper.area = area;
  paper.begin = () => {
    draw();
    set();
  };
  paper.again = () => {
    clearTimeout(timer);
    timer = setTimeout(set, pause);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    asked?.abort();
  });
  return paper;
}
