// Shows a PDF inside the page with PDF.js, phones included: its pages one under the other with their text over them, so that
// it can be selected and read out, thumbnails, and zoom.
import { html, place, render } from './templates.js';
import { t } from './language.js';

const steps = [.5, .67, .8, 1, 1.25, 1.5, 2, 3];
// Kept from entry to entry: whoever reads letters one after the other reads them all alike.
let zoom = 1;

const reader = async () => {
  const pdf = await import('./pdf.js');
  pdf.GlobalWorkerOptions.workerSrc = new URL('./pdf.worker.js', import.meta.url).href;
  return pdf;
};

/** A viewer: its `element`, and `open` for what it shows. It ends with the signal. Beside a form it does without thumbnails. */
export function pdfView(signal, { thumbnails = true } = {}) {
  const element = place();
  let [opened, turn] = [null, 0];
  signal.addEventListener('abort', () => opened?.task.destroy());

  const open = async (bytes, name) => {
    const mine = ++turn;
    const pdf = await reader();
    const task = pdf.getDocument({ data: bytes, isEvalSupported: false, useWasm: false, useWorkerFetch: false });
    const file = await task.promise.catch(gone);
    if (!file || mine !== turn || signal.aborted) {
      task.destroy();
      return;
    }
    opened?.task.destroy();
    const pages = await Promise.all(Array.from({ length: file.numPages }, (_, i) => file.getPage(i + 1)));
    opened = { pdf, task, pages, name };
    draw();
    await paint();
  };

  // What was under way when the page went is no fault.
  const gone = error => { if (!signal.aborted && error.name !== 'RenderingCancelledException') throw error; };

  const draw = () => {
    const { pages, name } = opened;
    render(html`<div class="viewer">
      <div class="row between">
        <span>${t('pageCount', { count: pages.length })}</span>
        <span class="row" role="group" aria-label=${t('zoom')}>
          <button type="button" aria-label=${t('smaller')} ?disabled=${zoom === steps[0]} @click=${() => scale(-1)}>−</button>
          <button type="button" class="plain" @click=${() => scale(0)}>${Math.round(zoom * 100)}%</button>
          <button type="button" aria-label=${t('larger')} ?disabled=${zoom === steps.at(-1)} @click=${() => scale(1)}>+</button>
        </span>
      </div>
      <div class="sheets">
        ${thumbnails && pages.length > 1 && html`<div class="thumbs" role="group" aria-label=${t('thumbnails')}>${pages.map((_, i) => html`
          <button type="button" aria-label=${t('pageNumber', { number: i + 1 })} @click=${() => go(i)}><canvas></canvas><span aria-hidden="true">${i + 1}</span></button>`)}</div>`}
        <div class="desk" tabindex="0" role="region" aria-label=${name} data-scrolls>${pages.map((_, i) => html`
          <div class="sheet" role="group" aria-label=${t('pageNumber', { number: i + 1 })}><canvas aria-hidden="true"></canvas><div class="textLayer"></div></div>`)}</div>
      </div>
    </div>`, element);
  };

  const scale = async by => {
    zoom = by === 0 ? 1 : steps[Math.min(steps.length - 1, Math.max(0, steps.indexOf(zoom) + by))];
    draw();
    await paint();
  };

  const go = i => {
    const desk = element.querySelector('.desk');
    desk.scrollTo({ top: desk.querySelectorAll(':scope > *')[i].offsetTop - desk.offsetTop });
    desk.focus({ preventScroll: true });
  };

  let painting = 0;
  const paint = () => paintAll().catch(gone);
  const paintAll = async () => {
    const mine = ++painting;
    const { pdf, pages } = opened;
    const desk = element.querySelector('.desk');
    const thumbs = element.querySelectorAll('.thumbs canvas');
    const viewports = pages.map(page => page.getViewport({ scale: zoom * Math.max(240, desk.clientWidth - 32) / page.getViewport({ scale: 1 }).width }));
    // What is seen first, then what is selected and read out.
    const sheets = desk.querySelectorAll(':scope > *');
    for (const [i, page] of pages.entries()) {
      const sheet = sheets[i];
      sheet.style.width = `${viewports[i].width}px`;
      sheet.style.height = `${viewports[i].height}px`;
      sheet.style.setProperty('--total-scale-factor', viewports[i].scale);
      await picture(page, viewports[i], sheet.querySelector('canvas'));
      if (mine !== painting || signal.aborted) return;
      element.dataset.seen = i + 1;
    }
    for (const [i, page] of pages.entries()) {
      const text = desk.children[i].querySelector('.textLayer');
      text.replaceChildren();
      await new pdf.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport: viewports[i] }).render();
      if (thumbs[i]) await picture(page, page.getViewport({ scale: 84 / page.getViewport({ scale: 1 }).width }), thumbs[i]);
      if (mine !== painting || signal.aborted) return;
    }
    element.dataset.painted = opened.name;
  };

  let soon;
  window.addEventListener('resize', () => {
    clearTimeout(soon);
    soon = setTimeout(() => { if (opened) paint(); }, 200);
  }, { signal });
  return { element, open };
}

async function picture(page, viewport, canvas) {
  // No larger than a telephone's memory takes.
  const dense = Math.min(window.devicePixelRatio || 1, 4096 / viewport.height);
  const fresh = document.createElement('canvas');
  fresh.width = Math.floor(viewport.width * dense);
  fresh.height = Math.floor(viewport.height * dense);
  await page.render({ canvas: fresh, viewport, transform: [dense, 0, 0, dense, 0, 0] }).promise;
  // Taken over when it is whole, so nothing flickers.
  canvas.width = fresh.width;
  canvas.height = fresh.height;
  canvas.getContext('2d').drawImage(fresh, 0, 0);
}
