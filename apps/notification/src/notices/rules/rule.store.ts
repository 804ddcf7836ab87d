import type { NotificationRule } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';

export async function listRules(database: Queryable): Promise<NotificationRule[]> {
  const rows = await database.query<{ document: NotificationRule }>('SELECT document FROM notification.rule ORDER BY id');
  return rows.map(({ document }) => document);
}

export async function putRule(database: Queryable, rule: NotificationRule): Promise<void> {
  await database.query(
    `INSERT INTO notification.rule (id, document) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET document = excluded.document, updated_at = notification.clock_now()`,
    [rule.id, JSON.stringify(rule)],
  );
}
