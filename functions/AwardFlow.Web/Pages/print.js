// What comes out of a cycle on paper: its letters, its report and memo, and for letters by post the list and what was posted.
import { ask, get, of } from './api.js';
import { html, place, render } from './templates.js';
import { attend, box, choice, doneBox, table } from './components.js';
import { count, t } from './language.js';
import { isOfOffice } from './may.js';
import { drop } from './drop.js';
import { momentBox, momentOf } from './moment-box.js';
import { asked } from './posted.js';
import { download, problemBox, run } from './problems.js';
import { report } from './report.js';

const filters = ['all', 'passed', 'notPassed', 'toPost', 'noEmail', 'bounced'];
const mostRows = 50;

/** The part of the overview; it keeps what is typed while the page is drawn again. */
export function printing(context) {
  const [area, message] = [place(), place()];
  const state = { filter: 'all', to: '', waiting: null, nowhere: 0, done: null };
  const draw = () => render(shown(context, state, acts, message), area);
  const load = async () => {
    if (context.cycle.toPost > 0 && context.caller.roles.includes('Operator')) {
      const page = await get(`${of(context.id, 'ledger')}?state=toPost&sort=code&limit=${mostRows}`, context.signal);
      [state.waiting, state.nowhere] = [page.rows, page.toPostNowhere];
    } else {
      [state.waiting, state.nowhere] = [null, 0];
    }
    state.counted = context.cycle.toPost;
    draw();
  };
  const recorded = async answer => {
    state.done = doneBox(t('postingsRecorded', { count: count(answer.letters) }));
    await context.reload();
    await load();
    attend(area.querySelector('.done'));
  };
  const acts = {
    filter: value => {
      state.filter = value;
      draw();
    },
    to: value => {
      state.to = value;
      draw();
    },
    posted: event => {
      event.preventDefault();
      const { submitter, target } = event;
      return run(submitter, message, async () => {
        const said = new FormData(target);
        const postedAt = momentOf(target, 'all-posted', t('postedAt'));
        const letters = state.waiting.filter(row => said.get(`posted-${row.entryCode}`) || said.get(`tracking-${row.entryCode}`)?.trim())
          .map(row => ({ entryCode: row.entryCode, postedAt, trackingNumber: said.get(`tracking-${row.entryCode}`).trim() || null }));
        const answer = await asked(confirm => ask(of(context.id, 'deliveries', 'posted') + confirm, { method: 'POST', json: { letters } }));
        if (answer === null) return;
        target.reset();
        await recorded(answer);
      });
    },
    // The day in the boxes is that of rows which state none.
    file: async ([file]) => {
      try {
        const day = momentOf(area.querySelector('form'), 'all-posted', t('postedAt'));
        render(html`<p role="status">${t('checking')}</p>`, message);
        const answer = await asked(confirm => ask(`${of(context.id, 'deliveries', 'posted')}?postedAt=${day}${confirm.replace('?', '&')}`, { method: 'POST', file }));
        render(null, message);
        if (answer !== null) await recorded(answer);
      } catch (error) {
        const rows = error.problem?.rows ?? [];
        render(html`${problemBox(error)}${rows.length > 0 && report(t('problems', { count: count(error.problem.problems) }), rows)}`, message);
        attend(message.querySelector('.problem'));
      }
    },
  };
  return {
    element: area,
    /** Draws it anew, and asks who waits for the post where that changed. */
    look: () => {
      if (!isOfOffice(context.caller) || !context.cycle.closedAt) return render(null, area);
      draw();
      if (state.counted !== context.cycle.toPost) {
        state.counted = context.cycle.toPost;
        load().catch(() => { state.counted = undefined; });
      }
      return undefined;
    },
  };
}

const shown = (context, state, acts, message) => {
  const { cycle, id } = context;
  const query = `?filter=${state.filter}`;
  const to = state.to.trim() && `?${new URLSearchParams({ to: state.to.trim() })}`;
  const mayLeave = ['sending', 'sent', 'completed'].includes(cycle.state) && !cycle.paused;
  const paper = mayLeave && cycle.toPost + cycle.posted > 0;
  return html`<section class="card" aria-labelledby="printing"><h2 id="printing">${t('printing')}</h2>
    ${state.done}
    ${cycle.rendered > 0 && html`
      ${!mayLeave && html`<p class="notice">${t('printDraft')}</p>`}
      ${choice({ id: 'print-filter', label: t('printWhich'), value: state.filter, options: filters.map(name => [name, t(`print.${name}`)]), choose: acts.filter })}
      <div class="row">${download(t('printPdf'), message, of(id, 'letters.pdf') + query, `${id}-letters.pdf`)}
        ${download(t('printZip'), message, of(id, 'letters.zip') + query, `${id}-letters.zip`)}
        ${paper && cycle.toPost > 0 && download(t('printLabels'), message, of(id, 'labels.pdf'), `${id}-labels.pdf`)}
        ${paper && download(t('registeredMail'), message, `${of(id, 'registered-mail.xlsx')}?posted=true`, `${id}-registered-mail.xlsx`)}</div>`}
    <h3>${t('reporting')}</h3>
    ${box({ id: 'memo-to', label: t('memoTo'), hint: t('memoToHint'), value: state.to, most: 200, read: acts.to })}
    <div class="row">${download(t('reportPdf'), message, of(id, 'report.pdf'), `${id}-report.pdf`)}
      ${download(t('memoPdf'), message, of(id, 'memo.pdf') + to, `${id}-memo.pdf`)}
      ${download(t('reportXlsx'), message, of(id, 'report.xlsx'), `${id}-report.xlsx`)}
      ${download(t('registerXlsx'), message, of(id, 'register.xlsx'), `${id}-register.xlsx`)}</div>
    ${state.waiting?.length > 0 && ['sending', 'sent', 'completed'].includes(cycle.state) && waiting(context, state, acts)}
    ${message}</section>`;
};

const waiting = (context, { waiting: rows, nowhere }, acts) => html`
  <h3>${t('waitsForPost', { count: count(context.cycle.toPost) })}</h3><p>${t('waitsForPostHelp')}</p>
  ${nowhere > 0 && html`<p class="notice">${t('postNowhere', { count: count(nowhere) })}</p>`}
  <form @submit=${acts.posted}>
    ${momentBox({ id: 'all-posted', label: t('postedAt'), date: new Date(), dayOnly: true })}
    ${table(t('waitsForPost', { count: count(context.cycle.toPost) }), [
      { name: t('entry'), head: true, cell: row => html`<a href="${context.base}/ledger/${encodeURIComponent(row.entryCode)}">${row.entryCode}</a> ${row.organisation}` },
      { name: t('wasPosted'), cell: row => html`<label class="check"><input type="checkbox" name="posted-${row.entryCode}"><span class="unseen">${t('wasPosted')} ${row.entryCode}</span></label>` },
      { name: t('trackingNumber'), cell: row => html`<input type="text" name="tracking-${row.entryCode}" aria-label="${t('trackingNumber')} ${row.entryCode}" maxlength="20" size="16" autocomplete="off" spellcheck="false">` },
    ], rows)}
    ${rows.length < context.cycle.toPost && html`<p>${t('andMore', { count: count(context.cycle.toPost - rows.length) })}</p>`}
    <div class="row"><button class="main">${t('recordPostings')}</button></div>
    ${drop({ id: 'postings-file', label: t('postingsFile'), hint: t('postingsFileHint'), accept: '.xlsx,.csv', take: acts.file })}
  </form>`;
