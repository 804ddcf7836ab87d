import type { KeyRing } from '@motcua/config';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { deriveKeys } from '../keys/derive-key.ts';

/** Colleagues share the machine at the counter. */
const REMEMBERED = 8;

/** Who has signed in with this browser, newest first, each with a number of its own that says nothing. */
const Marks = z.array(z.tuple([z.string(), z.string()])).max(REMEMBERED);
type Marks = z.infer<typeof Marks>;

/**
 * A cookie that says with whose names a browser has signed in before (OWASP, "device cookies"): failures there are counted apart, so that
 * strangers who fail with a name do not make its owner wait.
 */
export class KnownBrowsers {
  readonly #keys: readonly Buffer[];

  constructor(ring: KeyRing) {
    this.#keys = deriveKeys(ring, 'known browsers');
  }

  /** The browser's number for this name; undefined where it never signed in with it. */
  find(cookie: string | undefined, accountId: string): string | undefined {
    return this.#read(cookie).find(([id]) => id === accountId)?.[1];
  }

  /** The cookie as it is to be after a sign-in: with a number that is new, so that one who copied the old one has nothing. */
  add(cookie: string | undefined, accountId: string): string {
    const others = this.#read(cookie).filter(([id]) => id !== accountId);
    const marks: Marks = [[accountId, randomBytes(12).toString('base64url')], ...others.slice(0, REMEMBERED - 1)];
    const text = Buffer.from(JSON.stringify(marks)).toString('base64url');
    return `${text}.${sign(this.#keys[0], text).toString('base64url')}`;
  }

  #read(cookie = ''): Marks {
    const [text = '', signature = ''] = cookie.split('.');
    const given = Buffer.from(signature, 'base64url');
    const isOurs = this.#keys.some((key) => {
      const expected = sign(key, text);
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
    return isOurs ? Marks.parse(JSON.parse(Buffer.from(text, 'base64url').toString())) : [];
  }
}

function sign(key: Buffer | undefined, text: string): Buffer {
  if (key === undefined) throw new Error('a ring of keys has one');
  return createHmac('sha256', key).update(text).digest();
}
