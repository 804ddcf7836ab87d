import type { BoardGrouping, Figure } from '@motcua/contracts';
import type { Instant, LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { nothingHandled, type HandlingCounts, type HandlingRow } from '@motcua/report';
import { readBoardRows } from '../../board/read-board.ts';
import { groupings, whole } from '../../figures/grouping.ts';
import type { Period } from '../../figures/period.ts';
import type { UnitPlacement } from '../../figures/unit-placements.query.ts';
import { getActiveTableSet } from '../../projection/table-set.ts';
import { countHandovers, noHandovers, type Handovers } from '../handovers/count-handovers.query.ts';

/** Rows that dossiers have a key for; a month or a day is a period of its own. */
export type HandlingGrouping = Exclude<BoardGrouping, 'month' | 'day'>;

export interface HandlingQuery {
  readonly unit: string;
  readonly period: Period;
  /** null: one row, of everything, whose key is the unit. */
  readonly by: HandlingGrouping | null;
  readonly asOf: Instant;
}

/**
 * The figures of a report, for a unit, a period and a moment: what every form of II.06 is filled in with. Of a closed month too it is what is known now:
 * its frozen copy knows no hand-overs. Sorted by key; by a grouping only rows in which something counts. `database` is one snapshot, `places` those of
 * the unit that the reader may read.
 */
export async function readHandling(
  database: Queryable,
  places: readonly UnitPlacement[],
  query: HandlingQuery,
  days: LocalDays,
): Promise<readonly HandlingRow[]> {
  const rows = await readBoardRows(database, places, query, days);
  const tableSet = await getActiveTableSet(database);
  const moves = await countHandovers(database, tableSet, { ...query, places, factKey: toFactKey(query.by) }, days);
  const counted = new Map(rows.map(({ key, indicators }) => [key, indicators]));
  // A row may have had nothing but what came and went between the days at whose ends a board counts.
  const keys = [...new Set([...counted.keys(), ...moves.keys()])].sort((one, other) => (one < other ? -1 : 1));
  const handled = keys.map((key) => ({ key, counts: toCounts(counted.get(key), moves.get(key) ?? noHandovers) }));
  return query.by === null ? handled : handled.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
}

/** Key of a row from a fact `f` at a place `p`; `$1` is the unit. */
export function toFactKey(by: HandlingGrouping | null): string {
  const rows = by === null ? whole : groupings[by];
  if (rows.by === 'periods') throw new Error(`${String(by)} is a period of its own`);
  return rows.factKey;
}

function toCounts(figures: Readonly<Record<string, Figure>> | undefined, moves: Handovers): HandlingCounts {
  const handedOver = { handedIn: moves.in, handedOut: moves.out };
  if (figures === undefined) return { ...nothingHandled, ...handedOver };
  const value = (id: string): number => figures[id]?.value ?? 0;
  const online = figures['online.filed']?.numerator ?? 0;
  return {
    receivedOnline: online,
    receivedOtherwise: (figures['online.filed']?.denominator ?? 0) - online,
    carriedOver: value('carried-over'),
    ...handedOver,
    accounted: figures['on-time.766']?.denominator ?? 0,
    finished: value('finished'),
    finishedEarly: value('finished.early'),
    finishedOnTime: value('finished.on-time'),
    finishedLate: value('finished.late'),
    open: value('open'),
    openWithin: value('open.within'),
    openOverdue: value('open.overdue'),
  };
}
