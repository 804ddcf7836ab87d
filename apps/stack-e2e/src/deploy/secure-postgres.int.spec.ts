import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deletePostgresData, startEmbeddedPostgres, type EmbeddedPostgres } from '@motcua/embedded';
import { createPool } from '@motcua/postgres';
import { EntitySource } from '@motcua/postgres/entities';
import { createTestAuthority, waitFor, type ServerCertificate, type TestAuthority } from '@motcua/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { workspaceRoot } from './repository.ts';

const named = { schema: 'public', applicationName: 'secure-spec' };
let folder: string;
let ours: TestAuthority;
let theirs: TestAuthority;
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-secure-postgres-'));
  await chmod(folder, 0o755);
  [ours, theirs] = await Promise.all([createTestAuthority(), createTestAuthority()]);
  postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), forTests: true });
  await secure(postgres.url, await ours.issue(['DNS:localhost']));
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  await deletePostgresData(join(folder, 'postgres'));
  await Promise.all([ours.remove(), theirs.remove()]);
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Gives the server its certificate, and lets nobody in without TLS any more. The server writes the files, so that they are its own. */
async function secure(url: string, { certificate, key }: ServerCertificate): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const write = (name: string, content: string): Promise<unknown> => {
    const lines = `SELECT unnest(string_to_array(${client.escapeLiteral(content.trim())}, E'\\n'))`;
    return client.query(`COPY (${lines}) TO PROGRAM 'umask 077 && cat > ${name}'`);
  };
  try {
    await write('server.crt', certificate);
    await write('server.key', key);
    await client.query('ALTER SYSTEM SET ssl = on');
    await write('pg_hba.conf', 'hostssl all all all scram-sha-256');
    await client.query('SELECT pg_reload_conf()');
  } finally {
    await client.end();
  }
  await waitFor(() => isEncrypted(toUrl(postgres.url, 'no-verify')), { describe: 'TLS at the server' });
}

/** The server by its name, and how its certificate is looked at. */
function toUrl(url: string, sslmode: string, authority?: TestAuthority): string {
  const named = new URL(url);
  named.hostname = 'localhost';
  named.searchParams.set('sslmode', sslmode);
  if (authority !== undefined) named.searchParams.set('sslrootcert', authority.file);
  return named.href;
}

const question = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';

async function isEncrypted(url: string): Promise<boolean> {
  const pool = createPool({ ...named, url, poolSize: 1 });
  try {
    const { rows } = await pool.query<{ ssl: boolean }>(question);
    return rows[0]?.ssl === true;
  } finally {
    await pool.end();
  }
}

describe('a PostgreSQL that takes nobody without TLS, at sslmode=verify-full', () => {
  it('lets in the pools of services', async () => {
    expect(await isEncrypted(toUrl(postgres.url, 'verify-full', ours))).toBe(true);
    await expect(isEncrypted(postgres.url)).rejects.toThrow(/pg_hba|encryption/);
  });

  it('lets in the repositories', async () => {
    const pool = createPool({ ...named, url: toUrl(postgres.url, 'verify-full', ours) });
    const entities = await new EntitySource({ pool, schema: named.schema, entities: [] }).initialize();
    expect(await entities.query(question)).toEqual([{ ssl: true }]);
    await pool.end();
  });

  it('lets in the migrations, of queues too', async () => {
    const child = spawn(process.execPath, [join(workspaceRoot, 'apps/notification/dist/migrate.js')], {
      env: {
        PATH: process.env['PATH'],
        ADMIN_DATABASE_URL: toUrl(postgres.url, 'verify-full', ours),
        SERVICE_ROLE_PASSWORD: 'only-for-tests',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    expect({ code, said: code === 0 ? '' : out + err }).toEqual({ code: 0, said: '' });
  }, 60_000);

  it('is not believed with a certificate of somebody else, nor with that of another name', async () => {
    await expect(isEncrypted(toUrl(postgres.url, 'verify-full', theirs))).rejects.toThrow(/certificate|issuer/i);

    await secure(toUrl(postgres.url, 'verify-full', ours), await ours.issue(['DNS:elsewhere.example']));
    await waitFor(
      () =>
        isEncrypted(toUrl(postgres.url, 'verify-full', ours)).then(
          () => false,
          (error: unknown) => /altnames|does not match/i.test(String(error)),
        ),
      { describe: 'the certificate of another name to be refused' },
    );
  });
});
