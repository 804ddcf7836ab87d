import { finished, Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../problem/problem-error.ts';
import { RATIO_COUNTS_FROM_BYTES, type BulkLimits } from './bulk-limits.ts';
import { bodyTooLarge, encodingUnknown, notGzip, packedTooTightly, uploadCut, uploadSilent } from './bulk-problems.ts';

/**
 * A body as it comes, unpacked piece by piece; the next piece is read when it is asked for, so that a slow reader holds back the
 * sender. What is left unread when the reader stops is thrown away: it would block the next request on a kept connection.
 *
 * @throws ProblemError 413 beyond a limit · 400 `upload.cut` · 408 `upload.silent` · 400 for what is no gzip · 415
 */
export async function* unpack(source: Readable, encoding: string | undefined, limits: BulkLimits): AsyncGenerator<Buffer> {
  const packing = encoding?.trim().toLowerCase() ?? 'identity';
  if (packing !== 'identity' && packing !== 'gzip') throw encodingUnknown();
  const wire = countBytes(limits.bodyBytes);
  const stopWatching = finished(source, { writable: false }, (error) => {
    // A sender that has gone: waiting for its next byte would last for ever.
    if (error) wire.stream.destroy(error);
  });
  source.pipe(wire.stream);
  const pieces = packing === 'gzip' ? gunzip(wire.stream) : wire.stream;
  try {
    let length = 0;
    for await (const piece of readBeforeSilence(pieces, limits.silenceMs)) {
      length += piece.length;
      if (length > limits.bodyBytes) throw bodyTooLarge(limits.bodyBytes);
      if (length > RATIO_COUNTS_FROM_BYTES && length > limits.compressionRatio * wire.length())
        throw packedTooTightly(limits.compressionRatio);
      yield piece;
    }
  } catch (error) {
    throw toUploadProblem(error);
  } finally {
    stopWatching();
    source.unpipe(wire.stream);
    source.on('error', () => undefined).resume();
    wire.stream.destroy();
    pieces.destroy();
  }
}

function countBytes(limit: number): { readonly stream: Transform; readonly length: () => number } {
  let length = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > limit) done(bodyTooLarge(limit));
      else done(null, chunk);
    },
  });
  return { stream, length: () => length };
}

function gunzip(packed: Readable): Transform {
  const unpacked = createGunzip();
  packed.once('error', (error) => unpacked.destroy(error));
  return packed.pipe(unpacked);
}

async function* readBeforeSilence(pieces: Readable, silenceMs: number): AsyncGenerator<Buffer> {
  const iterator = (pieces as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  for (;;) {
    const timer = setTimeout(() => pieces.destroy(uploadSilent(silenceMs)), silenceMs);
    try {
      const piece: IteratorResult<Buffer, unknown> = await iterator.next();
      if (piece.done === true) return;
      clearTimeout(timer);
      yield piece.value;
    } finally {
      clearTimeout(timer);
    }
  }
}

function toUploadProblem(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // gzip that stops before its end is a cut upload, not a wrong one.
  return code.startsWith('Z_') && code !== 'Z_BUF_ERROR' ? notGzip(error) : uploadCut(error);
}
