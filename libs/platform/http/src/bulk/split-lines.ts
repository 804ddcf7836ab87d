import { lineTooLong } from './bulk-problems.ts';

export interface Line {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const NEWLINE = 0x0a;

/**
 * Lines of a body that comes in pieces, all that are complete with a piece at once; blank ones are counted and passed over.
 * No more is held than one piece and the beginning of a line.
 *
 * @throws ProblemError 413 `upload.line-too-long`
 */
export async function* splitLines(pieces: AsyncIterable<Buffer>, lineBytes: number): AsyncGenerator<readonly Line[]> {
  let line = 0;
  let begun: Buffer[] = [];
  let begunBytes = 0;
  const begin = (part: Buffer): void => {
    begunBytes += part.length;
    if (begunBytes > lineBytes) throw lineTooLong(line + 1, lineBytes);
    if (part.length > 0) begun.push(part);
  };
  const complete = (): Line => {
    const text = (begun.length === 1 ? begun[0] : Buffer.concat(begun))?.toString('utf8') ?? '';
    begun = [];
    begunBytes = 0;
    line += 1;
    return { line, text };
  };
  for await (const piece of pieces) {
    const lines: Line[] = [];
    let from = 0;
    for (let to = piece.indexOf(NEWLINE); to !== -1; to = piece.indexOf(NEWLINE, from)) {
      begin(piece.subarray(from, to));
      lines.push(complete());
      from = to + 1;
    }
    begin(piece.subarray(from));
    yield lines.filter(isWritten);
  }
  if (begunBytes > 0) yield [complete()].filter(isWritten);
}

const isWritten = ({ text }: Line): boolean => text.trim() !== '';
