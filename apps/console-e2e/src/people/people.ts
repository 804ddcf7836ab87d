import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { ConsoleStack } from '../stack/console-stack.ts';
import { accounts, type Person } from './accounts.ts';
import { signIn, type Credentials } from './sign-in.ts';
import { watchContext, type Watch } from './watch-context.ts';

/** Less than Jest gives a test, so that a failure says what was waited for. */
const TIMEOUT_MS = 20_000;
/** A desktop of an office. */
const options: BrowserContextOptions = {
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  viewport: { width: 1280, height: 720 },
};

interface Place {
  readonly context: BrowserContext;
  readonly watch: Watch;
}

/** The people of the demonstration, each with a browser profile of their own in which they have signed in once. */
export class People {
  readonly #places = new Map<Person, Promise<Place>>();
  readonly #watches: Watch[] = [];

  constructor(
    readonly browser: Browser,
    readonly stack: ConsoleStack,
  ) {}

  /** A new tab of theirs at an address of the console. */
  async open(person: Person, path = '/'): Promise<Page> {
    const { context } = await this.#placeOf(person);
    const page = await context.newPage();
    await page.goto(`${this.stack.url}${path}`);
    return page;
  }

  /** A profile in which nobody has signed in. */
  async stranger(more: BrowserContextOptions = {}): Promise<BrowserContext> {
    return (await this.#newPlace(more)).context;
  }

  credentialsOf(person: Person): Credentials {
    const name = accounts[person];
    const password = this.stack.passwords.get(name);
    if (password === undefined) throw new Error(`The stack has shown no password of ${name}.`);
    return { name, password };
  }

  /** Their session was ended: the next time they are needed they sign in again. */
  async forget(person: Person): Promise<void> {
    const known = await this.#places.get(person);
    this.#places.delete(person);
    await known?.context.close();
  }

  /** What went wrong in any of the browsers since it was asked last. */
  takeComplaints(): readonly string[] {
    return this.#watches.flatMap(({ take }) => take());
  }

  #placeOf(person: Person): Promise<Place> {
    const known = this.#places.get(person);
    if (known !== undefined) return known;
    const made = this.#signedIn(person);
    this.#places.set(person, made);
    return made;
  }

  async #signedIn(person: Person): Promise<Place> {
    const place = await this.#newPlace({});
    const page = await place.context.newPage();
    await signIn(page, this.stack.url, this.credentialsOf(person));
    await page.close();
    return place;
  }

  async #newPlace(more: BrowserContextOptions): Promise<Place> {
    const context = await this.browser.newContext({ ...options, ...more });
    context.setDefaultTimeout(TIMEOUT_MS);
    // Nobody is asked where to print; how often is counted.
    await context.addInitScript('window.timesPrinted = 0; window.print = () => { window.timesPrinted += 1; };');
    const place = { context, watch: watchContext(context) };
    this.#watches.push(place.watch);
    return place;
  }
}
