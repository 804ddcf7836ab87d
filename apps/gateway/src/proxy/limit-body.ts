import { Transform, type Readable } from 'node:stream';
import type { TooLarge } from './too-large.ts';

/**
 * Passes a body on as it comes and breaks it off where it grows too large: chunked bodies do not say their length beforehand.
 * A body that nobody takes any more (its upstream is away) is read to its end and thrown away: what stayed unread in a kept
 * connection would hold up the client's next request on it for ever.
 */
export function limitBody(body: Readable, limit: number, tooLarge: TooLarge): Readable {
  let length = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > limit) done(tooLarge());
      else done(null, chunk);
    },
  });
  body.once('error', (error) => limited.destroy(error));
  limited.once('close', () => {
    body.unpipe(limited);
    body.resume();
  });
  return body.pipe(limited);
}

/** @throws ProblemError 413 when the header already says too much */
export function checkContentLength(contentLength: string | undefined, limit: number, tooLarge: TooLarge): void {
  if (Number(contentLength ?? 0) > limit) throw tooLarge();
}
