/**
 * Migrates every service's schema, one after another: runs `apps/<service>/dist/migrate.js` wherever it exists.
 *
 *   ADMIN_DATABASE_URL=… SERVICE_ROLE_PASSWORD_CATALOGUE=… … node deploy/migrate.js
 *
 * Each service is handed its own role's password and no other's. May be repeated; the first failure ends it with 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toPasswordVariable } from './create-secrets.js';

/** Where people are signed in by a provider of one's own there is none of ours, and it has no password. */
const PROVIDER = 'identity';

const apps = resolve(import.meta.dirname, '../apps');

for (const service of readdirSync(apps).sort()) {
  const script = join(apps, service, 'dist/migrate.js');
  if (!existsSync(script)) continue;
  if (service === PROVIDER && !process.env[toPasswordVariable(service)]) continue;
  console.log(`migrating ${service}`);
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit', env: toMigrationEnvironment(service) });
  if (status !== 0) process.exit(1);
}

function toMigrationEnvironment(service) {
  const variable = toPasswordVariable(service);
  const password = process.env[variable];
  if (!password) throw new Error(`${variable} is missing: the password that ${service}'s database role is to have.`);
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('SERVICE_ROLE_PASSWORD'));
  return { ...Object.fromEntries(others), SERVICE_ROLE_PASSWORD: password };
}
