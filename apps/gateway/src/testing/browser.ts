import { CookieJar, type Cookie } from 'tough-cookie';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Cookies as a browser keeps them, prefixes and loopback addresses included, and redirects one by one. */
export class Browser {
  readonly #jar = new CookieJar(undefined, { prefixSecurity: 'strict', allowSecureOnLocal: true });
  csrfToken = '';

  constructor(readonly origin: string) {}

  async ask(path: string, { headers = {}, ...asked }: Asked = {}): Promise<Response> {
    const url = new URL(path, this.origin).href;
    const cookie = await this.#jar.getCookieString(url);
    const answer = await fetch(url, {
      redirect: 'manual',
      ...asked,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
    });
    for (const line of answer.headers.getSetCookie()) await this.#jar.setCookie(line, url);
    return answer;
  }

  /** As a page of ours asks for a change. */
  change(path: string, { body, ...more }: { body?: object; method?: string } = {}): Promise<Response> {
    const headers = { origin: this.origin, 'sec-fetch-site': 'same-origin', 'x-csrf-token': this.csrfToken };
    if (body === undefined) return this.ask(path, { method: 'POST', ...more, headers });
    const sent = { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
    return this.ask(path, { method: 'POST', ...more, ...sent });
  }

  /** Follows redirects as far as they go. @returns the last answer, and where it was */
  async go(path: string): Promise<{ answer: Response; url: string }> {
    let url = new URL(path, this.origin).href;
    for (let hops = 0; hops < 15; hops += 1) {
      const answer = await this.ask(url, { headers: { accept: 'text/html' } });
      const location = answer.headers.get('location');
      if (location === null) return { answer, url };
      url = new URL(location, url).href;
    }
    throw new Error('It goes round in circles.');
  }

  async readSession(): Promise<Record<string, unknown>> {
    const session = (await (await this.ask('/auth/session')).json()) as Record<string, unknown>;
    this.csrfToken = typeof session['csrfToken'] === 'string' ? session['csrfToken'] : '';
    return session;
  }

  /** Ours: a provider on the same host has its own. */
  async cookies(): Promise<Cookie[]> {
    return (await this.#jar.getCookies(this.origin)).filter(({ key }) => key.includes('motcua'));
  }

  async sessionCookie(): Promise<Cookie | undefined> {
    return (await this.cookies()).find(({ key }) => key === '__Host-motcua-session');
  }

  /** Plants a cookie, as an attacker would who had a way to. */
  async plant(line: string): Promise<void> {
    await this.#jar.setCookie(line, this.origin);
  }
}
