import { CookieJar } from 'tough-cookie';
import { PUBLIC_URL } from './identity-fixture.ts';

export interface ShownPage {
  readonly status: number;
  /** Where it was shown. */
  readonly at: URL;
  readonly html: string;
  readonly headers: Headers;
}

const MOST_REDIRECTS = 10;

/** A browser without a window: cookies, redirects, forms. It stops where the gateway would take over. */
export class TestBrowser {
  readonly jar = new CookieJar();

  /** @param url of the service, to which it goes for `PUBLIC_URL`; @param address what the gateway says it comes from */
  constructor(
    private readonly url: string,
    private readonly address = '203.0.113.1',
  ) {}

  /** Another machine, with this one's cookies. */
  movedTo(address: string): TestBrowser {
    const moved = new TestBrowser(this.url, address);
    return Object.assign(moved, { jar: this.jar });
  }

  open(address: string | URL): Promise<ShownPage> {
    return this.#go(new URL(address, PUBLIC_URL), { method: 'GET' });
  }

  /** Sends the form of a page, with what it holds already; buttons are fields too. */
  submit({ at, html }: ShownPage, fields: Readonly<Record<string, string>>): Promise<ShownPage> {
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) throw new Error(`there is no form at ${at.href}: ${html.slice(0, 2_000)}`);
    const body = new URLSearchParams();
    for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      body.set(name, value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#go(new URL(action, at), { method: 'POST', body });
  }

  async #go(to: URL, init: { method: string; body?: URLSearchParams }, redirects = 0): Promise<ShownPage> {
    if (to.origin !== PUBLIC_URL || !to.pathname.startsWith('/identity'))
      return { status: 0, at: to, html: '', headers: new Headers() };
    if (redirects > MOST_REDIRECTS) throw new Error(`too many redirects at ${to.href}`);
    const cookie = await this.jar.getCookieString(to.href);
    const answer = await fetch(new URL(`${to.pathname}${to.search}`, this.url), {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'x-forwarded-for': this.address },
    });
    for (const each of answer.headers.getSetCookie()) await this.jar.setCookie(each, to.href);
    const location = answer.headers.get('location');
    if (location !== null && answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel();
      return this.#go(new URL(location, to), { method: 'GET' }, redirects + 1);
    }
    return { status: answer.status, at: to, html: await answer.text(), headers: answer.headers };
  }
}
