import type { Language } from '@motcua/http';
import { html, type Html } from '@motcua/http/page';
import { lookUpRoot } from '../../look-up-links/look-up-path.ts';
import { words } from './words.ts';

/** A page in a language; where it is found in the other. */
export interface PageContext {
  readonly language: Language;
  /** What names this page in its address, the language apart. */
  readonly here: { readonly path: string; readonly query: Readonly<Record<string, string>> };
}

interface Page extends PageContext {
  readonly title: string;
  readonly body: Html;
  /** Something went wrong: screen readers say so first. */
  readonly alert?: string | undefined;
}

const names = { vi: 'Tiếng Việt', en: 'English' } as const;

/** A whole page, which works without any script and loads one small style sheet. */
export function layout({ language, here, title, body, alert }: Page): string {
  const text = words[language];
  const toChoice = (each: Language): Html => {
    const isCurrent = each === language;
    const address = toAddress({ here, language: each });
    return html`<a href="${address}" lang="${each}" hreflang="${each}" ${isCurrent ? html`aria-current="true"` : undefined}
      >${names[each]}</a
    >`;
  };
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${text.office}</title>
        <link rel="stylesheet" href="/${lookUpRoot}/look-up.css" />
      </head>
      <body>
        <header>
          <span class="brand">${text.office}</span>
          <nav aria-label="${text.language}">${[toChoice('vi'), toChoice('en')]}</nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${alert === undefined ? undefined : html`<p class="alert" role="alert">${alert}</p>`} ${body}
        </main>
      </body>
    </html>`.text;
}

/** Vietnamese is said by saying nothing. */
export function toAddress({ language, here: { path, query } }: PageContext): string {
  const search = new URLSearchParams({ ...query, ...(language === 'vi' ? {} : { lang: language }) }).toString();
  return search === '' ? path : `${path}?${search}`;
}
