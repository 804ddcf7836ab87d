import { CookieJar } from 'tough-cookie';

export interface ShownPage {
  readonly status: number;
  /** Where it was shown. */
  readonly at: URL;
  readonly html: string;
}

const MOST_REDIRECTS = 15;

/** A browser without a window: cookies as browsers keep them, redirects, forms. */
export class PageBrowser {
  readonly #jar = new CookieJar(undefined, { prefixSecurity: 'strict', allowSecureOnLocal: true });

  open(address: string | URL): Promise<ShownPage> {
    return this.#go(new URL(address), { method: 'GET' });
  }

  /** Sends the form of a page, with what it holds already; buttons are fields too. */
  submit({ at, html }: ShownPage, fields: Readonly<Record<string, string>>): Promise<ShownPage> {
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) throw new Error(`There is no form at ${at.href}: ${html.slice(0, 2_000)}`);
    const held = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    const body = new URLSearchParams({ ...(Object.fromEntries(held) as Record<string, string>), ...fields });
    return this.#go(new URL(action, at), { method: 'POST', body });
  }

  async ask(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address).href;
    const headers = new Headers(init.headers);
    const cookie = await this.#jar.getCookieString(url);
    if (cookie !== '') headers.set('cookie', cookie);
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) await this.#jar.setCookie(line, url);
    return answer;
  }

  async #go(to: URL, init: RequestInit, redirects = 0): Promise<ShownPage> {
    if (redirects > MOST_REDIRECTS) throw new Error(`It goes round in circles at ${to.href}.`);
    const origin = init.method === 'POST' ? { origin: to.origin } : {};
    const answer = await this.ask(to, { ...init, headers: { accept: 'text/html', ...origin } });
    const location = answer.headers.get('location');
    if (location === null) return { status: answer.status, at: to, html: await answer.text() };
    await answer.body?.cancel();
    return this.#go(new URL(location, to), { method: 'GET' }, redirects + 1);
  }
}
