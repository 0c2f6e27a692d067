// Corrections of letters that were sent: the list, the form for a new one, and one with the approver's decision.
import { html, place, render } from './templates.js';
import { empty } from './components.js';
import { correctLink, correctionsOf, correctionsTable } from './correction-parts.js';
import { correctionForm } from './correction-form.js';
import { correctionDesk } from './correction-desk.js';
import { t } from './language.js';

export async function correctionsPart(area, context, which) {
  if (which === 'new') return correctionForm(area, context);
  if (which) return correctionDesk(area, context, Number(which));
  const message = place();
  const load = async () => {
    const corrections = await correctionsOf(context);
    render(html`<section class="card"><h2 class="title" data-begin>${t('corrections')}</h2><p>${t('correctionMakeHelp')}</p>
      ${corrections.length > 0 ? correctionsTable(context, corrections) : empty(t('correctionsNone'))}
      <div class="row">${correctLink(context)}<a class="back" href="${context.base}/ledger">‹ ${t('backToLedger')}</a></div>${message}</section>`, area);
  };
  context.looked = changed => { if (changed) load().catch(() => {}); };
  await load();
}
