import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toGatewayConnection } from './to-gateway-connection.ts';
import { findInstallation } from './installation.ts';

const url = 'https://motcua.example.vn';
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-profiles-'));
  file = join(folder, 'motcua', 'profiles.json');
  await mkdir(join(folder, 'motcua'));
});
afterEach(() => rm(folder, { recursive: true }));

const find = (env: NodeJS.ProcessEnv) => findInstallation({ XDG_CONFIG_HOME: folder, ...env });
async function writeProfiles(profiles: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(profiles), { mode: 0o600 });
}

describe('findInstallation', () => {
  it('is the embedded stack where nothing is named', async () => {
    expect(await find({})).toBeUndefined();
    expect(await find({ MOTCUA_URL: '', MOTCUA_TOKEN: 'x' })).toBeUndefined();
  });

  it('takes the variables', async () => {
    expect(await find({ MOTCUA_URL: url, MOTCUA_TOKEN: 'x' })).toEqual({ url, token: 'x' });
  });

  it('takes a profile, and what is set now before it', async () => {
    await writeProfiles({ 'phu-tho': { url, token: 'kept' } });
    expect(await find({ MOTCUA_PROFILE: 'phu-tho' })).toEqual({ url, token: 'kept' });
    expect(await find({ MOTCUA_PROFILE: 'phu-tho', MOTCUA_TOKEN_FILE: '/t' })).toEqual({ url, tokenFile: '/t' });
    expect(await find({ MOTCUA_PROFILE: 'phu-tho', MOTCUA_URL: 'http://127.0.0.1:9' })).toEqual({
      url: 'http://127.0.0.1:9',
      token: 'kept',
    });
  });

  it('says what is wrong with a profile, and never what stands in it', async () => {
    await expect(find({ MOTCUA_PROFILE: 'x' })).rejects.toMatchObject({ code: 'profile.no-file', exitCode: 2 });
    await writeProfiles({ 'phu-tho': { url: 'secret-url', token: 'secret-token' } });
    const failure: unknown = await find({ MOTCUA_PROFILE: 'phu-tho' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'profile.unreadable' });
    expect(String(failure)).not.toContain('secret');
    await writeProfiles({ 'phu-tho': { url } });
    await expect(find({ MOTCUA_PROFILE: 'x' })).rejects.toMatchObject({ code: 'profile.unknown', hint: 'It has: phu-tho' });
  });

  it('takes no profile that others can read', async () => {
    await writeProfiles({ 'phu-tho': { url, token: 'x' } });
    await chmod(file, 0o644);
    await expect(find({ MOTCUA_PROFILE: 'phu-tho' })).rejects.toMatchObject({
      code: 'profile.not-private',
      hint: `chmod 600 ${file}`,
    });
  });

  it('refuses what is no address', async () => {
    await expect(find({ MOTCUA_URL: 'motcua.example.vn' })).rejects.toMatchObject({
      code: 'connection.url-invalid',
      exitCode: 2,
    });
  });
});

describe('toGatewayConnection', () => {
  it('shows the token it was given, or that of a file', async () => {
    await writeFile(join(folder, 'token'), 'from-file\n');
    expect(await toGatewayConnection({ url, token: 'given' }, {}).createToken({ role: 'admin' })).toBe('given');
    const connection = toGatewayConnection({ url, tokenFile: join(folder, 'token') }, {});
    expect(await connection.createToken({ role: 'admin' })).toBe('from-file');
  });

  it('signs what a command asks for where it was given the key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    await writeFile(join(folder, 'key'), JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'k' }));
    const connection = toGatewayConnection({ url, signingKey: join(folder, 'key') }, { AUTH_ISSUER: 'tinh' });
    const token = await connection.createToken({ role: 'counter', unit: 'xa-thanh-ba' });
    const { payload } = await jwtVerify(token, publicKey, { issuer: 'tinh', audience: 'motcua' });
    expect(payload).toMatchObject({ role: 'counter', unit: 'xa-thanh-ba' });
  });

  it('says what is missing, and does not quote a broken key', async () => {
    expect(() => toGatewayConnection({ url }, {})).toThrow(expect.objectContaining({ code: 'connection.no-token', exitCode: 2 }));
    await writeFile(join(folder, 'key'), '{"d": "secret');
    const connection = toGatewayConnection({ url, signingKey: join(folder, 'key') }, {});
    const failure: unknown = await connection.createToken({ role: 'admin' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'connection.key-unreadable' });
    expect(JSON.stringify([String(failure), (failure as Error).cause])).not.toContain('secret');
  });
});
