import { createHash } from 'node:crypto';

/** First cell of the last line, whose second is the hash of all lines above. */
export const CHECK_LABEL = 'SHA-256';

/**
 * The hash of what a table says, line by line, whatever a line says; who counts anew leaves out the last line, the one with the hash. It is of values, not
 * of how a cell shows them.
 */
export class ContentHash {
  readonly #hash = createHash('sha256');

  /** @param cells as texts, as the format writes them */
  add(cells: readonly string[]): void {
    const told = toContent(cells);
    if (told.length > 0) this.#hash.update(`${JSON.stringify(told)}\n`);
  }

  /** Hexadecimal; asked for once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * What of a line counts. Spaces around a text, empty lines and empty cells at a line's end are nothing: a spreadsheet that opens a file and keeps it again
 * changes no more than these.
 */
export function toContent(cells: readonly string[]): readonly string[] {
  const told = cells.map(toTold);
  while (told.at(-1) === '') told.pop();
  return told;
}

/** XML knows neither these letters nor a difference between ends of lines. */
const toTold = (cell: string): string =>
  cell
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
