import { once } from 'node:events';

/** The result of a command with `--json`: one document on stdout and nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes, and waits while the reader is slow: a list of thousands of pages does not pile up in memory. */
export async function writeOut(text: string, stream: NodeJS.WritableStream = process.stdout): Promise<void> {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}

/**
 * One JSON document whose list arrives in pages: `head`, then `name` with every row, printed as they come. What is printed is one valid
 * document only when the last page has come.
 */
export async function printJsonList(
  head: object,
  name: string,
  pages: AsyncIterable<readonly unknown[]>,
  stream: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  await writeOut(`${JSON.stringify(head, null, 2).replace(/\n}$/, '')},\n  ${JSON.stringify(name)}: [`, stream);
  let count = 0;
  for await (const page of pages) {
    const rows = page.map((row) => `${count++ === 0 ? '' : ','}\n    ${JSON.stringify(row)}`);
    await writeOut(rows.join(''), stream);
  }
  await writeOut(count === 0 ? ']\n}\n' : '\n  ]\n}\n', stream);
}

export function printLines(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Help text with examples, for commander's `addHelpText('after', …)`. */
export function toExamples(...examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`;
}
