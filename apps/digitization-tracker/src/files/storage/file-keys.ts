import type { KeyRing } from '@motcua/config';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { KEY_BYTES } from '@motcua/postgres/sealing';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A content's key as it lies beside the content. */
const WrappedKey = z.object({ version: z.literal(1), keyId: z.string(), wrapped: z.base64() });

/** What is under a wrapping. */
export interface Unwrapped {
  readonly key: Buffer;
  /** Of the content that it opens: a store tells what it has without a database. */
  readonly sha256: string;
  /** The wrapping key. */
  readonly keyId: string;
}

/** Wraps the keys of contents, and names contents by a keyed hash: who sees the store alone cannot tell whether it has a known file. */
export class FileKeys {
  constructor(
    private readonly wrapping: KeyRing,
    private readonly nameKey: Buffer,
  ) {}

  get activeKeyId(): string {
    return this.wrapping.active;
  }

  /** The name of a content that has none yet. */
  toName(sha256: string): string {
    return createHmac('sha256', this.nameKey).update(sha256).digest('hex');
  }

  /** With the active key. The name is authenticated with it: a wrapping that was moved to another content does not open. */
  wrap({ key, sha256 }: Pick<Unwrapped, 'key' | 'sha256'>, name: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#get(this.wrapping.active), iv).setAAD(Buffer.from(name));
    const sealed = Buffer.concat([cipher.update(Buffer.concat([key, Buffer.from(sha256, 'hex')])), cipher.final()]);
    const wrapped = Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    return Buffer.from(JSON.stringify({ version: 1, keyId: this.wrapping.active, wrapped } satisfies z.infer<typeof WrappedKey>));
  }

  /** @throws Error where the wrapping key is not configured, or the bytes are not what was written under that name */
  unwrap(stored: Buffer, name: string): Unwrapped {
    const { keyId, wrapped } = WrappedKey.parse(JSON.parse(stored.toString()));
    const bytes = Buffer.from(wrapped, 'base64');
    const decipher = createDecipheriv(ALGORITHM, this.#get(keyId), bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return { key: plain.subarray(0, KEY_BYTES), sha256: plain.subarray(KEY_BYTES).toString('hex'), keyId };
  }

  #get(keyId: string): Buffer {
    const key = this.wrapping.keys[keyId];
    if (key === undefined) throw new Error(`The key "${keyId}" of files is not configured: add it to FILE_KEYS.`);
    return key;
  }
}
