import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import {
  encodeCursor,
  parseCursor,
  parseIdempotencyKey,
  parseIfMatch,
  preferredLanguage,
  toIdempotentRequest,
} from '../index.ts';

describe('preferredLanguage', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en;q=0.5,vi;q=0.5', 'vi'],
    ['fr,en;q=0.1', 'en'],
    ['*', 'vi'],
    ['en;q=nonsense', 'en'],
  ])('%s → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('cursor', () => {
  const Position = z.tuple([z.string(), z.number()]);

  it('gives back any position it was made of', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, number) => {
        expect(parseCursor(encodeCursor([text, number]), Position)).toEqual([text, number]);
      }),
    );
  });

  it('refuses what it did not make', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseCursor(text, Position)).toThrow(/cursor from the previous page/);
      }),
    );
  });
});

describe('headers', () => {
  it('reads a version out of If-Match', () => {
    expect([parseIfMatch(undefined), parseIfMatch('*'), parseIfMatch('"7"'), parseIfMatch('7')]).toEqual([
      undefined,
      undefined,
      7,
      7,
    ]);
    expect(() => parseIfMatch('W/"7"')).toThrow();
  });

  it('refuses an idempotency key that is none', () => {
    expect(parseIdempotencyKey('a-1')).toBe('a-1');
    for (const bad of ['', 'a b', 'é', 'x'.repeat(201), ['a', 'b']]) expect(() => parseIdempotencyKey(bad)).toThrow();
  });
});

describe('toIdempotentRequest', () => {
  const request = (body: unknown, path = '/v1/x') =>
    toIdempotentRequest({ actor: 'an', key: 'k', method: 'POST', path, body })?.requestHash;

  it('takes bodies for the same whatever the order of their keys', () => {
    expect(request({ a: 1, b: { c: [2], d: 3 } })).toBe(request({ b: { d: 3, c: [2] }, a: 1 }));
    expect(request({ a: [1, 2] })).not.toBe(request({ a: [2, 1] }));
    expect(request({ a: 1 })).not.toBe(request({ a: 1 }, '/v1/y'));
  });

  it('is absent without a key', () => {
    expect(toIdempotentRequest({ actor: 'an', key: undefined, method: 'POST', path: '/', body: {} })).toBeUndefined();
  });
});
