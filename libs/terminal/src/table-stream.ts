import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';

/**
 * Lines of a table that arrives in pages: the first call gives the head too. Columns are as wide as what was seen so far, so a longer cell
 * of a later page moves its own line and those after it, and what was printed stays.
 */
export function createTableStream(titles: readonly string[]): (rows: readonly (readonly string[])[]) => string[] {
  const widths = titles.map((title) => title.length);
  let hasHead = false;
  return (rows) => {
    for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, lengthOf(cell))));
    const lines = rows.map((row) => toLine(row, widths));
    if (hasHead) return lines;
    hasHead = true;
    return [pc.dim(toLine(titles, widths)), ...lines];
  };
}

const lengthOf = (cell: string): number => stripVTControlCharacters(cell).length;

const toLine = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - lengthOf(cell))))
    .join('  ')
    .trimEnd();
