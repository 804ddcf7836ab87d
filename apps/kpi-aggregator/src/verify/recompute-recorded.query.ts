import type { FigureNumber, Instant } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { foldRecordedSql, type BesideLogs } from './fold-sql.ts';
import {
  counts,
  requested,
  seenSql,
  toFormulas,
  type Aggregate,
  type Asked,
  type Recomputed,
  type SeenParameters,
  type VerifiedPeriod,
} from './recompute-figures.query.ts';

/** What had been recorded by a moment. */
export interface Recorded {
  readonly knownAt: Instant;
  /** Of a period that was closed although events were not projected yet: what was counted of their dossiers then. */
  readonly close: string | null;
  readonly logs: BesideLogs;
}

/** The figures of one unit from what had been recorded by a moment, by period key and by a row's key (`rowOf`, of an interval). */
export async function recomputeRecorded(
  database: Queryable,
  { knownAt, close, logs }: Recorded,
  { unit, periods, asOf, rowOf }: Asked & { readonly unit: string; readonly rowOf: string },
): Promise<readonly { readonly period: string; readonly row: string; readonly counts: Recomputed }[]> {
  const rows = await database.query<{ period: string; row_key: string } & Readonly<Record<string, number>>>(
    `${foldRecordedSql(logs)}, ${seenSql(parameters)}
     SELECT period, ${rowOf} AS row_key, ${counts} FROM ${requested} WHERE $7::text = ANY(unit_path) GROUP BY 1, 2`,
    [...toValues({ knownAt, close }, { periods, asOf }), unit],
  );
  return rows.map(({ period, row_key: row, ...values }) => ({ period, row, counts: values as never })); // what is left are the columns
}

/** A responsibility interval, what was known of its dossier, and in which numbers of the registry it counts. */
export interface RecordedMember {
  readonly dossierId: string;
  readonly interval: number;
  readonly code: string | null;
  readonly version: number;
  readonly judgement: number;
  readonly digitizationVersion: number;
  readonly unit: string;
  readonly procedure: string;
  readonly field: string;
  readonly channel: string;
  /** Places in the list of names that was asked with. */
  readonly numbers: readonly number[];
}

/** Which intervals of a unit each number counts, from what had been recorded by a moment; in the order of dossiers. */
export function listRecorded(
  database: Queryable,
  { knownAt, close, logs }: Recorded,
  {
    unit,
    period,
    asOf,
    names,
  }: { readonly unit: string; readonly period: VerifiedPeriod; readonly asOf: Instant; readonly names: readonly FigureNumber[] },
): Promise<readonly RecordedMember[]> {
  const formulas = toFormulas(isIn);
  const flags = names.map((name, index) => `CASE WHEN (${formulas[name]}) > 0 THEN ${index} END`);
  return database.query<RecordedMember & Record<string, unknown>>(
    `${foldRecordedSql(logs)}, ${seenSql(parameters)}
     SELECT * FROM (
       SELECT dossier_id AS "dossierId", span::int AS interval, coalesce(code, source_code) AS code, version, judgement,
         digitization_version AS "digitizationVersion", unit_path[cardinality(unit_path)] AS unit, procedure, field, channel,
         array_remove(ARRAY[${flags.join(', ')}]::int[], NULL) AS numbers
       FROM ${requested} WHERE $7::text = ANY(unit_path)
     ) AS member WHERE numbers <> '{}' ORDER BY "dossierId", interval`,
    [...toValues({ knownAt, close }, { periods: [period], asOf }), unit],
  );
}

const isIn: Aggregate = (condition) => `coalesce(${condition}, false)::int`;
const parameters: SeenParameters = { period: '$3::text[]', from: '$4::int[]', to: '$5::int[]', asOf: '$6' };
const toValues = ({ knownAt, close }: Omit<Recorded, 'logs'>, { periods, asOf }: Asked): readonly unknown[] => [
  new Date(knownAt).toISOString(),
  close,
  periods.map(({ key }) => key),
  periods.map(({ from }) => from),
  periods.map(({ to }) => to),
  asOf,
];
