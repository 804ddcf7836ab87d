import { describe, expect, it } from '@jest/globals';
import { UnitBook, type WrittenUnit } from './index.ts';
import { createUnit } from './testing/unit.builder.ts';

const today = Date.parse('2026-03-02T01:00:00Z');

/** A commune that lay below a district until there were none, and one that was dissolved with it. */
function createBook(): UnitBook {
  const book = new UnitBook();
  const put = (...documents: WrittenUnit[]): void => {
    book.put(
      documents[0]?.code ?? '',
      documents.map((document, index) => ({ version: index + 1, document })),
    );
  };
  put(createUnit({ code: 'province' }));
  put(createUnit({ code: 'district', parent: 'province', validTo: '2025-06-30' }));
  put(createUnit({ code: 'dissolved', parent: 'district', validTo: '2025-06-30' }));
  put(
    createUnit({ code: 'commune', parent: 'district' }),
    createUnit({ code: 'commune', parent: 'province', validFrom: '2025-07-01' }),
  );
  return book;
}

describe('the units as they become known', () => {
  it('answer the path of today, for a dissolved unit that of its last day, for an unknown one none', () => {
    const book = createBook();
    expect(book.findPath('commune', today)).toEqual(['province', 'commune']);
    expect(book.findPath('commune', Date.parse('2025-06-01T01:00:00Z'))).toEqual(['province', 'district', 'commune']);
    expect(book.findPath('dissolved', today)).toEqual(['province', 'district', 'dissolved']);
    expect(book.findPath('nowhere', today)).toBeUndefined();
  });

  it('tell what ever lay below a unit from what lies, or last lay, there', () => {
    const book = createBook();
    expect(book.listSubtree('district').toSorted()).toEqual(['commune', 'dissolved', 'district']);
    expect(book.listBelow('district', today).toSorted()).toEqual(['dissolved', 'district']);
    expect(book.listBelow('province', today).toSorted()).toEqual(['commune', 'dissolved', 'district', 'province']);
  });

  it('follow each other in time: a later version ends the earlier the day before', () => {
    const [before, after] = createBook().findHistory('commune') ?? [];
    expect([before?.validTo, after?.validFrom]).toEqual(['2025-06-30', '2025-07-01']);
  });

  it('forget what they answered when an entry changes or goes', () => {
    const book = createBook();
    expect(book.findPath('commune', today)).toEqual(['province', 'commune']);
    book.put('commune', [{ version: 3, document: createUnit({ code: 'commune' }) }]);
    expect(book.findPath('commune', today)).toEqual(['commune']);
    book.remove('commune');
    expect([book.has('commune'), book.has('province')]).toEqual([false, true]);
    expect(book.findPath('commune', today)).toBeUndefined();
  });
});
