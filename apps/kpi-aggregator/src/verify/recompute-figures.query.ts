import type { DayNumber, FigureNumber, Instant } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../projection/table-set.ts';
import type { LogPlaces } from './comparison.ts';
import { foldSql, toDay, toMidnight, toPlaceParameters } from './fold-sql.ts';

export interface VerifiedPeriod {
  readonly key: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** Counts by name of one unit and period. */
export type Recomputed = Readonly<Record<string, number>>;

/** A due moment of ours is a minute, one from outside a second; an extension is ours whatever it extends. */
const lateAt = (due: string, isToTheSecond: string): string =>
  `CASE WHEN ${isToTheSecond} THEN ${due} / 1000 * 1000 + 1000 ELSE ${due} / 60000 * 60000 + 60000 END`;

const fromSupplements = (value: string, rest: string): string =>
  `(SELECT (extract(epoch FROM ${value}) * 1000)::bigint
    FROM jsonb_to_recordset(pauses) AS pause (reason text, "from" timestamptz, "to" timestamptz) WHERE reason = 'supplement' ${rest})`;
const secondRequest = fromSupplements('"from"', 'ORDER BY "from" OFFSET 1 LIMIT 1');
/** The request of the supplement that is open at E, which stands in E's place. */
const openRequest = fromSupplements(
  'max("from")',
  'AND "from" <= to_timestamp(e / 1000.0) AND ("to" IS NULL OR "to" > to_timestamp(e / 1000.0))',
);

/** What is made of the dossiers for which a condition holds. */
export type Aggregate = (condition: string) => string;
const counted: Aggregate = (condition) => `count(*) FILTER (WHERE ${condition})`;
/** Of two sets of dossiers this is the same only where they are the same, but by a chance of one in 2⁶⁴. */
export const IDENTITY = 'hashtextextended(dossier_id::text, 0)::numeric';
const identified: Aggregate = (condition) => `coalesce(sum(${IDENTITY}) FILTER (WHERE ${condition}), 0)`;

const onTime = (late: string): string => `(${late}) IS NOT TRUE`;

/**
 * The formulas of the definitions, by indicator and part, over dues and dates and not over what the projection stores. Written a second
 * time on purpose: what checks a figure must not be made of what makes it.
 */
export function toFormulas(of: Aggregate): Readonly<Record<FigureNumber, string>> {
  const [f, o, r, j] = ['finished', 'open', 'received', 'judged'].map(
    (stage) => (condition: string) => of(condition === '' ? stage : `${stage} AND ${condition}`),
  ) as [Aggregate, Aggregate, Aggregate, Aggregate]; // one for each of the four
  return {
    'on-time.766/numerator': `${f(onTime('"endedAt" >= at_766'))} + ${o(onTime('coalesce(request, e) >= at_766'))}`,
    'on-time.766/denominator': `${f('')} + ${o('')}`,
    'on-time.ii06a/numerator': f(onTime('end_date > due_date')),
    'on-time.ii06a/denominator': f(''),
    'on-time.closed/numerator': f(onTime('"endedAt" >= at_current')),
    'on-time.closed/denominator': f(''),
    'on-time.with-backlog/numerator': f(onTime('"endedAt" >= at_current')),
    'on-time.with-backlog/denominator': `${f('')} + ${o('e >= at_current')}`,
    'on-time.original-due/numerator': `${f(onTime('"endedAt" >= at_original'))} + ${o(onTime('coalesce(request, e) >= at_original'))}`,
    'on-time.original-due/denominator': `${f('')} + ${o('')}`,
    'no-due/value': `${f('no_due')} + ${o('no_due')}`,
    'received/value': r(''),
    'carried-over/value': of('carried'),
    'finished/value': f(''),
    'finished.early/value': f('end_date < due_date'),
    'finished.on-time/value': f('(due_date IS NULL OR end_date = due_date)'),
    'finished.late/value': f('end_date > due_date'),
    'open/value': o(''),
    'open.within/value': o(onTime('due_date < date_of_e')),
    'open.overdue/value': o('due_date < date_of_e'),
    'online.filed/numerator': r(`channel = 'online'`),
    'online.filed/denominator': r(''),
    'online.full/numerator': r(`channel = 'online' AND service_level = 'full'`),
    'online.full/denominator': r(''),
    'online.partial/numerator': r(`channel = 'online' AND service_level = 'partial'`),
    'online.partial/denominator': r(''),
    'digitized.dossiers/numerator': f('is_digitized'),
    'digitized.dossiers/denominator': f('digitization_version > 0'),
    'digitized.components/numerator': f('asks_components AND has_components'),
    'digitized.components/denominator': f('asks_components'),
    'digitized.results/numerator': f('prescribes_result AND has_result'),
    'digitized.results/denominator': f('prescribes_result'),
    'digitized.signed/numerator': f('prescribes_result AND has_signed_result'),
    'digitized.signed/denominator': f('prescribes_result'),
    'digitized.reused/numerator': f('asks_components AND reuses_component'),
    'digitized.reused/denominator': f('asks_components'),
    'overdue.by-cause/value': j(''),
    'overdue.real/value': j(`cause = 'real'`),
    'overdue.sync-lag/value': j(`cause = 'sync-lag'`),
    'overdue.late-click/value': j(`cause = 'late-click'`),
    'overdue.waiting-citizen/value': j(`cause = 'waiting-citizen'`),
    'overdue.configuration/value': j(`cause = 'configuration'`),
    'overdue.calendar/value': j(`cause = 'calendar'`),
  };
}

const select = (of: Aggregate, type: string): string =>
  Object.entries(toFormulas(of))
    .map(([name, formula]) => `(${formula})::${type} AS "${name}"`)
    .join(', ');
export const counts = select(counted, 'int');
const sets = select(identified, 'text');

export interface Asked {
  readonly periods: readonly VerifiedPeriod[];
  readonly asOf: Instant;
}

/** Every unit's figures for each period, as of one moment, by unit and period key. */
export const recomputeFigures = (database: Queryable, tableSet: TableSet, places: LogPlaces, asked: Asked) =>
  recompute<number>(database, tableSet, places, { ...asked, columns: counts, row: "''" });

/** The same a row of the board by officer: by unit, period key and officer, '' where nobody is named. */
export const recomputeOfficers = (database: Queryable, tableSet: TableSet, places: LogPlaces, asked: Asked) =>
  recompute<number>(database, tableSet, places, { ...asked, columns: counts, row: `coalesce(officer, '')` });

/** Which dossiers each figure counts, as a number that stands for the set of them. */
export const recomputeSets = (database: Queryable, tableSet: TableSet, places: LogPlaces, asked: Asked) =>
  recompute<string>(database, tableSet, places, { ...asked, columns: sets, row: "''" });

/** The key of what was recomputed. */
export const toKey = (unit: string, period: string, row = ''): string => [unit, period, row].join('\n');

async function recompute<Value>(
  database: Queryable,
  tableSet: TableSet,
  places: LogPlaces,
  { periods, asOf, columns, row: rowOf }: Asked & { readonly columns: string; readonly row: string },
): Promise<ReadonlyMap<string, Readonly<Record<string, Value>>>> {
  const rows = await database.query<{ unit: string; period: string; row_key: string } & Readonly<Record<string, Value>>>(
    `${foldSql(tableSet, places)}, ${seenSql({ period: '$7::text[]', from: '$8::int[]', to: '$9::int[]', asOf: '$10' })}
     SELECT unit, period, ${rowOf} AS row_key, ${columns} FROM ${requested} CROSS JOIN LATERAL unnest(unit_path) AS unit GROUP BY 1, 2, 3`,
    [
      ...toPlaceParameters(places),
      periods.map(({ key }) => key),
      periods.map(({ from }) => from),
      periods.map(({ to }) => to),
      asOf,
    ],
  );
  return new Map(rows.map(({ unit, period, row_key: row, ...values }) => [toKey(unit, period, row), values as never])); // what is left are the columns
}

/** The parameters of `seenSql`, as they stand in the statement. */
export interface SeenParameters {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** CTE `seen`: each responsibility interval in each period, and in which of the sets it is; behind the fold. */
export const seenSql = ({ period, from, to, asOf }: SeenParameters): string => `
     bounds AS MATERIALIZED (
       SELECT zone, period, "from", "to", s, p, least(p, ${asOf}::bigint) AS e,
         CASE WHEN ${asOf} >= p THEN "to" ELSE ${toDay(`${asOf}::bigint`, 'zone')} END AS date_of_e
       FROM unnest(${period}, ${from}, ${to}) AS asked (period, "from", "to")
       CROSS JOIN (SELECT DISTINCT zone FROM span) AS zones
       CROSS JOIN LATERAL (SELECT ${toMidnight('"from"', 'zone')} AS s, ${toMidnight('"to" + 1', 'zone')} AS p) AS midnights
     ),
     dated AS MATERIALIZED (
       SELECT *, ${lateAt('due766', `supplied OR due766 = ${secondRequest}`)} AS at_766, ${lateAt('"originalDue"', 'supplied')} AS at_original,
         ${lateAt('"currentDue"', `supplied AND (extensions = 0 OR "currentDue" = "originalDue")`)} AS at_current,
         ${toDay('"endedAt"', 'zone')} AS end_date, ${toDay('"currentDue"', 'zone')} AS due_date
       FROM span WHERE open_from IS NOT NULL
     ),
     seen AS (
       SELECT d.*, b.period, b.e, b.date_of_e,
         d.span = 0 AND d.open_from >= b.s AND d.open_from < b.p AND d.open_from <= ${asOf} AS received,
         d.is_last AND d.open_to >= b.s AND d.open_to < b.p AND d.open_to <= ${asOf} AS finished,
         d.open_from < b.p AND d.open_from <= ${asOf} AND (d.open_to < b.p AND d.open_to <= ${asOf}) IS NOT TRUE AS open,
         CASE WHEN ${asOf} >= b.s THEN (d.open_from < b.s OR (d.open_from = b.s AND d.span > 0))
             AND (d.open_to < b.s OR (d.open_to = b.s AND NOT d.is_last)) IS NOT TRUE
           ELSE d.open_from <= ${asOf} AND (d.open_to <= ${asOf}) IS NOT TRUE END AS carried,
         d.cause IS NOT NULL AND d.judged_at >= b.s AND d.judged_at < b.p AND d.judged_at <= ${asOf} AS judged
       FROM dated d JOIN bounds b USING (zone)
     )`;

/** What counts in any of the sets, with the request of an open supplement, which stands in E's place. */
export const requested = `(SELECT *, CASE WHEN open AND pauses <> '[]' THEN ${openRequest} END AS request FROM seen WHERE received OR finished OR open OR carried OR judged) AS it`;
