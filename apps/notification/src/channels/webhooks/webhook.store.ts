import { toTransaction, type Queryable } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { PutWebhook, WebhookTarget, WebhookView } from './webhook.ts';

interface Row {
  readonly id: string;
  readonly url: string;
  readonly events: string[];
  readonly unit: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly secret: string | null;
  readonly is_new: boolean;
}

const columns = 'id, url, events, unit, created_at, updated_at';

/** 24 bytes, as Standard Webhooks recommends at least. */
const createSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

export interface PublishedEvent {
  readonly type: string;
  /** Unit codes from the root down to the unit it belongs to. */
  readonly path: readonly string[];
}

@Injectable()
export class WebhookStore {
  private readonly database: Queryable;

  constructor(@Inject(POOL) pool: Pool) {
    this.database = toTransaction(pool);
  }

  /** Makes or changes a subscription; the secret is in the answer only where it was made by this call. */
  async put(
    id: string,
    { url, events, unit, rotateSecret = false }: PutWebhook,
    by: string,
  ): Promise<{ webhook: WebhookView; isNew: boolean }> {
    const rows = await this.database.query<Row>(
      `INSERT INTO notification.webhook AS present (id, url, events, unit, secret, created_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET url = $2, events = $3, unit = $4, updated_at = notification.clock_now(),
         secret = CASE WHEN $7 THEN $5 ELSE present.secret END
       RETURNING ${columns}, CASE WHEN secret = $5 THEN secret END AS secret, xmax = 0 AS is_new`,
      [id, url, events, unit, createSecret(), by, rotateSecret],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('INSERT … RETURNING returned nothing');
    return { webhook: toView(row), isNew: row.is_new };
  }

  async list(): Promise<WebhookView[]> {
    return (await this.database.query<Row>(`SELECT ${columns} FROM notification.webhook ORDER BY id`)).map(toView);
  }

  async find(id: string): Promise<WebhookView | undefined> {
    const rows = await this.database.query<Row>(`SELECT ${columns} FROM notification.webhook WHERE id = $1`, [id]);
    return rows.map(toView)[0];
  }

  /** @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    return (await this.database.query('DELETE FROM notification.webhook WHERE id = $1 RETURNING id', [id])).length > 0;
  }

  /** What sending needs. */
  async findTarget(id: string): Promise<WebhookTarget | undefined> {
    const rows = await this.database.query<WebhookTarget>('SELECT url, secret FROM notification.webhook WHERE id = $1', [id]);
    return rows[0];
  }
}

/** The subscriptions to each event, in the order of the events. One query a batch; give it the batch's transaction. */
export async function listSubscribed(database: Queryable, events: readonly PublishedEvent[]): Promise<string[][]> {
  const found = await database.query<{ readonly n: number; readonly ids: string[] }>(
    `SELECT event.n, array_agg(webhook.id ORDER BY webhook.id) AS ids
     FROM jsonb_to_recordset($1::jsonb) AS event (n int, type text, path text[])
     JOIN notification.webhook ON webhook.unit = ANY (event.path)
      AND webhook.events && ARRAY[event.type, regexp_replace(event.type, '[^.]+\\.v[0-9]+$', '*')]
     GROUP BY event.n`,
    [JSON.stringify(events.map(({ type, path }, n) => ({ n, type, path })))],
  );
  const ids = new Map(found.map((row) => [row.n, row.ids]));
  return events.map((_event, n) => ids.get(n) ?? []);
}

function toView({ id, url, events, unit, created_at: created, updated_at: updated, secret }: Row): WebhookView {
  const view = { id, url, events, unit, createdAt: created.toISOString(), updatedAt: updated.toISOString() };
  return typeof secret === 'string' ? { ...view, secret } : view;
}
