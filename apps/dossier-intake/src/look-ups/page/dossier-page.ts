import type { LocalizedName } from '@motcua/contracts';
import type { Language } from '@motcua/http';
import { html, type Html } from '@motcua/http/page';
import { lookUpRoot } from '../../look-up-links/look-up-path.ts';
import type { LookedUp } from '../looked-up.ts';
import { layout, toAddress, type PageContext } from './layout.ts';
import { fill, toMoment, words } from './words.ts';

/** How a dossier stands, and what is asked of the citizen: this first, as it is what they can do. */
export function dossierPage(context: PageContext, found: LookedUp): string {
  const { language } = context;
  const text = words[language];
  const start = toAddress({ language, here: { path: `/${lookUpRoot}`, query: {} } });
  const body = html`<p class="code">${found.code}</p>
    <p class="status"><strong>${text.statuses[found.status]}</strong></p>
    ${toSteps(found, language)}
    <section class="to-do">
      <h2>${text.toDo}</h2>
      <p>${toAsked(found, language)}</p>
      ${found.reason === null ? undefined : html`<p>${text.reason}: ${nameIn(found.reason, language)}</p>`}
    </section>
    ${found.isLate ? html`<p class="alert">▲ ${toLate(found, language)}</p>` : undefined}
    <dl>
      ${toLines(found, language).map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p class="help">
      ${fill(text.asOf, { at: toMoment(found.asOf, language, found.timeZone) })} <a href="${start}">${text.other}</a>
    </p>`;
  return layout({ ...context, title: text.title, body });
}

function toSteps({ step, status }: LookedUp, language: Language): Html | undefined {
  if (step === null || step === 0) return undefined;
  const { steps, progress, done, now } = words[language];
  const isOver = status === 'returned';
  const toItem = (name: string, index: number): Html => {
    const isDone = index + 1 < step || (isOver && index + 1 === step);
    if (isDone) return html`<li class="done">✓ ${name} <span class="quiet">(${done})</span></li>`;
    return index + 1 === step
      ? html`<li class="now">● ${name} <span class="quiet">(${now})</span></li>`
      : html`<li>○ ${name}</li>`;
  };
  return html`<p>${fill(progress, { n: step, step: steps[step - 1] ?? '' })}</p>
    <ol class="steps">
      ${steps.map(toItem)}
    </ol>`;
}

/** Who was told another moment since is told that one, as long as it lies ahead. */
function toLate({ unit, promised, asOf, timeZone }: LookedUp, language: Language): string {
  const text = words[language];
  const values = { unit: nameIn(unit, language) };
  if (promised === null || promised < asOf) return fill(text.late, values);
  return fill(text.apologised, { ...values, at: toMoment(promised, language, timeZone) });
}

function toAsked({ asked, resultBy, unit }: LookedUp, language: Language): string {
  const text = words[language];
  if (asked === null) return text.nothing;
  return fill(asked === 'collect' ? text.collect[resultBy] : text.asked[asked], { unit: nameIn(unit, language) });
}

function toLines(found: LookedUp, language: Language): (readonly [label: string, value: string])[] {
  const text = words[language];
  const moment = (at: number): string => toMoment(at, language, found.timeZone);
  return [
    [text.procedure, nameIn(found.procedure, language)],
    [text.unit, nameIn(found.unit, language)],
    ...(found.receivedAt === null ? [] : [[text.received, moment(found.receivedAt)] as const]),
    // Nothing is promised before it is received.
    ...(found.step === null || found.step === 0 ? [] : [[text.due, toDue(found, language)] as const]),
  ];
}

function toDue({ due, asked, isReappointed, timeZone }: LookedUp, language: Language): string {
  const text = words[language];
  if (due === null) return asked === 'supplement' || asked === 'payment' ? text.standsStill : text.noLimit;
  return `${toMoment(due, language, timeZone)}${isReappointed ? ` (${text.reappointed})` : ''}`;
}

const nameIn = (name: LocalizedName, language: Language): string => (language === 'en' ? (name.en ?? name.vi) : name.vi);
