import { describe, expect, it } from '@jest/globals';
import { DeskEntry } from '@motcua/contracts';
import fc from 'fast-check';
import { maskDeskEntry } from './mask-desk-entry.ts';
import { joinWords, partWords } from './words.ts';

const word = fc.string({ minLength: 1, maxLength: 20 });
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
const copies = fc.integer({ min: 1, max: 9 });
const entries: fc.Arbitrary<DeskEntry> = fc
  .record({
    applicantKind: maybe(fc.constantFrom('person' as const, 'organisation' as const)),
    authorised: maybe(fc.record({ name: word, phone: maybe(word), idNumber: maybe(word), address: maybe(word) })),
    representative: maybe(fc.record({ name: word, position: maybe(word) })),
    components: maybe(
      fc.array(
        fc.oneof(
          fc.record({ code: fc.constantFrom('a', 'b'), copies, originals: maybe(fc.constantFrom(0, 1)) }),
          fc.record({ name: word, copies }),
        ),
        {
          maxLength: 5,
        },
      ),
    ),
    resultBy: maybe(fc.record({ way: fc.constantFrom('counter' as const, 'post' as const), place: maybe(word) })),
    fee: maybe(
      fc.record({
        amount: fc.nat(),
        paid: maybe(fc.boolean()),
        way: maybe(fc.constantFrom('counter' as const, 'online' as const)),
        receiptNumber: maybe(word),
      }),
    ),
    note: maybe(word),
    content: maybe(word),
  })
  // What is not there is no property, as in JSON.
  .map((entry) => JSON.parse(JSON.stringify(entry)) as DeskEntry);

describe('the words of a desk entry', () => {
  it('are put back where they were', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const { plain, words } = partWords(entry);
        expect(joinWords(plain, words)).toEqual(entry);
      }),
    );
  });

  it('do not stand in what is kept in clear, nor in what others are shown', () => {
    const secret = 'Bưởi Đào';
    const entry: DeskEntry = {
      applicantKind: 'organisation',
      authorised: { name: secret, phone: secret, idNumber: secret, address: secret },
      representative: { name: secret, position: secret },
      components: [
        { code: 'to-khai', copies: 2, originals: 1 },
        { name: secret, copies: 1 },
      ],
      resultBy: { way: 'post', place: secret },
      fee: { amount: 8_000, paid: false, receiptNumber: secret },
      note: secret,
      content: secret,
    };
    const masked = maskDeskEntry(entry);
    expect(JSON.stringify(partWords(entry).plain)).not.toContain(secret);
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect(masked).toMatchObject({
      applicantKind: 'organisation',
      authorised: { name: 'B*** Đ***', address: '***' },
      representative: { name: 'B*** Đ***', position: '***' },
      components: [
        { code: 'to-khai', copies: 2, originals: 1 },
        { name: '***', copies: 1 },
      ],
      fee: { amount: 8_000, paid: false },
    });
  });
});

describe('a component that was handed in', () => {
  const parse = (component: object): boolean => DeskEntry.safeParse({ components: [component] }).success;

  it('has a code or a name, and not both', () => {
    expect([parse({ code: 'a' }), parse({ name: 'b' })]).toEqual([true, true]);
    expect([parse({}), parse({ code: 'a', name: 'b' }), parse({ code: 'a', copies: 0 })]).toEqual([false, false, false]);
  });

  it('has no more originals than there are of it', () => {
    const of = (copies: number, originals: number): boolean => parse({ code: 'a', copies, originals });
    expect([of(2, 0), of(2, 2), of(2, 3), parse({ code: 'a', originals: 2 })]).toEqual([true, true, false, false]);
  });
});
