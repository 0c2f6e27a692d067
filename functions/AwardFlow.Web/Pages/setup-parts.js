// The workshop's parts but the rubric and the check: the award, judges, the letter, the certificate, receipts.
import { html } from './templates.js';
import { say } from './components.js';
import { count, t } from './language.js';
import { dateBox, isUnfinished, unfinished } from './date-box.js';
import { at } from './setup-draft.js';
import { faultOf, field, left, line, lines, marked, number, numberIn, radios, said, shownIn, typing } from './setup-fields.js';
import { idOf } from './setup-places.js';
import { chipsOf } from './wording-box.js';

// A date that is not finished stands in the definition as it was typed: it is no date, so nothing is opened with the one before.
const date = (workshop, place, label, hint, withTime) => html`${dateBox({
  id: idOf(place), label, hint, withTime, value: at(workshop.draft.definition, place), typed: workshop.typedAt(place),
  choose: (value, said) => value === undefined ? workshop.draw() : workshop.draft.set(place, value ?? unfinished(said)),
})}${!isUnfinished(at(workshop.draft.definition, place)) && faultOf(workshop.draft, place)}`;

export const awardPart = workshop => {
  const { draft } = workshop;
  return html`
    ${line(draft, 'title', { label: t('cycleTitle'), hint: t('cycleTitleHint') })}
    ${line(draft, 'award', { label: t('award'), hint: t('awardHint') })}
    <div class="row start">${number(draft, 'year', { label: t('cycleYear') })}</div>
    ${date(workshop, 'closesAt', t('closesAt'), null, true)}
    ${workshop.caller.id !== 'local' ? html`<p class="notice">${t('approvalElsewhere')}</p>` : radios(draft, 'approval', { label: t('approvalRule'), usual: 'required', options: [['required', t('approval.required')], ['none', t('approval.none'), t('approval.noneHelp')]] })}
    ${lines(draft, 'approvals', { label: t('approvals'), hint: t('approvalsHint'), list: true, optional: true })}
    <h3>${t('organiser')}</h3>
    <div class="pair">${line(draft, 'organiser.name', { label: t('organiserName') })}${line(draft, 'organiser.code', { label: t('organiserCode'), hint: t('organiserCodeHint') })}</div>
    ${lines(draft, 'organiser.address', { label: t('organiserAddress'), hint: t('organiserAddressHint') })}
    <div class="pair">${line(draft, 'organiser.centre', { label: t('organiserCentre') })}${line(draft, 'organiser.team', { label: t('organiserTeam') })}</div>
    <div class="pair">${line(draft, 'organiser.contact', { label: t('organiserContact') })}${line(draft, 'organiser.phone', { label: t('organiserPhone'), mode: 'tel' })}</div>
    ${line(draft, 'organiser.sarabanEmail', { label: t('organiserEmail'), hint: t('organiserEmailHint'), type: 'email', mode: 'email' })}`;
};

export const judgesPart = workshop => {
  const { draft } = workshop;
  const judges = draft.definition.judges;
  const codes = list => (list ?? []).join(', ');
  const codesIn = text => {
    const list = text.split(/[,\s]+/).filter(Boolean);
    return list.length > 0 ? list : undefined;
  };
  const add = () => {
    draft.definition.judges = [...judges ?? [], { name: '' }];
    draft.typed();
    workshop.focus(`judges[${draft.definition.judges.length - 1}].name`);
  };
  const remove = i => {
    const what = judges[i].name || t('judgeName', { no: i + 1 });
    judges.splice(i, 1);
    draft.renumbered('judges');
    say(t('removedWhat', { what }));
    workshop.focus(judges.length > 0 ? `judges[${Math.min(i, judges.length - 1)}].name` : 'add-judge');
  };
  const named = value => {
    if (value) {
      draft.definition.judges = workshop.judgesBefore ?? [{ name: '' }];
    } else {
      workshop.judgesBefore = judges;
      delete draft.definition.judges;
      delete draft.definition.minimumJudges;
    }
    draft.typed();
  };
  return html`
    <fieldset class="radios" id="judges"><legend>${t('judgesWho')}</legend>
      ${[[true, t('judgesNamed'), t('judgesNamedHelp')], [false, t('judgesAnybody'), t('judgesAnybodyHelp')]].map(([value, words, more]) => html`
        <label class="check"><input type="radio" name="judges-named" .checked=${Boolean(judges) === value} @change=${() => named(value)}> <span>${words}<small>${more}</small></span></label>`)}
    </fieldset>
    ${faultOf(draft, 'judges')}
    ${judges && html`
      <ol class="judges">${judges.map((judge, i) => html`<li class="card">
        <div class="pair">${line(draft, `judges[${i}].name`, { label: t('judgeName', { no: i + 1 }), most: 200 })}
        ${line(draft, `judges[${i}].email`, { label: t('judgeEmail'), type: 'email', mode: 'email', optional: true })}</div>
        <div class="field"><label for="judges-${i}-mayNotScore">${t('mayNotScore')} <small>${t('optional')}</small></label><p class="hint" id="judges-${i}-mayNotScore-hint">${t('mayNotScoreHint')}</p>
          <input id="judges-${i}-mayNotScore" class="wide" type="text" .value=${shownIn(draft, `judges[${i}].mayNotScore`, codes(judge.mayNotScore))} aria-describedby="judges-${i}-mayNotScore-hint" aria-invalid=${marked(draft, `judges[${i}].mayNotScore`)} autocomplete="off" spellcheck="false"
            @blur=${left(draft)} @input=${typing(draft, `judges[${i}].mayNotScore`, codesIn)}>${faultOf(draft, `judges[${i}].mayNotScore`)}</div>
        <button type="button" class="plain" aria-label=${t('removeWhat', { what: judge.name || t('judgeName', { no: i + 1 }) })} @click=${() => remove(i)}>${t('remove')}</button>
      </li>`)}</ol>
      <p><button type="button" id="add-judge" @click=${add}>+ ${t('addJudge')}</button> <span class="quiet">${t('judgesCount', { count: count(judges.length) })}</span></p>
      ${number(draft, 'minimumJudges', { label: t('minimumJudges'), hint: t('minimumJudgesHint'), optional: true })}`}
    ${onPages(draft)}`;
};

