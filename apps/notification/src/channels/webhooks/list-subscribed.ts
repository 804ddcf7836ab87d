import type { Queryable } from '@motcua/postgres';

export interface PublishedEvent {
  readonly type: string;
  /** Unit codes from the root down to the unit it belongs to. */
  readonly path: readonly string[];
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
