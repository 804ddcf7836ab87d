import type { Instant } from '@motcua/indicators';
import type { TableSet } from '../../projection/table-set.ts';

/** Which way responsibility went: to the row, or from it. */
export const handoverDirections = ['in', 'out'] as const;
export type HandoverDirection = (typeof handoverDirections)[number];

/** A period of one time zone whose moves are asked for: after `start`, at which what came is carried over, and before `cut`. */
export interface MovesOf {
  readonly places: readonly number[];
  readonly start: Instant;
  readonly cut: Instant;
}

interface MovedSqlOptions {
  readonly tableSet: TableSet;
  /** Key of a row, from a fact `f` at a place `p`. */
  readonly factKey: string;
  readonly direction: HandoverDirection;
  /** SQL of the ids of places, and of both moments. */
  readonly bound: { readonly places: string; readonly start: string; readonly cut: string };
}

/**
 * The facts whose responsibility came or went in a period, each with the key of its row. What moved from one place of a row to another of the same row
 * has not left it: neither of its facts is among them. Facts of a dossier follow each other without a gap and in one time zone, so that the one before
 * ended at the very moment at which the next begins.
 */
export function toMovedSql({ tableSet, factKey, direction, bound }: MovedSqlOptions): string {
  const { places, start, cut } = bound;
  const within = (moment: string): string => `${moment} > ${start} AND ${moment} < ${cut}`;
  const [moved, neighbour] =
    direction === 'in'
      ? [`s.span > 0 AND ${within('s.open_from')}`, 's.span - 1']
      : [`NOT s.is_last AND ${within('s.open_to')}`, 's.span + 1'];
  return `
    WITH scoped AS MATERIALIZED (
      SELECT f.dossier_id, f.span, f.open_from, f.open_to, f.is_last, ${factKey} AS row_key
      FROM kpi.fact_${tableSet} f JOIN kpi.place p ON p.id = f.place
      WHERE f.place = ANY(${places}) AND ((${within('f.open_from')}) OR (${within('f.open_to')}))
    )
    SELECT s.dossier_id, s.span, s.row_key FROM scoped s
    WHERE ${moved} AND NOT EXISTS (
      SELECT FROM scoped o WHERE o.dossier_id = s.dossier_id AND o.span = ${neighbour} AND o.row_key = s.row_key
    )`;
}
