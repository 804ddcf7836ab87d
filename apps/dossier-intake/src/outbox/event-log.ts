import type { EventLogPosition } from '@motcua/contracts';
import { findRelayCursor, isAtOrBeyond, type Relay } from '@motcua/outbox';
import { toTransaction } from '@motcua/postgres';
import { POOL, RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { schema } from '../config.ts';

export const relayName = 'events';

/** The event table as a log. */
@Injectable()
export class EventLog {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(RELAY) private readonly relay: Relay,
  ) {}

  async findPosition(): Promise<EventLogPosition> {
    const transaction = toTransaction(this.pool);
    // The relay first: what it has published then lies before the end that is read after it.
    const relay = (await findRelayCursor(transaction, schema, relayName)) ?? null;
    const [end = null] = await transaction.query<{ xid: string; position: string }>(
      'SELECT xid::text, position::text FROM event ORDER BY event.xid DESC, event.position DESC LIMIT 1',
    );
    const published = end === null || (relay !== null && isAtOrBeyond(relay, end));
    return { end, relay, published, state: this.relay.status().state };
  }
}
