import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSigningKey } from '../testing/signing-key.ts';
import { AccessTokens } from './access-tokens.ts';
import { readSigningKeys } from './signing-keys.ts';

describe('the signing keys', () => {
  it('are a key, or a set whose first one signs and whose public halves are all published', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keys-'));
    const create = async (kid: string) => ({
      ...(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)),
      kid,
    });
    const [next, last] = [await create('next'), await create('last')];
    const file = join(folder, 'keys.json');
    await writeFile(file, JSON.stringify({ keys: [next, last] }));
    const { active, published } = await readSigningKeys(file);
    expect(active.kid).toBe('next');
    expect(published.keys.map(({ kid }) => kid)).toEqual(['next', 'last']);
    expect(JSON.stringify(published)).not.toContain(String(next.d));
    await writeFile(file, JSON.stringify({ keys: [] }));
    await expect(readSigningKeys(file)).rejects.toThrow('is no private JWK');
    await expect(readSigningKeys(join(folder, 'nothing'))).rejects.toThrow('set GATEWAY_SIGNING_KEY');
    await rm(folder, { recursive: true });
  });
});

describe('an access token', () => {
  it('is one for one person in one post and session, until its last two thirds', async () => {
    let nowMs = Date.now();
    const key = await writeSigningKey();
    const signing = await readSigningKeys(key.file);
    const tokens = new AccessTokens({ signing, issuer: 'motcua', audience: 'motcua', now: () => nowMs });
    const officer = { sub: 'cb.1', role: 'counter', unit: 'xa-a', name: 'Nguyễn Văn A', sid: 's1', amr: ['pwd'] } as const;
    const first = await tokens.get(officer);
    expect(await key.read(`Bearer ${first}`)).toMatchObject({ ...officer, exp: Math.floor(nowMs / 1_000) + 120 });
    for (const other of [{ unit: 'xa-b' }, { sub: 'cb.2' }, { sid: 's2' }, { role: 'head' as const }])
      expect(await tokens.get({ ...officer, ...other })).not.toBe(first);
    nowMs += 39_000;
    expect(await tokens.get({ ...officer })).toBe(first);
    nowMs += 1_001;
    expect(await tokens.get(officer)).not.toBe(first);
    await key.remove();
  });
});