// How judges score on their pages; what is as usual does not stand in the definition.
const onPages = draft => {
  const set = (name, value) => {
    const rules = { ...draft.definition.judging, [name]: value };
    for (const each of Object.keys(rules)) if (rules[each] === undefined || rules[each] === false) delete rules[each];
    draft.set('judging', Object.keys(rules).length > 0 ? rules : undefined);
  };
  const check = (name, words, more) => html`<label class="check"><input type="checkbox" id="judging-${name}" .checked=${Boolean(draft.definition.judging?.[name])} @change=${event => set(name, event.target.checked)}> <span>${words}<small>${more}</small></span></label>`;
  return html`<fieldset class="radios" id="judging"><legend>${t('onPages')}</legend><p class="hint">${t('onPagesHelp')}</p>
    ${field(draft, 'judging.step', t('judgingStep'), t('judgingStepHint'), html`<input id="judging-step" class="short" type="text" inputmode="decimal" maxlength="9" autocomplete="off" .value=${shownIn(draft, 'judging.step', said(draft.definition.judging?.step))} aria-describedby="judging-step-hint" @blur=${left(draft)}
      @input=${event => {
        draft.box = { place: 'judging.step', text: event.target.value };
        set('step', numberIn(event.target.value));
      }}>`, true)}
    ${check('shuffled', t('judgingShuffled'), t('judgingShuffledHelp'))}${check('blind', t('judgingBlind'), t('judgingBlindHelp'))}</fieldset>`;
};

const paragraphsIn = text => text.split('\n').filter(each => each.trim() !== '');
// A list of paragraphs is one text with a paragraph a line.
const paragraphs = (workshop, place, label, optional) => workshop.wording(place, {
  label, known: chipsOf.result, multiline: true,
  value: (at(workshop.draft.definition, place) ?? []).join('\n'), meant: text => paragraphsIn(text).join('\n'),
  change: text => {
    const list = paragraphsIn(text);
    workshop.draft.set(place, list.length > 0 ? list : optional ? undefined : []);
  },
});
const wording = (workshop, place, label, known, optional) => workshop.wording(place, {
  label, known, value: at(workshop.draft.definition, place) ?? '', change: text => workshop.draft.set(place, text === '' && optional ? undefined : text),
});

