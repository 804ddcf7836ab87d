import type { Queryable } from '@motcua/postgres';

/** Somebody who read of many people within an hour. */
export interface MassLookUp {
  readonly sub: string;
  readonly role: string;
  readonly unit: string | null;
  /** Dossiers that were opened, and searches, each counted once. */
  readonly subjects: number;
}

/** A desk with forty people an hour stays well below it. */
const MANY = 100;
/** More than so many of the newest entries of somebody are not looked at: it is enough to know that there are many. */
const MAX_LOOKED_AT = 2_000;

const find = `
  SELECT reader.sub, (array_agg(entry.role))[1] AS role, (array_agg(entry.unit))[1] AS unit,
         count(DISTINCT entry.about || ' ' || coalesce(entry.terms, ''))::int AS subjects
  FROM unnest($1::text[]) AS reader(sub)
  CROSS JOIN LATERAL (
    SELECT newest.* FROM audit_entry AS newest WHERE newest.sub = reader.sub ORDER BY newest.position DESC LIMIT $3
  ) AS entry
  WHERE entry.at > clock_timestamp() - interval '1 hour'
    AND entry.route LIKE 'GET %'
    AND (entry.terms IS NOT NULL OR entry.about ~ '(^| )(id|dossier)=')
  GROUP BY reader.sub
  HAVING count(DISTINCT entry.about || ' ' || coalesce(entry.terms, '')) >= $2`;

/**
 * Who of these people opened or searched for a hundred dossiers or more within the last hour. A list counts as what was searched for, and
 * not with each of its lines. Costs a look at the index of each person, bounded.
 */
export const findMassLookUps = (database: Queryable, subs: readonly string[]): Promise<readonly MassLookUp[]> =>
  subs.length === 0
    ? Promise.resolve([])
    : database.query<MassLookUp & Record<string, unknown>>(find, [subs, MANY, MAX_LOOKED_AT]);
