import { findInstallation } from '@motcua/client';
import { connectToStack } from '@motcua/stack';
import { CliError } from '@motcua/terminal';
import { Pool } from 'pg';
import { storeOwners, type StoreName } from '../event-stores.ts';

/** The database with the event tables, as an administrator: that of DATABASE_URL, else the embedded stack's. */
export async function withStoreDatabase<Result>(
  work: (pool: Pool) => Promise<Result>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Result> {
  const pool = new Pool({ connectionString: await findDatabaseUrl(env), max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

async function findDatabaseUrl(env: NodeJS.ProcessEnv): Promise<string> {
  const { DATABASE_URL: given = '' } = env;
  if (given !== '') return given;
  if ((await findInstallation(env)) !== undefined) throw toDatabaseMissing();
  return (await connectToStack()).postgresUrl;
}

/**
 * A halted relay looks at its store only when it starts. In the embedded stack the supervisor brings a service back at once.
 *
 * @returns services that somebody has to start anew
 */
export async function restartOwners(
  names: readonly StoreName[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<readonly string[]> {
  const owners = names.map((name) => storeOwners[name]);
  const { DATABASE_URL: given = '' } = env;
  if (given !== '') return owners;
  const { services } = await connectToStack();
  for (const owner of owners) {
    const pid = services[owner]?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGTERM');
  }
  return [];
}

const toDatabaseMissing = (): CliError =>
  new CliError({
    code: 'relay.database-missing',
    message: 'Event tables are looked after in their database, not through the gateway.',
    hint: "DATABASE_URL=postgres://… (an administrator's, beside MOTCUA_URL or alone)",
    exitCode: 2,
  });
