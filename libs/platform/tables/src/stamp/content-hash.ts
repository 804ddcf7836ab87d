import { createHash } from 'node:crypto';

/** First cell of the line that carries the hash; the one line that the hash is not of. */
export const CHECK_LABEL = 'SHA-256';

/**
 * The hash of what a table says, line by line. Spaces around a text, empty lines, empty cells at a line's end and the line with the hash itself count for
 * nothing: a spreadsheet that opens a file and keeps it again changes no more than these.
 */
export class ContentHash {
  readonly #hash = createHash('sha256');

  /** @param cells as texts, as the format writes them */
  add(cells: readonly string[]): void {
    const told = cells.map(toTold);
    while (told.at(-1) === '') told.pop();
    if (told.length === 0 || told[0] === CHECK_LABEL) return;
    this.#hash.update(`${JSON.stringify(told)}\n`);
  }

  /** Hexadecimal; asked for once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** XML knows neither these letters nor a difference between ends of lines. */
const toTold = (cell: string): string =>
  cell
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
