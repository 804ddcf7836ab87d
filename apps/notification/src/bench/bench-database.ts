import { openOwnDatabase, type OpenedDatabase } from '@motcua/postgres';
import { schema } from '../config.ts';
import { migrateNotification } from '../migrations/migrate-notification.ts';

const own = { name: 'motcua_bench_notify', role: 'motcua_notification', migrate: migrateNotification, schema, poolSize: 10 };

/** An empty, migrated database of a bench's own, with one officer in it; gone after `close`. `adminUrl` may create databases and roles. */
export async function createBenchDatabase(adminUrl: string): Promise<OpenedDatabase> {
  const database = await openOwnDatabase({ adminUrl, ...own });
  await database.pool.query(`
    INSERT INTO notification.staff (id, name, unit, role, mail, language, active)
    VALUES ('officer', 'Officer', 'unit', 'specialist', 'officer@example.vn', 'vi', true)`);
  return database;
}