export const letterPart = workshop => {
  const { draft } = workshop;
  const { letter } = draft.definition;
  const own = outcome => Boolean(letter?.[outcome]) || workshop.own?.[outcome];
  // What is set apart begins with what all have.
  const apart = outcome => event => {
    (workshop.own ??= {})[outcome] = event.target.checked;
    draft.set(`letter.${outcome}`, event.target.checked ? { opening: [...letter.opening ?? []], closing: [...letter.closing ?? []] } : undefined);
    workshop.draw();
  };
  const outcomeWords = outcome => html`
    <label class="check"><input type="checkbox" id="letter-${outcome}" .checked=${own(outcome)} @change=${apart(outcome)}> <span>${t(`letter.${outcome}Own`)}</span></label>
    ${own(outcome) && html`<div class="inset"><p class="hint">${t('blankIsShared')}</p>${paragraphs(workshop, `letter.${outcome}.opening`, t('letter.openingOf', { outcome: t(outcome) }), true)}${paragraphs(workshop, `letter.${outcome}.closing`, t('letter.closingOf', { outcome: t(outcome) }), true)}</div>`}`;
  const numbered = letter?.number?.includes('{number}');
  return html`
    <div class="pictures">${workshop.picture('emblem')}</div>
    ${wording(workshop, 'letter.number', t('letter.number'), chipsOf.number)}
    <p class="hint">${t('letter.numberHint')}</p>
    ${numbered && number(draft, 'letter.firstNumber', { label: t('letter.firstNumber') })}
    ${date(workshop, 'letter.date', t('letter.date'))}
    ${wording(workshop, 'letter.subject', t('letter.subject'), chipsOf.entry)}
    ${lines(draft, 'letter.references', { label: t('letter.references'), hint: t('oneALine'), rows: 1, list: true, optional: true })}
    ${paragraphs(workshop, 'letter.opening', t('letter.opening'))}
    <p class="notice">${t('letter.tableHere')}</p>
    ${paragraphs(workshop, 'letter.closing', t('letter.closing'))}
    ${outcomeWords('passed')}${outcomeWords('notPassed')}
    <div class="pair">${lines(draft, 'letter.enclosures.passed', { label: t('letter.enclosuresOf', { outcome: t('passed') }), hint: t('oneALine'), list: true })}
      ${lines(draft, 'letter.enclosures.notPassed', { label: t('letter.enclosuresOf', { outcome: t('notPassed') }), hint: t('oneALine'), list: true })}</div>
    <div class="pair">${line(draft, 'letter.signatory.name', { label: t('letter.signatory') })}${lines(draft, 'letter.signatory.position', { label: t('letter.position'), hint: t('oneALine'), list: true })}</div>
    <div class="pictures">${workshop.picture('signature')}</div>
    <details ?open=${Boolean(letter?.words) || draft.box?.place === 'letter.words'}><summary>${t('letter.words')}</summary>${lines(draft, 'letter.words', { label: t('letter.words'), hint: t('letter.wordsHint'), list: true, optional: true })}</details>`;
};

export const certificatePart = workshop => {
  const { draft } = workshop;
  const numbered = draft.definition.certificate?.number;
  return html`
    ${radios(draft, 'certificate.design', { label: t('certificate.design'), usual: 'classic', options: ['classic', 'modern', 'plain'].map(each => [each, t(`certificate.${each}`), t(`certificate.${each}Help`)]) })}
    <p class="hint">${t('certificate.help')}</p>
    ${wording(workshop, 'certificate.title', t('certificate.title'), chipsOf.result, true)}
    ${wording(workshop, 'certificate.presentation', t('certificate.presentation'), chipsOf.result, true)}
    ${workshop.wording('certificate.passed', { label: t('certificate.passed'), known: chipsOf.result, multiline: true, value: draft.definition.certificate?.passed ?? '', change: text => draft.set('certificate.passed', text || undefined) })}
    ${workshop.wording('certificate.notPassed', { label: t('certificate.notPassed'), known: chipsOf.result, multiline: true, value: draft.definition.certificate?.notPassed ?? '', change: text => draft.set('certificate.notPassed', text || undefined) })}
    ${wording(workshop, 'certificate.number', t('certificate.number'), chipsOf.number, true)}
    ${numbered && number(draft, 'certificate.firstNumber', { label: t('letter.firstNumber'), optional: true })}`;
};

export const receiptsPart = workshop => {
  const { draft } = workshop;
  const rules = { remindAfterDays: 3, reminders: 2, closesReceiptsAfterDays: 30, ...draft.definition.receipts };
  return html`
    <p>${t('receiptsHelp')}</p>
    ${number(draft, 'receipts.remindAfterDays', { label: t('remindAfterDays'), unit: t('days') })}
    ${number(draft, 'receipts.reminders', { label: t('remindersMost'), unit: t('times') })}
    ${number(draft, 'receipts.closesReceiptsAfterDays', { label: t('closesReceiptsAfter'), unit: t('days') })}
    <div class="notice"><p>${t('receiptsSaid', { remindAfterDays: rules.remindAfterDays, reminders: rules.reminders, closes: rules.closesReceiptsAfterDays })}</p></div>
    <details ?open=${Boolean(draft.definition.retention)}><summary>${t('erasing')}</summary><p class="hint">${t('erasingHelp')}</p>
      ${['refusedUploadsDays', 'receiptNamesDays', 'scoresByJudgeDays'].map(name => number(draft, `retention.${name}`, { label: t(`place.retention.${name}`), unit: t('days'), optional: true }))}</details>`;
};
