import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import type { GatewayClient } from '@motcua/client';
import { CliError, createProgress } from '@motcua/terminal';
import { toKeyLines } from './key-lines.ts';
import { countKeys, type KeyUse, rotateKeys } from './rotate-keys.ts';

const use = (rest: Partial<KeyUse> = {}): KeyUse => ({
  what: 'applicant',
  variable: 'APPLICANT_KEYS',
  keyId: 'k1',
  isActive: false,
  count: 0,
  ...rest,
});
const textOf = (uses: readonly KeyUse[]): string =>
  stripVTControlCharacters(toKeyLines(uses).join('\n')).replace(/ {2,}/g, ' | ');

describe('a rotation of keys', () => {
  it('asks each service until it has come to its end, going on where it stopped, and counts', async () => {
    const asked: unknown[] = [];
    const answers = [
      { rotated: 1_000, failed: 0, next: 'a' },
      { rotated: 200, failed: 0, next: null },
      { rotated: 30, failed: 0, next: null },
      { rotated: 8, failed: 1, next: null },
      { rotated: 2, failed: 0, next: null },
    ];
    const request: GatewayClient['request'] = (path, { method, body } = {}) => {
      if (method !== 'POST') return Promise.resolve({ uses: [] });
      asked.push([path, body]);
      return Promise.resolve(answers.shift());
    };
    const overrides: string[] = [];
    const progress = createProgress({ stream: { write: (text: string) => overrides.push(text) } });
    expect(await rotateKeys({ request }, progress)).toEqual({ rotated: 1_240, failed: 1 });
    expect(asked).toEqual([
      ['/v1/applicant-keys/rotation', {}],
      ['/v1/applicant-keys/rotation', { cursor: 'a' }],
      ['/v1/reason-keys/rotation', {}],
      ['/v1/file-keys/rotation', {}],
      ['/v1/identity-keys/rotation', {}],
    ]);
  });

  it('leaves out a provider that the installation does not run, and no other answer than that', async () => {
    const refuse =
      (code: string): GatewayClient['request'] =>
      (path) =>
        path === '/v1/identity-keys'
          ? Promise.reject(new CliError({ code, message: path }))
          : Promise.resolve({ uses: [use({ what: path })] });
    const counted = (await countKeys({ request: refuse('http.not-found') })).map(({ what }) => what);
    expect(counted).toEqual(['/v1/applicant-keys', '/v1/reason-keys', '/v1/file-keys']);
    await expect(countKeys({ request: refuse('http.503') })).rejects.toMatchObject({ code: 'http.503' });
  });

  it('is followed by what every service says of its keys', async () => {
    const request: GatewayClient['request'] = (path) => Promise.resolve({ uses: [use({ what: path })] });
    const counted = (await countKeys({ request })).map(({ what }) => what);
    expect(counted).toEqual(['/v1/applicant-keys', '/v1/reason-keys', '/v1/file-keys', '/v1/identity-keys']);
  });
});

describe('the state of keys', () => {
  it('says of an old key that it may be removed when nothing is under it any more, wherever it was used', () => {
    const active = use({ keyId: 'k2', isActive: true, count: 1_500 });
    const text = textOf([active, use(), use({ what: 'reason' })]);
    expect(text).toContain('APPLICANT_KEYS | k2 * | applicant | 1,500');
    expect(text).toContain('APPLICANT_KEYS k1: không còn dùng');
    expect(textOf([active, use(), use({ what: 'reason', count: 3 })])).toContain('APPLICANT_KEYS k1: còn 3, chưa được xóa');
  });

  it('says that all is well, and what is not encrypted yet', () => {
    const files = use({ what: 'content', variable: 'FILE_KEYS', keyId: null, count: 12 });
    const text = textOf([use({ isActive: true, count: 5 }), files]);
    expect(text).toContain('everything is under the active keys');
    expect(text).toContain('FILE_KEYS | – | content: chưa mã hóa / not yet encrypted | 12');
  });
});
