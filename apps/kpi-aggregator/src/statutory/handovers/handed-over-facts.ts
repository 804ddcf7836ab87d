import type { LocalDays } from '@motcua/indicators';
import type { SqlCondition } from '../../board/dossiers/counted-facts.ts';
import type { TableSet } from '../../projection/table-set.ts';
import { listZoneMoves, type HandoverQuery } from './count-handovers.query.ts';
import { toMovedSql, type HandoverDirection } from './moved-sql.ts';

/** One row, one direction. */
export interface HandedOverQuery extends HandoverQuery {
  readonly key: string;
  readonly direction: HandoverDirection;
}

/** The condition on a fact `f` under which it is counted as handed over; `$1` is the unit, `$2` the row's key. */
export function toHandedOverFacts(query: HandedOverQuery, tableSet: TableSet, days: LocalDays): SqlCondition {
  const { unit, key, factKey, direction } = query;
  const parameters: unknown[] = [unit, key];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const zones = listZoneMoves(query.places, query, days).map(({ places, start, cut }) => {
    const bound = { places: `${bind(places)}::int[]`, start: `${bind(start)}::bigint`, cut: `${bind(cut)}::bigint` };
    const moved = toMovedSql({ tableSet, factKey, direction, bound });
    return `(f.dossier_id, f.span) IN (SELECT m.dossier_id, m.span FROM (${moved}) m WHERE m.row_key = $2)`;
  });
  const any = zones.length === 0 ? 'false' : zones.join(' OR ');
  return { sql: `$1::text IS NOT NULL AND $2::text IS NOT NULL AND (${any})`, parameters };
}
