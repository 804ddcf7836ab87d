import type { Board } from '@motcua/contracts';
import { findIndicator, indicators } from '@motcua/indicators';
import {
  toGiven,
  toMissing,
  type CauseCount,
  type FigureId,
  type FigureList,
  type GivenFigure,
  type UnitShare,
} from '@motcua/report';

/** The boards of one unit and period, of one snapshot. */
export interface Boards {
  readonly whole: Board;
  readonly byLevel: Board;
  readonly byUnit: Board;
}

interface BoardFigure {
  readonly id: FigureId;
  readonly indicator: string;
  /** A row of the board by level; absent: the whole. */
  readonly level?: 'district-office' | 'commune';
}

/** Which indicator stands behind which figure of the article. One that is not in the registry has no data. */
const boardFigures: readonly BoardFigure[] = [
  { id: 'online.district', indicator: 'online.filed', level: 'district-office' },
  { id: 'online.partial.district', indicator: 'online.partial', level: 'district-office' },
  { id: 'online.full.district', indicator: 'online.full', level: 'district-office' },
  { id: 'online.commune', indicator: 'online.filed', level: 'commune' },
  { id: 'on-time', indicator: 'on-time.closed' },
  { id: 'digitized', indicator: 'digitized.dossiers' },
];

const onTime = 'on-time.closed';

export const toBoardFigures = (boards: Boards): GivenFigure[] => boardFigures.map((figure) => toBoardFigure(boards, figure));

function toBoardFigure({ whole, byLevel }: Boards, { id, indicator, level }: BoardFigure): GivenFigure {
  const version = findIndicator(indicator)?.version;
  if (version === undefined) return toMissing({ id, indicator, version: 1 }, 'source-absent');
  const row = level === undefined ? whole.rows[0] : byLevel.rows.find(({ key }) => key === level);
  const figure = row?.indicators[indicator];
  const parts = { numerator: figure?.numerator ?? 0, denominator: figure?.denominator ?? 0 };
  return toGiven({ id, indicator, version }, parts, { list: toList(whole, indicator, level) });
}

function toList({ unit, period, asOf }: Board, indicator: string, level: BoardFigure['level']): FigureList {
  const row = level === undefined ? {} : { by: 'level', key: level };
  const query = new URLSearchParams({ unit, ...period, asOf, part: 'numerator', ...row });
  return {
    href: `/v1/indicators/${indicator}/dossiers?${query.toString()}`,
    kind: 'dossiers',
    indicator,
    part: 'numerator',
    by: level === undefined ? null : 'level',
    key: level ?? null,
  };
}

/** How much of what each unit finished was in time. */
export const toUnitShares = ({ byUnit }: Boards): UnitShare[] =>
  byUnit.rows.map(({ key, name, indicators: figures }) => ({
    unit: key,
    unitName: name?.vi ?? key,
    numerator: figures[onTime]?.numerator ?? 0,
    denominator: figures[onTime]?.denominator ?? 0,
  }));

const sumOfCauses = 'overdue.by-cause';

/** Overdue dossiers by cause: every count of the registry beside their sum. */
export const toCauses = ({ whole }: Boards): CauseCount[] =>
  indicators
    .filter(({ id }) => id.startsWith('overdue.') && id !== sumOfCauses)
    .map(({ id, name }) => ({ name, count: whole.rows[0]?.indicators[id]?.value ?? 0 }));
