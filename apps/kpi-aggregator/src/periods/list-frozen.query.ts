import type { FrozenDossier } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';

export interface FrozenPosition {
  readonly dossierId: string;
  readonly interval: string;
}

export interface FrozenPage {
  readonly total: number;
  readonly dossiers: readonly FrozenDossier[];
  readonly next: FrozenPosition | null;
}

/** What a number counted, in the order of dossiers. @param number its place in the list of names of the close */
export async function listFrozen(
  database: Queryable,
  close: string,
  number: number,
  { after, limit }: { readonly after: FrozenPosition | undefined; readonly limit: number },
): Promise<FrozenPage> {
  const [sum] = await database.query<{ total: number }>(
    'SELECT coalesce(sum(count), 0)::int AS total FROM kpi.frozen_figure WHERE close_id = $1 AND number = $2',
    [close, number],
  );
  const rows = await database.query<FrozenDossier & { interval: number }>(
    `SELECT dossier_id AS "dossierId", interval, code, version, unit, procedure, field, channel FROM kpi.frozen_dossier
     WHERE close_id = $1 AND $2::smallint = ANY(numbers) AND ($3::uuid IS NULL OR (dossier_id, interval) > ($3::uuid, $4::smallint))
     ORDER BY dossier_id, interval LIMIT $5`,
    [close, number, after?.dossierId ?? null, after?.interval ?? 0, limit],
  );
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    total: sum?.total ?? 0,
    dossiers: rows.map(({ interval: _interval, ...dossier }) => dossier),
    next: last === undefined ? null : { dossierId: last.dossierId, interval: String(last.interval) },
  };
}
