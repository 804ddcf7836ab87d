import { field, form, html, type Html } from '@motcua/http/page';
import { lookUpRoot } from '../../look-up-links/look-up-path.ts';
import { layout, toAddress, type PageContext } from './layout.ts';
import { fill, words } from './words.ts';

const start = (context: PageContext): string => toAddress({ ...context, here: { path: `/${lookUpRoot}`, query: {} } });

/** The first page: which dossier? @param isByCode whether codes can be sent here; else only the slip leads to a dossier. @param code as a notice that led here names it */
export function codePage(context: PageContext, isByCode: boolean, code?: string): string {
  const text = words[context.language];
  if (!isByCode) return layout({ ...context, title: text.title, body: html`<p>${text.onlyQr}</p>` });
  const input = field({
    name: 'ma',
    label: text.code,
    hint: text.codeHint,
    autocomplete: 'off',
    value: code,
    isFocused: true,
    maxLength: 100,
  });
  const action = `/${lookUpRoot}/ma`;
  return layout({
    ...context,
    title: text.codeQuestion,
    body: html`${form({ action, hidden: { lang: context.language }, fields: [input], submit: text.goOn })}
      <p class="help">${text.byQr}</p>`,
  });
}

/** The second page: the digits that were sent, if any were. @param left after a wrong one: how often it may be tried again */
export function digitsPage(context: PageContext, questionId: string, left?: number): string {
  const text = words[context.language];
  const isWrong = left !== undefined;
  const body = left === 0 ? noTries(context) : digitsForm(context, questionId, isWrong);
  return layout({
    ...context,
    title: text.digitsQuestion,
    alert: isWrong ? text.wrong : undefined,
    body: html`${toTries(text, left)}${body}`,
  });
}

function digitsForm(context: PageContext, questionId: string, isWrong: boolean): Html {
  const text = words[context.language];
  const input = field({
    ...{
      name: 'so',
      label: text.digits,
      autocomplete: 'one-time-code',
      isNumeric: true,
      isFocused: true,
      isWrong,
      maxLength: 16,
    },
  });
  const hidden = { yc: questionId, lang: context.language };
  return html`${isWrong ? undefined : html`<p>${text.digitsText}</p>`}
    ${form({ action: `/${lookUpRoot}/xac-nhan`, hidden, fields: [input], submit: text.see })}
    <p class="help">${text.nothingCame} <a href="${start(context)}">${text.otherCode}</a></p>`;
}

const toTries = ({ triesLeft }: (typeof words)['vi'], left: number | undefined): Html | undefined =>
  left === undefined || left === 0 ? undefined : html`<p>${fill(triesLeft, { n: left })}</p>`;

function noTries(context: PageContext): Html {
  const text = words[context.language];
  return html`<p>${text.noTries}</p>
    <p><a class="button" href="${start(context)}">${text.otherCode}</a></p>`;
}

/** A page that says why nothing is shown, and leads back to the start. */
export function refusalPage(context: PageContext, what: 'notFound' | 'tooOften' | 'away'): string {
  const text = words[context.language];
  const sentences = { notFound: text.notFoundText, tooOften: text.tooOftenText, away: text.awayText };
  return layout({
    ...context,
    title: text[what],
    body: html`<p role="status">${sentences[what]}</p>
      <p><a class="button" href="${start(context)}">${what === 'notFound' ? text.otherCode : text.again}</a></p>`,
  });
}
