import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestAuthority, getTestRedisUrl, uniqueName, type ServerCertificate, type TestAuthority } from '@motcua/testing';
import { Redis } from 'ioredis';
import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { workspaceRoot } from './repository.ts';
import { runScript, type ScriptEnd } from './run-script.ts';

const given = new URL(getTestRedisUrl());
const account = { username: uniqueName('user'), password: 'only-for-tests' };
const prefix = uniqueName('queue');

let authority: TestAuthority;
let certificate: ServerCertificate;
beforeAll(async () => {
  authority = await createTestAuthority();
  certificate = await authority.issue(['DNS:localhost']);
});
afterAll(() => authority.remove());

async function listen(server: Server): Promise<number> {
  await once(server.listen(0), 'listening');
  return (server.address() as AddressInfo).port;
}

/** A process of ours, which knows the authority, or only those that Node knows. */
const run = (args: readonly string[], env: Record<string, string>, { knows }: { knows: boolean }): Promise<ScriptEnd> =>
  runScript(args, { ...env, ...(knows ? { NODE_EXTRA_CA_CERTS: authority.file } : {}) });

describe('a store of files over https', () => {
  let store: Server;
  let env: Record<string, string>;
  beforeAll(async () => {
    store = createHttpsServer({ cert: certificate.certificate, key: certificate.key }, (request, response) => {
      response.writeHead(request.method === 'HEAD' ? 404 : 200).end();
    });
    const account = { S3_ACCESS_KEY_ID: 'motcua', S3_SECRET_ACCESS_KEY: 'only-for-tests' };
    env = { S3_ENDPOINT: `https://localhost:${await listen(store)}`, S3_BUCKET: 'motcua-files', ...account };
  });
  afterAll(() => void store.close());

  it('is believed by NODE_EXTRA_CA_CERTS, and not without it', async () => {
    const script = [join(workspaceRoot, 'deploy/create-bucket.js')];
    expect(await run(script, env, { knows: true })).toMatchObject({ code: 0, out: 'created bucket motcua-files\n' });
    const { code, err } = await run(script, env, { knows: false });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/certificate|issuer/i) });
  }, 60_000);
});

/** Puts one job into a queue and says how many there are; gives up after a while. */
const addOne = `
  import { createJobQueue } from '@motcua/queue';
  const { REDIS_URL: url, PREFIX: prefix, RETRY_MS } = process.env;
  const errors = new Set();
  const queue = createJobQueue({ name: 'secure', store: { kind: 'redis', url, prefix }, onError: ({ message }) => errors.add(message) });
  for (const until = Date.now() + Number(RETRY_MS); ; await new Promise((done) => setTimeout(done, 50))) {
    const count = await queue.add([{ id: 'one' }]).then(() => queue.countLive()).catch((error) => void errors.add(String(error)));
    if (count === undefined && Date.now() < until) continue;
    console.log(count ?? [...errors].join());
    process.exit(count === undefined ? 1 : 0);
  }`;

describe('a queue over rediss:// with an account', () => {
  let door: Server;
  let redis: Redis;
  let port: number;
  beforeAll(async () => {
    redis = new Redis(given.href);
    await redis.call('ACL', 'SETUSER', account.username, 'on', `>${account.password}`, `~${prefix}:*`, '&*', '+@all');
    door = createTlsServer({ cert: certificate.certificate, key: certificate.key }, (outside) => {
      const inside = connect(Number(given.port || 6379), given.hostname);
      for (const socket of [outside, inside]) socket.on('error', () => inside.destroy()).on('close', () => inside.destroy());
      outside.pipe(inside).pipe(outside);
    });
    port = await listen(door);
  });
  afterAll(async () => {
    door.close();
    const keys = await redis.keys(`${prefix}:*`);
    if (keys.length > 0) await redis.del(keys);
    await redis.call('ACL', 'DELUSER', account.username);
    await redis.quit();
  });

  const add = (password: string, { knows }: { knows: boolean }) => {
    const REDIS_URL = `rediss://${account.username}:${password}@localhost:${port}`;
    const env = { REDIS_URL, PREFIX: prefix, RETRY_MS: knows && password === account.password ? '30000' : '2000' };
    return run(['--input-type=module', '--eval', addOne], env, { knows });
  };

  it('takes jobs with the account of the URL', async () => {
    expect(await add(account.password, { knows: true })).toMatchObject({ code: 0, out: '1\n' });
  }, 60_000);

  it('takes none with a wrong password, nor from a server that nobody vouches for', async () => {
    expect(await add('guessed-wrong', { knows: true })).toMatchObject({ code: 1, out: expect.stringMatching(/WRONGPASS/) });
    expect(await add(account.password, { knows: false })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/certificate|issuer/i),
    });
  }, 60_000);
});
