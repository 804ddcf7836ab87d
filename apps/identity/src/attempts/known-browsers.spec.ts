import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { KnownBrowsers } from './known-browsers.ts';

const [k1, k2] = [randomBytes(32), randomBytes(32)];
const browsers = new KnownBrowsers({ active: 'k1', keys: { k1 } });

describe('the mark of a browser', () => {
  it('is known by the names it signed in with, and by no other', () => {
    const cookie = browsers.add(browsers.add(undefined, 'an'), 'binh');
    expect([browsers.find(cookie, 'an'), browsers.find(cookie, 'binh')]).toEqual([expect.any(String), expect.any(String)]);
    expect(browsers.find(cookie, 'chi')).toBeUndefined();
    expect(browsers.find(undefined, 'an')).toBeUndefined();
  });

  it('is another after each sign-in', () => {
    const first = browsers.add(undefined, 'an');
    expect(browsers.find(browsers.add(first, 'an'), 'an')).not.toBe(browsers.find(first, 'an'));
  });

  it('cannot be written by anybody else', () => {
    const forged = new KnownBrowsers({ active: 'k2', keys: { k2 } }).add(undefined, 'an');
    const [text = '', signature = ''] = browsers.add(undefined, 'an').split('.');
    const others = Buffer.from(Buffer.from(text, 'base64url').toString().replace('an', 'binh')).toString('base64url');
    for (const cookie of [forged, `${others}.${signature}`, text, `${text}.`, '.', 'x.y'])
      for (const name of ['an', 'binh']) expect(browsers.find(cookie, name)).toBeUndefined();
  });

  it('outlives a rotation of keys, and remembers eight names', () => {
    const rotated = new KnownBrowsers({ active: 'k2', keys: { k1, k2 } });
    expect(rotated.find(browsers.add(undefined, 'an'), 'an')).toBeDefined();
    const cookie = Array.from({ length: 9 }, (_, index) => `officer-${index}`).reduce<string | undefined>(
      (before, id) => browsers.add(before, id),
      undefined,
    );
    expect(browsers.find(cookie, 'officer-0')).toBeUndefined();
    expect(browsers.find(cookie, 'officer-1')).toBeDefined();
  });
});
