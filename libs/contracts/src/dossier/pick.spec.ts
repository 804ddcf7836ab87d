import { expect, it } from '@jest/globals';
import { pick } from './pick.ts';

it('picks the named fields, in the order in which they are named, nulls among them', () => {
  expect(JSON.stringify(pick({ a: 1, b: null, c: 3 }, ['c', 'b']))).toBe('{"c":3,"b":null}');
});
