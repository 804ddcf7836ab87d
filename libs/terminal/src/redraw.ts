import { stripVTControlCharacters } from 'node:util';

export interface ScreenOutput {
  write(text: string): unknown;
  /** Width of a terminal. */
  readonly columns?: number | undefined;
}

/** Draws a screen where the last one stood: the cursor goes up over it and clears below. */
export function createRedraw(output: ScreenOutput): (lines: readonly string[]) => void {
  let height = 0;
  return (lines) => {
    const up = height === 0 ? '' : `\u001b[${height}A\r\u001b[J`;
    output.write(`${up}${lines.join('\n')}\n`);
    height = lines.length;
  };
}

/** A line that wraps would put the next frame in the wrong place. */
export function clip(line: string, width: number): string {
  const plain = stripVTControlCharacters(line);
  return plain.length <= width ? line : plain.slice(0, width);
}
