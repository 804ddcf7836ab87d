import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { ndjsonContentType } from './bulk-content-types.ts';
import type { BulkLimits } from './bulk-limits.ts';
import { splitLines, type Line } from './split-lines.ts';
import { unpack } from './unpack.ts';

/** A body that nobody has read yet. It is read once. */
export class BulkBody {
  constructor(
    private readonly source: Readable,
    private readonly headers: Pick<IncomingHttpHeaders, 'content-type' | 'content-encoding'>,
  ) {}

  /** One JSON value a line; otherwise the body is one JSON document. */
  get isLines(): boolean {
    return this.headers['content-type']?.trim().toLowerCase().startsWith(ndjsonContentType) === true;
  }

  /** The lines in order, as they come: whoever reads them slowly holds back the sender. @throws ProblemError see `unpack`, `splitLines` */
  lines(limits: BulkLimits & { readonly lineBytes: number }): AsyncIterable<readonly Line[]> {
    return splitLines(this.#pieces(limits), limits.lineBytes);
  }

  /** The whole body in memory. @throws ProblemError see `unpack` */
  async text(limits: BulkLimits): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of this.#pieces(limits)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }

  #pieces(limits: BulkLimits): AsyncIterable<Buffer> {
    return unpack(this.source, this.headers['content-encoding'], limits);
  }
}
