import type { NotificationRule } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';

/** Every rule, for planning: in the transaction of a batch, which a repository is not part of. */
export async function listRules(database: Queryable): Promise<NotificationRule[]> {
  const rows = await database.query<{ document: NotificationRule }>('SELECT document FROM notification.rule ORDER BY id');
  return rows.map(({ document }) => document);
}
