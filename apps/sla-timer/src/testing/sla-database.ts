import { setDatabaseClock } from '@motcua/postgres';
import { createServiceDatabase, type ServiceDatabase } from '@motcua/postgres/testing';
import { storedColumns, toEvent, type StoredRow } from '../clocks/firing/sla-events.relay.ts';
import { migrateSla, slaRole } from '../migrations/migrate-sla.ts';

export interface SlaDatabase extends ServiceDatabase {
  /** Sets the clock that timers read; it stands still unless a speed is given. */
  setClock(at: number, speed?: number): Promise<void>;
  /** Says of the log's partitions that they have been read up to now. */
  followLog(partitions?: number): Promise<void>;
  /** What was said, in the order of publication. */
  listEvents(): Promise<readonly StoredEvent[]>;
}

export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A migrated database of its own, with a pool as the runtime role sees it. */
export async function createSlaDatabase(): Promise<SlaDatabase> {
  const own = await createServiceDatabase({ schema: 'sla', role: slaRole, migrate: migrateSla, poolSize: 20 });
  const { database, pool } = own;
  return {
    ...own,
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
      const { rows } = await pool.query<StoredRow>(`SELECT ${storedColumns.join(', ')} FROM sla.event ORDER BY xid, position`);
      return rows.map((row) => JSON.parse(toEvent(row).body) as StoredEvent);
    },
  };
}
