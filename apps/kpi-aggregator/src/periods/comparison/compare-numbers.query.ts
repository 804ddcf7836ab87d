import type { Queryable } from '@motcua/postgres';
import type { StoredClose } from '../../closes/close-row.ts';
import { frozenNames } from '../../closes/frozen-numbers.ts';
import type { TableSet } from '../../projection/table-set.ts';

/** By how much a number counts a dossier more often than reported. */
export interface DossierChange {
  readonly dossierId: string;
  readonly code: string | null;
  /** What is counted of it now: no event behind these is in the figures as now known. */
  readonly version: number;
  readonly judgement: number;
  readonly digitizationVersion: number;
}

export interface NumberPair {
  readonly name: string;
  readonly reported: number;
  readonly nowKnown: number;
}

/** Names of a close in the order of its places, and those of now: `$2`, `$3`. */
const toNames = ({ names }: StoredClose): readonly [readonly string[], readonly string[]] => [
  names.map(({ name }) => name),
  frozenNames.map(({ name }) => name),
];

/** Each number as reported and as now known. @param counted SQL of the intervals that are counted now */
export const compareNumbers = (database: Queryable, close: StoredClose, counted: string): Promise<NumberPair[]> =>
  database.query<NumberPair & Record<string, unknown>>(
    `WITH reported AS (
       SELECT ($2::text[])[number + 1] AS name, sum(count)::int AS n FROM kpi.frozen_figure WHERE close_id = $1 GROUP BY 1
     ),
     now_known AS (
       SELECT ($3::text[])[number + 1] AS name, count(*)::int AS n FROM (${counted}) AS lines CROSS JOIN LATERAL unnest(numbers) AS number GROUP BY 1
     )
     SELECT asked.name, coalesce(r.n, 0) AS reported, coalesce(k.n, 0) AS "nowKnown"
     FROM unnest($2::text[]) WITH ORDINALITY AS asked (name, place)
     LEFT JOIN reported r USING (name) LEFT JOIN now_known k USING (name) ORDER BY place`,
    [close.id, ...toNames(close)],
  );

const changed = (counted: string): string => `
  WITH reported AS (
    SELECT dossier_id, ($2::text[])[number + 1] AS name, count(*) AS n FROM kpi.frozen_dossier CROSS JOIN LATERAL unnest(numbers) AS number
    WHERE close_id = $1 GROUP BY 1, 2
  ),
  now_known AS (
    SELECT dossier_id, ($3::text[])[number + 1] AS name, count(*) AS n FROM (${counted}) AS lines CROSS JOIN LATERAL unnest(numbers) AS number GROUP BY 1, 2
  ),
  changed AS (
    SELECT DISTINCT dossier_id FROM reported r FULL JOIN now_known k USING (dossier_id, name)
    WHERE r.n IS DISTINCT FROM k.n AND name = ANY($2::text[])
  )`;

export async function countChanged(database: Queryable, close: StoredClose, counted: string): Promise<number> {
  const [row] = await database.query<{ n: number }>(`${changed(counted)} SELECT count(*)::int AS n FROM changed`, [
    close.id,
    ...toNames(close),
  ]);
  return row?.n ?? 0;
}

/** Dossiers that count otherwise than reported, in the order of their ids. */
export const listChanged = (
  database: Queryable,
  close: StoredClose,
  {
    counted,
    tableSet,
    after,
    limit,
  }: { readonly counted: string; readonly tableSet: TableSet; readonly after: string | undefined; readonly limit: number },
): Promise<DossierChange[]> =>
  database.query<DossierChange & Record<string, unknown>>(
    `${changed(counted)}
     SELECT c.dossier_id AS "dossierId", coalesce(max(f.code), max(f.source_code)) AS code, coalesce(max(f.version), 0) AS version,
       coalesce(max(f.judgement), 0) AS judgement, coalesce(max(f.digitization_version), 0) AS "digitizationVersion"
     FROM changed c LEFT JOIN kpi.fact_${tableSet} f USING (dossier_id)
     WHERE $4::uuid IS NULL OR c.dossier_id > $4 GROUP BY 1 ORDER BY 1 LIMIT $5`,
    [close.id, ...toNames(close), after ?? null, limit],
  );
