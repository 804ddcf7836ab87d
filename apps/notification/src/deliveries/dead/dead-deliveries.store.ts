import type { DeadDelivery } from '@motcua/contracts';
import { Keyset, Parameters, toTransaction, type KeysetPosition, type KeysetRow } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { Wake } from '../callbacks/record-callback.ts';
import { attemptsLateral, deliveryColumns, toDeliveryView, type DeliveryRow } from '../queue/read-deliveries.ts';

/** Whose: of a unit's subtree; undefined: all. */
export interface DeadFilter {
  readonly within: string | undefined;
  readonly unit?: string | undefined;
  readonly reason?: string | undefined;
  readonly channel?: string | undefined;
}

const newestFirst = new Keyset({ at: ['d.updated_at', 'timestamptz'], id: ['d.id', 'uuid'] }, { isNewestFirst: true });
export type DeadPosition = KeysetPosition<'at' | 'id'>;

interface DeadRow extends DeliveryRow {
  readonly recipientKind: 'staff' | 'applicant' | 'webhook';
  readonly recipient: string;
  readonly dossierId: string | null;
  readonly unit: string;
  readonly path: string[];
  readonly failedAt: Date;
}

export interface DeadPage {
  readonly deliveries: readonly DeadDelivery[];
  readonly next: DeadPosition | null;
}

/** What became untrue after it failed is not sent anew: there is nothing to be done about it. */
const isDead = `d.state IN ('failed', 'expired') AND d.overtaken_by IS NULL`;

const matches = `
${isDead}
  AND ($1::text IS NULL OR $1 = ANY (d.path)) AND ($2::text IS NULL OR $2 = ANY (d.path))
  AND ($3::text IS NULL OR d.reason = $3) AND ($4::text IS NULL OR d.channel = $4)`;

const page = `
SELECT ${deliveryColumns}, lines.attempts, d.recipient_kind AS "recipientKind", d.recipient, d.dossier_id AS "dossierId", d.unit, d.path,
       d.updated_at AS "failedAt", ${newestFirst.columns}
FROM notification.delivery d ${attemptsLateral}
WHERE ${matches}`;

const counts = `
SELECT d.reason, count(*)::int AS count FROM notification.delivery d
WHERE ${matches} GROUP BY d.reason ORDER BY count DESC, d.reason`;

/**
 * From the start of its chain, with as much time as it had. Attempts keep their numbers: the proof goes on. Its time on the service's
 * clock, as when it was made.
 */
const revive = `
UPDATE notification.delivery d
SET state = 'pending', channel = d.channels[1], channel_attempts = 0, reason = NULL, retry_at = NULL, lease_until = NULL,
    provider_id = NULL, not_before = notification.clock_now(),
    expires_at = notification.clock_now() + (d.expires_at - greatest(d.not_before, d.created_at)), updated_at = notification.clock_now()`;

const retriedAtOnce = 1_000;

/** Deliveries that came to nothing: seen by reason, and sent anew. */
export class DeadDeliveries {
  constructor(
    private readonly pool: Pool,
    private readonly wake: Wake,
  ) {}

  async list(filter: DeadFilter, after: DeadPosition | undefined, limit: number): Promise<DeadPage> {
    const parameters = new Parameters(toParameters(filter));
    const text = [page, ...newestFirst.behind(after, parameters)].join(' AND ');
    const rows = await toTransaction(this.pool).query<KeysetRow<DeadRow, keyof DeadPosition>>(
      `${text} ${newestFirst.orderAndLimit(limit, parameters)}`,
      parameters.values,
    );
    const { page: shown, next } = newestFirst.cut(rows, limit);
    return { deliveries: shown.map(toDeadDelivery), next };
  }

  async countByReason(filter: DeadFilter): Promise<{ reason: string; count: number }[]> {
    const { rows } = await this.pool.query<{ reason: string; count: number }>(counts, toParameters(filter));
    return rows;
  }

  /** The path of a delivery's unit and whether it is dead; undefined: there is no such delivery. */
  async find(id: string): Promise<{ readonly path: readonly string[]; readonly isDead: boolean } | undefined> {
    const { rows } = await this.pool.query<{ path: string[]; isDead: boolean }>(
      `SELECT path, ${isDead} AS "isDead" FROM notification.delivery d WHERE id = $1`,
      [id],
    );
    return rows[0];
  }

  /** @returns whether it was dead and is sent anew */
  async retry(id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(`${revive} WHERE d.id = $1 AND ${isDead}`, [id]);
    if (rowCount === 1) this.wake([id]);
    return rowCount === 1;
  }

  /** All that were dead when it began; those that fail again meanwhile are left for the next time. @returns how many */
  async retryAll(filter: DeadFilter): Promise<number> {
    const { rows: begun } = await this.pool.query<{ at: Date }>('SELECT notification.clock_now() AS at');
    let retried = 0;
    for (;;) {
      const { rows } = await this.pool.query<{ id: string }>(
        `${revive}
         FROM (
           SELECT d.id FROM notification.delivery d WHERE ${matches} AND d.updated_at <= $5
           ORDER BY d.updated_at LIMIT ${retriedAtOnce} FOR UPDATE SKIP LOCKED
         ) dead
         WHERE d.id = dead.id RETURNING d.id`,
        [...toParameters(filter), begun[0]?.at],
      );
      this.wake(rows.map(({ id }) => id));
      retried += rows.length;
      if (rows.length < retriedAtOnce) return retried;
    }
  }
}

const toParameters = ({ within, unit, reason, channel }: DeadFilter): unknown[] => [
  within ?? null,
  unit ?? null,
  reason ?? null,
  channel ?? null,
];

const toDeadDelivery = (row: DeadRow): DeadDelivery => ({
  ...toDeliveryView(row),
  noticeId: row.noticeId,
  recipient: { kind: row.recipientKind, id: row.recipient },
  dossierId: row.dossierId,
  unit: row.unit,
  failedAt: row.failedAt.toISOString(),
});
