import type { Queryable } from '@motcua/postgres';
import type { DossierNews } from '../events/parse-dossier-event.ts';

/**
 * What is newer than the state kept of its dossier. The rest was planned when it came first, whoever was a recipient then, and comes again:
 * a rebuild, or a store that was adopted, repeats the whole history.
 */
export async function leaveOutKnown(database: Queryable, news: readonly DossierNews[]): Promise<readonly DossierNews[]> {
  const ids = [...new Set(news.map(({ snapshot }) => snapshot.dossierId))];
  const rows = await database.query<{ dossier_id: string; version: number }>(
    'SELECT dossier_id, version FROM notification.dossier WHERE dossier_id = ANY ($1::uuid[])',
    [ids],
  );
  const known = new Map(rows.map(({ dossier_id: id, version }) => [id, version]));
  return news.filter(({ snapshot }) => snapshot.dossierVersion > (known.get(snapshot.dossierId) ?? 0));
}
