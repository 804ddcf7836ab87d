import { expect, it } from '@jest/globals';
import { toAbout } from './to-about.ts';

it('what an entry is about is a dossier by its id or a unit by its code', () => {
  expect(toAbout('0198F0C0-0000-7000-8000-000000000000')).toBe('id=0198f0c0-0000-7000-8000-000000000000');
  expect(toAbout('xa-dong-xuan')).toBe('unit=xa-dong-xuan');
});
