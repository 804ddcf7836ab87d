import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Transform } from 'node:stream';
import { Chunked } from './chunked.ts';
import {
  CHUNK_BYTES,
  ContentDamaged,
  HEADER_BYTES,
  isSealedWith,
  prefixOf,
  PREFIX_BYTES,
  SEALED_CHUNK_BYTES,
  TAG_BYTES,
  toChunkKey,
  toHeader,
  toNonce,
} from './sealed-format.ts';

const ALGORITHM = 'aes-256-gcm';

/** Seals what goes through. @param key 32 random bytes that seal this content and nothing else */
export const createSeal = (key: Buffer): Transform => new Seal(key);

/** Opens what goes through. It fails with ContentDamaged before it hands on a byte that was not sealed with this key at this place. */
export const createUnseal = (key: Buffer): Transform => new Unseal(key);

class Seal extends Chunked {
  readonly #key: Buffer;
  readonly #header: Buffer;
  #number = 0;

  constructor(key: Buffer) {
    super(CHUNK_BYTES);
    this.#key = toChunkKey(key);
    this.#header = toHeader(key, randomBytes(PREFIX_BYTES));
  }

  protected override convert(piece: Buffer, isLast: boolean): Buffer {
    const number = this.#number++;
    const nonce = toNonce(prefixOf(this.#header), number, isLast);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce).setAAD(this.#header);
    const sealed = [cipher.update(piece), cipher.final(), cipher.getAuthTag()];
    return Buffer.concat(number === 0 ? [this.#header, ...sealed] : sealed);
  }
}

class Unseal extends Chunked {
  readonly #given: Buffer;
  readonly #key: Buffer;
  #header: Buffer = Buffer.alloc(0);
  #number = 0;

  constructor(key: Buffer) {
    super(SEALED_CHUNK_BYTES);
    this.#given = key;
    this.#key = toChunkKey(key);
  }

  /** The header comes first, whatever the pieces are in which the store gives its bytes. */
  override _transform(bytes: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#header.length === HEADER_BYTES) {
      super._transform(bytes, encoding, done);
      return;
    }
    const missing = HEADER_BYTES - this.#header.length;
    this.#header = Buffer.concat([this.#header, bytes.subarray(0, missing)]);
    if (this.#header.length < HEADER_BYTES) done();
    else if (!isSealedWith(this.#given, this.#header)) done(new ContentDamaged('it was not sealed with this key'));
    else super._transform(bytes.subarray(missing), encoding, done);
  }

  protected override convert(piece: Buffer, isLast: boolean): Buffer {
    if (piece.length < TAG_BYTES) throw new ContentDamaged('its end is missing');
    const nonce = toNonce(prefixOf(this.#header), this.#number++, isLast);
    const decipher = createDecipheriv(ALGORITHM, this.#key, nonce).setAAD(this.#header);
    decipher.setAuthTag(piece.subarray(piece.length - TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new ContentDamaged('what is stored was not sealed so', { cause });
    }
  }
}
