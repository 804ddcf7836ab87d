import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 160 bits: nobody guesses one, and it stays short enough for a small QR code. */
const BYTES = 20;

/** What a token is made of and found by; the token itself is kept nowhere. */
export interface MadeToken {
  readonly token: string;
  readonly hash: Buffer;
  readonly nonce: Buffer;
  /** The hash key that it was made with. */
  readonly keyId: string;
}

interface HashKeys {
  readonly hashKeyIds: readonly string[];
  listHashKeys(): readonly Buffer[];
}

/**
 * Tokens that open the look-up of one dossier. Each is a keyed hash of random bits that are kept, so that the slip can be printed again
 * with the same link, and a dump of the tables, without the key, opens nothing. It is found by its SHA-256: what has 160 random bits needs no more.
 */
export class LookUpTokens {
  /** The one that new tokens are made with first. */
  readonly #keys: ReadonlyMap<string, Uint8Array>;

  constructor(cipher: HashKeys) {
    const { hashKeyIds } = cipher;
    // Derived for this purpose alone, so that none is of use in place of another.
    const keys = cipher.listHashKeys().map((key) => new Uint8Array(hkdfSync('sha256', key, '', 'motcua look-up token v1', 32)));
    this.#keys = new Map(keys.map((key, index) => [hashKeyIds[index] ?? '', key]));
  }

  create(): MadeToken {
    const [first] = this.#keys;
    if (first === undefined) throw new Error('no key makes look-up tokens');
    const nonce = randomBytes(BYTES);
    const token = toToken(first[1], nonce);
    return { token, hash: toTokenHash(token), nonce, keyId: first[0] };
  }

  /** The token that was made of these bits; undefined where its key is not live any more. */
  derive(nonce: Buffer, keyId: string): string | undefined {
    const key = this.#keys.get(keyId);
    return key === undefined ? undefined : toToken(key, nonce);
  }
}

/** By which a token is found, also what somebody made up: any text has one. */
export const toTokenHash = (text: string): Buffer => createHash('sha256').update(text).digest();

const toToken = (key: Uint8Array, nonce: Buffer): string =>
  createHmac('sha256', key).update(nonce).digest().subarray(0, BYTES).toString('base64url');
