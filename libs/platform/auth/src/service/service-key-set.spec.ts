import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceKeys } from './service-key-set.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-keys-'));
  path = join(folder, 'service-keys.json');
});
afterAll(() => rm(folder, { recursive: true }));

async function createEntry(kid: string, service: string, scopes: readonly string[]) {
  const { publicKey } = await generateKeyPair('ES256');
  return { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig', service, scopes };
}
const write = (...keys: readonly object[]) => writeFile(path, JSON.stringify({ keys }));

describe('the key set of the services', () => {
  it('forgets a key and a scope that were withdrawn within a minute, and finds one that was added within five seconds', async () => {
    let now = 1_000_000;
    const find = createServiceKeys(path, () => now);
    const one = await createEntry('one', 'notification', ['contact:read', 'board:read']);
    await write(one, await createEntry('two', 'kpi-aggregator', ['ratings:read']));
    expect(await find('one')).toMatchObject({ service: 'notification', scopes: ['contact:read', 'board:read'] });

    await write({ ...one, scopes: ['board:read'] }, await createEntry('three', 'digitization-tracker', ['applicant-ref:read']));
    now += 4_999;
    expect([await find('three'), (await find('two'))?.service]).toEqual([undefined, 'kpi-aggregator']);
    now += 1;
    expect(await find('three')).toMatchObject({ service: 'digitization-tracker' });
    expect(await find('one')).toMatchObject({ scopes: ['board:read'] });

    await write(one);
    now += 59_999;
    expect(await find('three')).toBeDefined();
    now += 1;
    expect(await find('three')).toBeUndefined();
  });

  it('is refused whole where two keys have one id, or a key names no service', async () => {
    await write(await createEntry('one', 'notification', []), await createEntry('one', 'dossier-intake', []));
    await expect(createServiceKeys(path)('one')).rejects.toThrow('have the id "one"');
    const { service: _nobody, ...nameless } = await createEntry('one', 'notification', []);
    await write(nameless);
    await expect(createServiceKeys(path)('one')).rejects.toThrow('service');
  });
});
