import type { Transaction } from '@motcua/postgres';
import type { AcknowledgedOffsets } from './acknowledged-offsets.ts';

/** A place in commit order: rows are ordered by `(xid, position)`. Both are 64-bit numbers, as text. */
export interface LogPosition {
  readonly xid: string;
  readonly position: string;
}

/** Whether a place is that one or lies behind it in commit order. */
export function isAtOrBeyond(place: LogPosition, other: LogPosition): boolean {
  const [xid, otherXid] = [BigInt(place.xid), BigInt(other.xid)];
  return xid === otherXid ? BigInt(place.position) >= BigInt(other.position) : xid > otherXid;
}

export interface Cursor extends LogPosition {
  readonly storeId: string;
  readonly epoch: string;
  readonly acknowledged: AcknowledgedOffsets;
}

export interface Checkpoint extends LogPosition {
  readonly acknowledged: AcknowledgedOffsets;
}

export const logStart: LogPosition = { xid: '0', position: '0' };
const keptCheckpoints = 500;

/**
 * Where a relay stands, or undefined before its first start. For health, verification and `GET …/position`.
 *
 * @param schema where the relay's tables are
 */
export async function findRelayCursor(transaction: Transaction, schema: string, relay: string): Promise<LogPosition | undefined> {
  const text = `SELECT xid::text, position FROM ${schema}.relay_cursor WHERE relay = $1`;
  const [row] = await transaction.query<{ xid: string; position: string }>(text, [relay]);
  return row;
}

/** The rows of one relay, on the relay's own connection. Every write names the epoch: a deposed relay touches nothing. */
export class CursorStore {
  constructor(
    private readonly transaction: Transaction,
    private readonly schema: string,
    private readonly relay: string,
  ) {}

  /** Begins a term: a higher epoch deposes whoever still believes to be the relay. */
  async takeOver(storeId: string): Promise<Cursor> {
    const text = `INSERT INTO ${this.schema}.relay_cursor AS cursor (relay, store_id, epoch, xid, position, acknowledged)
      VALUES ($1, $2, 1, '0', 0, '{}')
      ON CONFLICT (relay) DO UPDATE SET epoch = cursor.epoch + 1, updated_at = now()
      RETURNING store_id AS "storeId", epoch, xid::text, position, acknowledged`;
    const [cursor] = await this.transaction.query<Cursor & Record<string, unknown>>(text, [this.relay, storeId]);
    if (cursor === undefined) throw new Error('INSERT … RETURNING returned nothing');
    return cursor;
  }

  /** @returns whether this epoch still holds */
  async save({ epoch, xid, position, acknowledged }: Cursor): Promise<boolean> {
    const statement = {
      name: `relay.save ${this.schema}`,
      text: `UPDATE ${this.schema}.relay_cursor SET xid = $3::xid8, position = $4, acknowledged = $5, updated_at = now()
             WHERE relay = $1 AND epoch = $2`,
    };
    return (await this.transaction.execute(statement, [this.relay, epoch, xid, position, JSON.stringify(acknowledged)])) === 1;
  }

  /** Notes where the log stood when the relay stood here; old notes go. */
  async note({ xid, position, acknowledged }: Checkpoint): Promise<void> {
    await this.transaction.execute(
      `INSERT INTO ${this.schema}.relay_checkpoint (relay, xid, position, acknowledged) VALUES ($1, $2::xid8, $3, $4)
       ON CONFLICT (relay, xid, position) DO UPDATE SET acknowledged = excluded.acknowledged, noted_at = now()`,
      [this.relay, xid, position, JSON.stringify(acknowledged)],
    );
    await this.transaction.execute(
      `DELETE FROM ${this.schema}.relay_checkpoint WHERE relay = $1 AND (xid, position) <
         (SELECT xid, position FROM ${this.schema}.relay_checkpoint WHERE relay = $1 ORDER BY xid DESC, position DESC OFFSET $2 LIMIT 1)`,
      [this.relay, keptCheckpoints],
    );
  }

  /** Newest first. */
  async listCheckpoints(): Promise<Checkpoint[]> {
    const text = `SELECT xid::text, position, acknowledged FROM ${this.schema}.relay_checkpoint
      WHERE relay = $1 ORDER BY relay_checkpoint.xid DESC, position DESC`;
    return this.transaction.query<Checkpoint & Record<string, unknown>>(text, [this.relay]);
  }

  /** Notes made after a place that is no longer reached. */
  async forgetCheckpointsAfter({ xid, position }: LogPosition): Promise<void> {
    const text = `DELETE FROM ${this.schema}.relay_checkpoint WHERE relay = $1 AND (xid, position) > ($2::xid8, $3::bigint)`;
    await this.transaction.execute(text, [this.relay, xid, position]);
  }
}
