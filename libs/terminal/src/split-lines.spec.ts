import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitLines } from './split-lines.ts';

async function linesOf(chunks: readonly string[]): Promise<readonly string[]> {
  const stream = async function* (): AsyncGenerator<string> {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  };
  const lines: string[] = [];
  for await (const some of splitLines(stream())) lines.push(...some);
  return lines;
}

describe('splitLines', () => {
  it('finds the same lines wherever the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', 'ă', '{', '\n') })), async (chunks) => {
        const text = chunks.join('');
        const expected = text.endsWith('\n') || text === '' ? text.split('\n').slice(0, -1) : text.split('\n');
        expect(await linesOf(chunks)).toEqual(expected);
      }),
    );
  });

  it('drops a byte order mark', async () => {
    expect(await linesOf(['\uFEFF{}\n{}'])).toEqual(['{}', '{}']);
  });
});
