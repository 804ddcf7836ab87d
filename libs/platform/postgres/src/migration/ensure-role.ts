import { escapeLiteral, type Client } from 'pg';
import { identifier } from './identifier.ts';

/** The role, without any right of its own; a role that is already there is left as it is. */
export async function ensureRole(client: Client, role: string): Promise<void> {
  await client.query(`DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${identifier(role)}') THEN
      CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database's migration was quicker: roles are the cluster's
  END $$`);
}

/**
 * Lets a service sign in as its role and bounds its transactions to 5 s where the server can (17 on): a long one would stop the
 * relay's publishing. Settings are per database, because roles belong to the whole cluster.
 */
export async function ensureLogin(client: Client, role: string, password: string): Promise<void> {
  await ensureRole(client, role);
  await client.query(`ALTER ROLE ${identifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
  await client.query(`DO $$ BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${role}', current_database());
    IF current_setting('server_version_num')::int >= 170000 THEN
      EXECUTE format('ALTER ROLE ${role} IN DATABASE %I SET transaction_timeout = ''5s''', current_database());
    END IF;
  END $$`);
}
