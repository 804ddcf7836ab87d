import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createSeal, createUnseal, KEY_BYTES } from '@motcua/postgres/sealing';

/** A content, sealed in a file that its owner removes. */
export interface SealedContent {
  /** Of the content itself. */
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
  /** Opens it; known to who sealed it until it is kept. */
  readonly key: Buffer;
  /** Of what lies at `path`. */
  readonly sealed: { readonly sha256: string; readonly bytes: number };
}

/** Seals a stream to its end, in a new file. @param key absent: a new one. @throws what the stream fails with; the file may be there */
export async function sealToFile(
  source: Readable,
  path: string,
  { key = randomBytes(KEY_BYTES), signal }: { readonly key?: Buffer; readonly signal?: AbortSignal } = {},
): Promise<SealedContent> {
  const [content, sealed] = [measure(), measure()];
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await pipeline(source, content.stream, createSeal(key), sealed.stream, file, ...(signal === undefined ? [] : [{ signal }]));
  return { ...content.result(), path, key, sealed: sealed.result() };
}

/** The content, whole and in memory. */
export const readSealed = ({ path, key }: Pick<SealedContent, 'path' | 'key'>): Promise<Buffer> =>
  buffer(openSealed({ path, key }));

/** The content as a stream. */
export function openSealed({ path, key }: Pick<SealedContent, 'path' | 'key'>): Readable {
  return throughUnseal(createReadStream(path), key);
}

/** A stored stream, opened: who stops reading stops the store too, and what fails there fails here. */
export function throughUnseal(stored: Readable, key: Buffer): Readable {
  const unseal = createUnseal(key);
  pipeline(stored, unseal).catch((error: unknown) => unseal.destroy(error as Error));
  return unseal;
}

function measure() {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes }) };
}
