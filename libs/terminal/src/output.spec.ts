import { describe, expect, it } from '@jest/globals';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { printJsonList } from './output.ts';

async function print(head: object, pages: readonly (readonly unknown[])[]): Promise<unknown> {
  const out = new PassThrough();
  const printed = text(out);
  await printJsonList(head, 'rows', Readable.from(pages), out);
  out.end();
  return JSON.parse(await printed);
}

describe('printJsonList', () => {
  it('prints one document, whatever the pages are', async () => {
    const head = { figure: 'on-time', value: null, period: { from: 'a', to: 'b' } };
    expect(await print(head, [[{ id: 1 }, { id: 2 }], [], [{ id: 3 }]])).toEqual({
      ...head,
      rows: [{ id: 1 }, { id: 2 }, { id: 3 }],
    });
    expect(await print(head, [[]])).toEqual({ ...head, rows: [] });
    expect(await print(head, [])).toEqual({ ...head, rows: [] });
  });

  it('has printed the first page before the second is asked for', async () => {
    const out = new PassThrough();
    const seen: string[] = [];
    async function* pages(): AsyncGenerator<number[]> {
      yield await Promise.resolve([1]);
      seen.push(String(out.read()));
      yield [2];
    }
    await printJsonList({ a: 1 }, 'rows', pages(), out);
    expect(seen[0]).toMatch(/"rows": \[\n {4}1$/);
  });
});
