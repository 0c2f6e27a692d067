// A judge's page: the sheet of one judge, opened by a link of the judge's own and by no account.
import { takeToken } from './judge-api.js';
import { entryView } from './judge-entry.js';
import { sheetView } from './judge-overview.js';
import { listView } from './judge-list.js';
import { openSheet } from './judge-sheet.js';
import { keepsHere } from './judge-store.js';
import { html, place, render } from './templates.js';
import { language, switchLanguage, t } from './judge-language.js';

const main = document.querySelector('#main');
const other = document.querySelector('#language');
const message = place();
const page = { sheet: null, code: null, filter: 'all', words: '', message };

const failedHelp = () => t(keepsHere() ? 'judge.failedHelp' : 'judge.failedNotKept');

page.problem = error => {
  if (!error.problem) console.error(error);
  const said = error.problem ?? {};
  render(html`<div class="problem" role="alert"><h2>${said.title ?? t('judge.failed')}</h2><p>${said.detail ?? failedHelp()}</p>
    ${error.entry && html`<p><button type="button" @click=${() => page.go(error.entry)}>${t('judge.lookAt', { code: error.entry })}</button></p>`}</div>`, message);
};
/** What a button does: not twice at once, and with its errors above the page. */
page.run = work => async event => {
  const pressed = event.currentTarget;
  if (pressed.getAttribute('aria-disabled')) return;
  pressed.setAttribute('aria-disabled', 'true');
  render(null, message);
  try {
    await work(event);
  } catch (error) {
    if (error.status !== 401) page.problem(error);
  } finally {
    pressed.removeAttribute('aria-disabled');
  }
};

function frame() {
  document.documentElement.lang = language;
  document.querySelector('#skip').textContent = t('judge.skip');
  other.textContent = language === 'th' ? 'English' : 'ไทย';
  other.lang = language === 'th' ? 'en' : 'th';
  const { sheet } = page;
  document.querySelector('#award').textContent = sheet?.cycle.award ?? 'AwardFlow';
  document.querySelector('#judge').textContent = sheet?.judge ?? '';
  document.title = sheet ? `${page.code ? `${page.code} · ` : ''}${sheet.cycle.title}` : t('judge.title');
}

/** Where the draft of the entry that is shown is. */
page.draft = () => page.code === null ? null : page.sheet.drafts.get(page.code);
page.index = () => page.sheet.entries.findIndex(each => each.code === page.code);

page.draw = () => {
  frame();
  if (!page.sheet || page.over) return;
  main.classList.toggle('at-entry', page.code !== null);
  render(html`<nav class="entries" aria-label=${t('judge.entries')}>${listView(page)}</nav>
    <div class="shown">${page.code === null ? sheetView(page) : entryView(page)}</div>`, main);
};

/** Shows an entry, or the sheet where there is none; `at` is what gets the focus. */
page.go = async (code, { at = 'h1', again = false } = {}) => {
  page.draft()?.save();
  render(null, message);
  if (code !== null) {
    try {
      await page.sheet.open(code);
    } catch (error) {
      if (error.status !== 401) page.problem(error);
      return;
    }
  }
  if (page.code !== code && !again) history.pushState({ code }, '', location.href);
  page.code = page.sheet.shown = code;
  page.draw();
  scrollTo(0, 0);
  const found = main.querySelector(`.shown ${at}`) ?? main.querySelector('.shown h1');
  if (found && !found.matches('input')) found.tabIndex = -1;
  found?.focus({ preventScroll: true });
  main.querySelector('.entries [aria-current]')?.scrollIntoView?.({ block: 'nearest' });
  const next = page.sheet.entries[page.index() + 1];
  if (code !== null) page.sheet.ahead(next?.code);
};

page.step = (by, focus) => {
  const next = page.sheet.entries[page.index() + by];
  if (page.code === null ? by < 0 : !next) return page.code === null ? undefined : page.go(null);
  return page.go(next.code, focus);
};

function over(error) {
  page.over = true;
  frame();
  const held = page.sheet?.held().length ?? 0;
  render(html`<section class="card over"><h1 tabindex="-1">${error.problem?.title ?? t('judge.failed')}</h1><p>${error.problem?.detail ?? failedHelp()}</p>
    ${held > 0 && html`<p>${t(page.sheet.keeps() ? 'judge.heldHere' : 'judge.heldNowhere', { count: held })}</p>`}
    ${error.status !== 401 && html`<p><button type="button" class="main" @click=${() => location.reload()}>${t('judge.tryAgain')}</button></p>`}</section>`, main);
  main.querySelector('h1').focus();
}

async function begin() {
  frame();
  if (!takeToken()) {
    over({ status: 401, problem: { title: t('judge.noLink'), detail: t('judge.noLinkHelp') } });
    return;
  }
  try {
    page.sheet = await openSheet(() => page.draw(), over);
    const asked = history.state?.code;
    page.draw();
    if (asked && page.sheet.entries.some(each => each.code === asked)) await page.go(asked, { again: true });
  } catch (error) {
    if (!error.problem) console.error(error);
    over(error);
  }
}

other.addEventListener('click', () => {
  switchLanguage();
  if (page.sheet && !page.over) page.draw();
  else begin();
});
document.querySelector('#skip').addEventListener('click', event => {
  // The address after '#' is the token's.
  event.preventDefault();
  main.focus();
});
// Ctrl+Enter and Ctrl+Shift+Enter go on and back from wherever one types, and do nothing else there.
document.addEventListener('keydown', event => {
  if (!page.sheet || page.over || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  page.step(event.shiftKey ? -1 : 1, { at: 'input.score' });
});
window.addEventListener('popstate', () => {
  if (page.sheet && !page.over) page.go(history.state?.code ?? null, { again: true });
});
// Another link in the same tab is another sheet.
window.addEventListener('hashchange', () => location.reload());
document.addEventListener('visibilitychange', () => {
  if (!page.sheet || page.over) return;
  if (document.hidden) page.draft()?.save();
  else page.sheet.look().then(() => page.code !== null && page.sheet.open(page.code)).catch(() => {});
});
// What is kept here is sent the next time; that it is not sent yet is said.
window.addEventListener('beforeunload', event => { if (page.sheet?.held().length > 0) event.preventDefault(); });
begin();
