import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys by their ids: the active one writes, every one reads. Of 32 bytes each. */
export interface ColumnKeys {
  readonly active: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

/**
 * AES-256-GCM a column: `iv | tag | ciphertext`, with the id of its key in a column beside it. The place (row and column) is
 * authenticated with it, so that a value moved to another row or column does not decrypt.
 */
export class ColumnCipher {
  /** @param variable what the keys are configured by, for whoever has to add one */
  constructor(
    private readonly keys: ColumnKeys,
    private readonly variable: string,
  ) {}

  /** The key that writes; it is stored beside what it wrote. */
  get activeKeyId(): string {
    return this.keys.active;
  }

  get keyIds(): readonly string[] {
    return Object.keys(this.keys.keys);
  }

  encrypt(text: string, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#getKey(this.keys.active), iv).setAAD(Buffer.from(place));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
  }

  /** Throws where the key is unknown or the bytes are not what was written at that place. */
  decrypt(stored: Buffer, place: string, keyId: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#getKey(keyId), stored.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(place)).setAuthTag(stored.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(stored.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  #getKey(keyId: string): Buffer {
    const key = this.keys.keys[keyId];
    if (key === undefined) throw new Error(`The key "${keyId}" is not configured: add it to ${this.variable}.`);
    return key;
  }
}
