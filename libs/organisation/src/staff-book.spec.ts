import { describe, expect, it } from '@jest/globals';
import { StaffBook, type Post } from './staff-book.ts';

const post = (id: string, unit: string, fields: Partial<Post> = {}): Post => ({
  id,
  unit,
  role: 'specialist',
  validFrom: '2025-07-01',
  validTo: null,
  ...fields,
});
const versions = (...posts: Post[]) => posts.map((document) => ({ document }));

describe('the staff book', () => {
  it('knows where somebody works on a day: before a move there, after it here, never in both', () => {
    const book = new StaffBook();
    const first = post('an', 'xa-a');
    const left = post('an', 'xa-a', { validTo: '2026-11-30' });
    const moved = post('an', 'xa-b', { role: 'head', validFrom: '2026-12-01' });
    book.put('an', versions(first, left, moved));

    expect(book.find('an', '2025-06-30')).toBeUndefined();
    expect(book.find('an', '2026-11-30')).toEqual(left);
    expect(book.find('an', '2026-12-01')).toEqual(moved);
    expect(book.listOf('xa-a', '2026-11-30')).toEqual([left]);
    expect(book.listOf('xa-a', '2026-12-01')).toEqual([]);
    expect([book.isStaffed('xa-a', '2026-12-01'), book.isStaffed('xa-b', '2026-12-01')]).toEqual([false, true]);
  });

  it('takes an earlier post that is entered later beside the one there is', () => {
    const book = new StaffBook();
    book.put('an', versions(post('an', 'xa-b'), post('an', 'xa-a', { validFrom: '2020-01-01', validTo: '2025-06-30' })));
    expect([book.find('an', '2021-01-01')?.unit, book.find('an', '2026-01-01')?.unit]).toEqual(['xa-a', 'xa-b']);
  });

  it('forgets whom the catalogue removes, and where they were before a correction', () => {
    const book = new StaffBook();
    book.put('an', versions(post('an', 'xa-a')));
    book.put('an', versions(post('an', 'xa-a'), post('an', 'xa-b')));
    expect([book.listUnits(), book.size, book.has('an')]).toEqual([['xa-b'], 1, true]);
    book.remove('an');
    expect([book.listUnits(), book.size, book.has('an'), book.isStaffed('xa-b', '2026-01-01')]).toEqual([[], 0, false, false]);
  });
});
