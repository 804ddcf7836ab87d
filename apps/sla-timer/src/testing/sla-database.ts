import { createPool, setDatabaseClock } from '@motcua/postgres';
import { createTestDatabase, testRolePassword, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { migrateSla, slaRole } from '../migrations/migrate-sla.ts';

export interface SlaDatabase {
  readonly database: TestDatabase;
  /** Connections of the service's own role. */
  readonly pool: Pool;
  /** URL of that role. */
  readonly url: string;
  /** Sets the clock that timers read; it stands still unless a speed is given. */
  setClock(at: number, speed?: number): Promise<void>;
  /** Says of the log's partitions that they have been read up to now. */
  followLog(partitions?: number): Promise<void>;
  /** What was said, in the order of publication. */
  listEvents(): Promise<readonly StoredEvent[]>;
  close(): Promise<void>;
}

export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A migrated database of its own, with a pool as the runtime role sees it. */
export async function createSlaDatabase(): Promise<SlaDatabase> {
  const template = {
    name: 'sla',
    migrate: async (adminUrl: string): Promise<void> => {
      await migrateSla(adminUrl, testRolePassword);
    },
  };
  const database = await createTestDatabase({ template });
  const role = new URL(database.url);
  role.username = slaRole;
  role.password = testRolePassword;
  const pool = createPool({ url: role.href, schema: 'sla', applicationName: 'sla spec', poolSize: 20 });
  return {
    database,
    pool,
    url: role.href,
    setClock: (at, speed = 0) => setDatabaseClock(database.url, 'sla', { at: new Date(at), speed }),
    async followLog(partitions = 1) {
      await pool.query(
        `INSERT INTO sla.reading (partition, current_at, next_within)
         SELECT p, clock_timestamp(), interval '10 minutes' FROM generate_series(0, $1::int - 1) AS p
         ON CONFLICT (partition) DO UPDATE SET current_at = excluded.current_at`,
        [partitions],
      );
    },
    async listEvents() {
      const { rows } = await pool.query<{ body: string }>(
        'SELECT sla.event_body(event) AS body FROM sla.event ORDER BY xid, position',
      );
      return rows.map(({ body }) => JSON.parse(body) as StoredEvent);
    },
    async close() {
      await pool.end();
      await database.drop();
    },
  };
}
