import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepLogin } from '../sign-in/login-file.ts';
import { PROGRAM, SignInFixture } from '../testing/sign-in-fixture.ts';
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
  it('shows the token it was given, or that of a file as it is now', async () => {
    const file = join(folder, 'token');
    await writeFile(file, 'from-file\n');
    const given = await toGatewayConnection({ url, token: 'given', post: 'head@xa-a' }, {});
    expect([await given.createToken({ role: 'admin' }), given.post]).toEqual(['given', 'head@xa-a']);
    const connection = await toGatewayConnection({ url, tokenFile: file }, {});
    expect(await connection.createToken({ role: 'admin' })).toBe('from-file');
    await writeFile(file, 'renewed\n');
    expect(await connection.createToken({ role: 'admin' })).toBe('renewed');
  });

  it('asks as the program that is named, with its secret or the file of it', async () => {
    const fixture = await SignInFixture.start();
    const secretFile = join(folder, 'secret');
    await writeFile(secretFile, `${PROGRAM.secret}\n`);
    const found = await find({
      ...{ MOTCUA_URL: fixture.gatewayUrl, MOTCUA_CLIENT_ID: PROGRAM.clientId },
      MOTCUA_CLIENT_SECRET_FILE: secretFile,
    });
    const connection = await toGatewayConnection(found!, {});
    expect(decodeJwt(await connection.createToken({ role: 'admin' })).sub).toBe(PROGRAM.clientId);
    await fixture.stop();
    const withoutSecret = toGatewayConnection({ url, clientId: 'importer' }, {});
    await expect(withoutSecret).rejects.toMatchObject({ code: 'connection.no-secret', exitCode: 2 });
  });

  it('asks as whoever signed in there, in the post of that login unless another is named', async () => {
    const login = { issuer: 'https://id.example', clientId: 'c', accessToken: 'of-an', expiresAtMs: Date.now() + 90_000 };
    await keepLogin(join(folder, 'motcua', 'logins.json'), url, { ...login, post: 'head@xa-a' });
    const env = { XDG_CONFIG_HOME: folder };
    const connection = await toGatewayConnection({ url: `${url}/` }, env);
    expect([await connection.createToken({ role: 'admin' }), connection.post]).toEqual(['of-an', 'head@xa-a']);
    expect((await toGatewayConnection({ url, post: 'counter@xa-b' }, env)).post).toBe('counter@xa-b');
  });

  it('says what to do where nobody is signed in', async () => {
    const nobody = toGatewayConnection({ url }, { XDG_CONFIG_HOME: folder });
    await expect(nobody).rejects.toMatchObject({
      ...{ code: 'login.none', exitCode: 2 },
      hint: expect.stringContaining(`motcua login --gateway ${url}`),
    });
  });
});
