import { describe, expect, it } from '@jest/globals';
import { DocumentBook } from './document-book.ts';

const first = { validFrom: '2020-01-01', validTo: null, name: 'first' };
const second = { validFrom: '2024-07-01', validTo: '2025-06-30', name: 'second' };

function createBook(): DocumentBook<typeof first | typeof second> {
  const book = new DocumentBook<typeof first | typeof second>();
  book.put('a', [
    { version: 1, document: first },
    { version: 2, document: second },
  ]);
  return book;
}

describe('a book of documents', () => {
  it.each([
    ['2019-12-31', undefined, 'second'],
    ['2024-06-30', 'first', 'first'],
    ['2024-07-01', 'second', 'second'],
    ['2025-07-01', undefined, 'second'],
  ])('knows on %s what is in force, and what to go by where nothing is', (date, inForce, orNewest) => {
    const book = createBook();
    expect([book.find('a', date)?.name, book.findOrNewest('a', date)?.name]).toEqual([inForce, orNewest]);
  });

  it('has nothing under a code it was never given, or that was taken out', () => {
    const book = createBook();
    book.remove('a');
    for (const code of ['a', 'b'])
      expect([book.find(code, '2024-01-01'), book.findOrNewest(code, '2024-01-01'), book.findHistory(code)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    expect(book.list()).toEqual([]);
  });

  it('lists the wordings of all codes', () => {
    const book = createBook();
    book.put('b', [{ version: 1, document: first }]);
    expect(book.list().map(({ name }) => name)).toEqual(['first', 'second', 'first']);
  });
});
