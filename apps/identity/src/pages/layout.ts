import type { Language } from '@motcua/http';
import { html, type Html } from '@motcua/http/page';
import { words } from './words.ts';

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** Something went wrong: screen readers say so first. */
  readonly alert?: string | undefined;
}

/** A whole page: mark, choice of language, one card. It works without any script. */
export function layout({ language, title, body, alert }: Page): string {
  const { product, language: choice } = words[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${alert === undefined ? '' : '⚠ '}${title} · Motcua</title>
        <link rel="icon" href="/identity/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/identity/assets/style.css" />
      </head>
      <body>
        <header>
          <span class="brand"><img src="/identity/assets/mark.svg" alt="" width="28" height="28" />${product}</span>
          <nav aria-label="${choice}">${(['vi', 'en'] as const).map((each) => toChoice(each, language))}</nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${alert === undefined ? undefined : html`<p class="alert" role="alert">${alert}</p>`} ${body}
        </main>
      </body>
    </html>`.text;
}

function toChoice(each: Language, current: Language): Html {
  const name = { vi: 'Tiếng Việt', en: 'English' }[each];
  if (each === current) return html`<a href="?lang=${each}" lang="${each}" aria-current="true">${name}</a>`;
  return html`<a href="?lang=${each}" lang="${each}" hreflang="${each}">${name}</a>`;
}
