import type { EventLogPosition } from '@motcua/contracts';
import { isAtOrBeyond, type Relay } from '@motcua/outbox';
import type { Pool } from 'pg';

type ObjectPlace = NonNullable<EventLogPosition['end']>;

/** How far the log of documents goes, and how far it has been published: whoever has imported waits for the one to reach the other. */
export async function findLogPosition(pool: Pool, relay: Relay): Promise<EventLogPosition> {
  // The relay first: what it has published then lies before the end that is read after it.
  const published = await findPlace(pool, 'digitization.relay_position');
  const end = await findPlace(pool, 'digitization.event');
  const isPublished = end === null || (published !== null && isAtOrBeyond(published, end));
  return { end, relay: published, published: isPublished, state: relay.status().state };
}

async function findPlace(
  pool: Pool,
  relation: 'digitization.event' | 'digitization.relay_position',
): Promise<ObjectPlace | null> {
  const { rows } = await pool.query<ObjectPlace>(
    `SELECT it.xid::text, it.position::text FROM ${relation} it ORDER BY it.xid DESC, it.position DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}
