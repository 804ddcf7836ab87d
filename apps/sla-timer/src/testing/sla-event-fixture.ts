import { findSlaEventName, slaEventSchemas } from '@motcua/contracts';
import pg from 'pg';
import type { StoredEvent, SlaDatabase } from './sla-database.ts';

/** What specs do with events and with the connections of those who say them. */
export const SlaEventFixture = {
  /** @throws where an event does not keep its contract */
  parse: (event: StoredEvent): unknown => {
    const name = findSlaEventName(event.type);
    if (name === undefined) throw new Error(`${event.type} is no event of ours`);
    return slaEventSchemas[name].strict().parse(event);
  },

  async empty({ database }: SlaDatabase): Promise<void> {
    await asAdmin(
      database.url,
      'TRUNCATE sla.event, sla.clock, sla.dossier, sla.clock_history, sla.verdict, sla.unjudged, sla.calendar_summary, sla.ended_session',
    );
  },

  /** Cuts the service's connections that are in a transaction, as a SIGKILL does. */
  async killConnections({ database }: SlaDatabase, really: boolean): Promise<{ rowCount: number | null }> {
    if (!really) return { rowCount: 0 };
    return asAdmin(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'motcua_sla' AND state <> 'idle'`,
    );
  },
};

async function asAdmin(url: string, statement: string): Promise<{ rowCount: number | null }> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await admin.query(statement);
  } finally {
    await admin.end();
  }
}
