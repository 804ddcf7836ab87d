import type { Language } from '@motcua/http';
import { field, form, Html, html } from '@motcua/http/page';
import { renderSVG } from 'uqr';
import type { Weakness } from '../accounts/password-rule.ts';
import { layout } from './layout.ts';
import { toWait, words, type Words } from './words.ts';

/** A page of the sign-in: in which language, and below which path its forms are sent. */
export interface PageContext {
  readonly language: Language;
  readonly path: string;
}

export function passwordPage({ language, path }: PageContext, wrongName?: string): string {
  const text = words[language];
  const isWrong = wrongName !== undefined;
  const fields = [
    field({
      name: 'name',
      label: text.name,
      hint: text.nameHint,
      autocomplete: 'username',
      value: wrongName,
      isFocused: !isWrong,
      isWrong,
    }),
    field({
      name: 'password',
      label: text.password,
      type: 'password',
      autocomplete: 'current-password',
      isFocused: isWrong,
      isWrong,
    }),
  ];
  return layout({
    language,
    title: text.signIn,
    alert: isWrong ? text.wrong : undefined,
    body: html`${form({ action: `${path}/password`, fields, submit: text.signIn })}
      <p class="help">${text.help}</p>`,
  });
}

export function lockedPage({ language, path }: PageContext, seconds: number): string {
  const text = words[language];
  return layout({
    language,
    title: text.locked,
    body: html`<p role="status">${text.lockedText}</p>
      <p class="figure">${text.lockedFor} <strong>${toWait(language, seconds)}</strong></p>
      <p><a class="button" href="${path}">${text.tryAgain}</a></p>
      <p class="help">${text.help}</p>`,
  });
}

export function codePage({ language, path }: PageContext, isWrong: boolean): string {
  const text = words[language];
  return layout({
    language,
    title: text.secondFactor,
    alert: isWrong ? text.wrongCode : undefined,
    body: html`<p>${text.secondFactorText}</p>
      ${form({ action: `${path}/code`, fields: [codeField(text, { isWrong })], submit: text.confirm })}
      <p class="help">${text.help}</p>`,
  });
}

/** Of the app alone it is digits; where a code on paper counts too, the keyboard of a telephone must have letters. */
const codeField = (
  { code }: Words,
  { isWrong, isNumeric = false }: { readonly isWrong: boolean; readonly isNumeric?: boolean },
): Html =>
  field({ name: 'code', label: code, autocomplete: 'one-time-code', isNumeric, isFocused: true, isWrong, maxLength: 20 });

export interface Enrolment {
  /** In base 32. */
  readonly secret: string;
  readonly address: string;
  readonly isWrong: boolean;
}

export function enrolPage({ language, path }: PageContext, { secret, address, isWrong }: Enrolment): string {
  const text = words[language];
  // Made of the address by the library, of dark and light squares alone.
  const picture = new Html(renderSVG(address, { border: 2 }));
  return layout({
    language,
    title: text.enrol,
    alert: isWrong ? text.wrongCode : undefined,
    body: html`<p>${text.enrolText}</p>
      <div class="qr" role="img" aria-label="${text.qr}">${picture}</div>
      <p>${text.enrolByHand}<br /><code>${secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
      ${form({ action: `${path}/enrolment`, fields: [codeField(text, { isWrong, isNumeric: true })], submit: text.confirm })}`,
  });
}

export function recoveryPage({ language, path }: PageContext, codes: readonly string[]): string {
  const text = words[language];
  return layout({
    language,
    title: text.recovery,
    body: html`<p>${text.recoveryText}</p>
      <ol class="codes">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <p><a class="button" href="${path}">${text.saved}</a></p>`,
  });
}

export type PasswordRefusal = Weakness | 'different';

export function newPasswordPage({ language, path }: PageContext, refusal?: PasswordRefusal): string {
  const text = words[language];
  const refusals = { different: text.different, length: text.length, same: text.same, name: text.nameInPassword };
  const isWrong = refusal !== undefined;
  const input = (name: string, label: string, isFocused: boolean) =>
    field({ name, label, type: 'password', autocomplete: 'new-password', isFocused, isWrong });
  return layout({
    language,
    title: text.newPassword,
    alert: refusal === undefined ? undefined : refusals[refusal],
    body: html`<p>${text.newPasswordText}</p>
      ${form({
        action: `${path}/new-password`,
        fields: [input('password', text.next, true), input('repeat', text.repeat, false)],
        submit: text.save,
      })}`,
  });
}

/** A page that ends here, and leads to the start. */
function lastPage(language: Language, title: string, body: Html, start: string): string {
  return layout({
    language,
    title,
    body: html`${body}
      <p><a class="button" href="${start}">${words[language].toStart}</a></p>`,
  });
}

export const noPostPage = (language: Language, start: string): string =>
  lastPage(language, words[language].noPost, html`<p role="status">${words[language].noPostText}</p>`, start);

export const expiredPage = (language: Language, start: string): string =>
  lastPage(language, words[language].expired, html`<p role="status">${words[language].expiredText}</p>`, start);
