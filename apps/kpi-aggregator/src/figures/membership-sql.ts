import {
  breachColumns,
  measures,
  type DueRule,
  type Measure,
  type MeasureId,
  type Part,
  type IntervalAttributes,
  type Term,
} from '@motcua/indicators';
import { columnOf, toColumn } from '../projection/cells/measure-columns.ts';

/** SQL of the three moments of a window (see `Window` of the indicators library). */
export interface WindowSql {
  readonly start: string;
  readonly cut: string;
  readonly at: string;
  /** See `Window`: a reassignment at `cut` itself has happened. */
  readonly afterHandover?: boolean;
}

/**
 * The condition under which a fact `f` is in a measure's set: the same reading as `isMember` of the indicators library, rendered
 * from the same definition.
 */
export function toMembershipSql(id: MeasureId, window: WindowSql): string {
  const measure: Measure = measures[id];
  return [stageSql(measure, window), ...attributesSql(measure.where)].join(' AND ');
}

// `window` is not taken apart: a moment that is not asked for is not bound.
function stageSql({ stage, overdueBy }: Measure, window: WindowSql): string {
  switch (stage) {
    case 'received':
      return `f.span = 0 AND f.open_from >= ${window.start} AND f.open_from < ${window.cut}`;
    case 'finished':
      return `f.is_last AND f.open_to >= ${window.start} AND f.open_to < ${window.cut}`;
    case 'open':
      return `${openSql(window)}${overdueBy === undefined ? '' : ` AND ${overdueSql(overdueBy, window)}`}`;
    case 'judged':
      return `f.open_from IS NOT NULL AND f.judged_at >= ${window.start} AND f.judged_at < ${window.cut}`;
    case 'handover':
      return 'false';
  }
}

function openSql(window: WindowSql): string {
  const { cut, afterHandover = false } = window;
  if (afterHandover)
    return (
      `(f.open_from < ${cut} OR (f.open_from = ${cut} AND f.span > 0)) ` +
      `AND (f.open_to IS NULL OR f.open_to > ${cut} OR (f.open_to = ${cut} AND f.is_last))`
    );
  return `f.open_from < ${cut} AND (f.open_to IS NULL OR f.open_to >= ${cut})`;
}

function overdueSql(rule: DueRule, window: WindowSql): string {
  const breach = `f.${toColumn(breachColumns[rule])}`;
  return rule === 'date' ? `${breach} < ${window.cut}` : `${breach} <= ${window.at}`;
}

/** Columns keep the names they were made with. */
const toFactColumn = (attribute: string): string => (attribute === 'dayComparison' ? 'day_verdict' : toColumn(attribute));

const attributesSql = (where: Measure['where']): readonly string[] =>
  Object.entries(where).map(([name, value]) => `f.${toFactColumn(name)} = ${toLiteral(value)}`);

// The values are words of the definitions, none comes from outside.
const toLiteral = (value: IntervalAttributes[keyof IntervalAttributes]): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

/** The condition under which a part counts a fact `f`. `before` is the window that ends where the period starts. */
export const toPartSql = (part: Part, window: WindowSql, before: WindowSql): string =>
  part.map((term) => `(${toTermSql(term, term.at === 'start' ? before : window)})`).join(' OR ');

function toTermSql({ of, except }: Term, window: WindowSql): string {
  const base = toMembershipSql(of, window);
  // `IS NOT TRUE`, because a breach that is null makes the inner condition null.
  return except === undefined ? base : `${base} AND (${toMembershipSql(except, window)}) IS NOT TRUE`;
}

const toCount = (id: MeasureId, window: WindowSql): string => `count(*) FILTER (WHERE ${toMembershipSql(id, window)})`;

/** How many facts of a group are in a measure's set, as an aggregate named like the cell's column. */
export const toCountSql = (id: MeasureId, window: WindowSql): string => `${toCount(id, window)}::int AS ${columnOf(id)}`;

/** How many facts of a group the running day adds to a measure, likewise named. */
export function toDayChangeSql(id: MeasureId, window: WindowSql): string {
  const before: WindowSql = { start: window.start, cut: window.start, at: window.start };
  const change = measures[id].stage === 'open' ? `${toCount(id, window)} - ${toCount(id, before)}` : toCount(id, window);
  return `(${change})::int AS ${columnOf(id)}`;
}
