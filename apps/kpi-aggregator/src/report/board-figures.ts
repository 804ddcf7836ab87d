import type { Board } from '@motcua/contracts';
import { indicators } from '@motcua/indicators';
import {
  boardFigures,
  getIndicator,
  onTimeWords,
  toGiven,
  type Backlog,
  type BoardFigureId,
  type CauseCount,
  type FigureList,
  type GivenFigure,
  type Language,
  type OnTimeRule,
  type UnitShare,
} from '@motcua/report';

/** The boards of one unit and period, of one snapshot. */
export interface Boards {
  readonly whole: Board;
  readonly byLevel: Board;
  readonly byUnit: Board;
}

const ids = Object.keys(boardFigures) as BoardFigureId[];

export const toBoardFigures = (boards: Boards): GivenFigure[] => ids.map((id) => toBoardFigure(boards, id));

function toBoardFigure({ whole, byLevel }: Boards, id: BoardFigureId): GivenFigure {
  const { id: indicator, version } = getIndicator(id);
  const level = findLevel(id);
  const row = level === undefined ? whole.rows[0] : byLevel.rows.find(({ key }) => key === level);
  const figure = row?.indicators[indicator];
  const parts = { numerator: figure?.numerator ?? 0, denominator: figure?.denominator ?? 0 };
  const place = level === undefined ? undefined : ({ by: 'level', key: level } as const);
  const behind = { list: toList(whole, indicator, 'numerator', place), rest: toList(whole, indicator, 'rest', place) };
  return toGiven({ id, indicator, version }, parts, behind);
}

const findLevel = (id: BoardFigureId): string | undefined => {
  const figure = boardFigures[id];
  return 'level' in figure ? figure.level : undefined;
};

/** A row of a board that is grouped. */
interface Place {
  readonly by: 'level' | 'unit';
  readonly key: string;
}

function toList(board: Board, indicator: string, part: FigureList['part'], place?: Place): FigureList {
  const { unit, period, asOf, organisation } = board;
  const under = organisation === undefined || organisation === 'as-was' ? {} : { organisation };
  const query = new URLSearchParams({ unit, ...period, asOf, part, ...place, ...under });
  const href = `/v1/indicators/${indicator}/dossiers?${query.toString()}`;
  return { href, kind: 'dossiers', indicator, part, by: place?.by ?? null, key: place?.key ?? null };
}

const unitFigures = (['on-time', 'digitized'] as const).map((figure) => ({ figure, ...boardFigures[figure] }));

/** How much of what each unit finished was in time, and how much of it is digitized. */
export const toUnitShares = ({ whole, byUnit }: Boards, language: Language): UnitShare[] =>
  unitFigures.flatMap(({ figure, indicator }) =>
    byUnit.rows.map(({ key, name, indicators: figures }) => ({
      figure,
      unit: key,
      unitName: (language === 'en' ? name?.en : undefined) ?? name?.vi ?? key,
      numerator: figures[indicator]?.numerator ?? 0,
      denominator: figures[indicator]?.denominator ?? 0,
      rest: toList(whole, indicator, 'rest', { by: 'unit', key }),
    })),
  );

/** "On time" by every rule of the registry, that of the text first. */
export const toOnTimeRules = ({ whole }: Boards): OnTimeRule[] =>
  onTimeWords.flatMap(({ indicator, name }) => {
    const figure = whole.rows[0]?.indicators[indicator];
    if (figure === undefined) return [];
    const { numerator, denominator } = figure;
    return [
      { indicator, name, numerator: numerator ?? 0, denominator: denominator ?? 0, rest: toList(whole, indicator, 'rest') },
    ];
  });

const openOverdue = 'open.overdue';

/** What the share of finished dossiers says nothing of: those that are open and late. */
export const toBacklog = ({ whole }: Boards): Backlog => ({
  count: whole.rows[0]?.indicators[openOverdue]?.value ?? 0,
  list: toList(whole, openOverdue, 'value'),
});

const sumOfCauses = 'overdue.by-cause';

/** Overdue dossiers by cause: every count of the registry beside their sum. */
export const toCauses = ({ whole }: Boards): CauseCount[] =>
  indicators
    .filter(({ id }) => id.startsWith('overdue.') && id !== sumOfCauses)
    .map(({ id, name }) => ({ name, count: whole.rows[0]?.indicators[id]?.value ?? 0 }));

/** The list of all of them. */
export const toOverdueList = ({ whole }: Boards): FigureList => toList(whole, sumOfCauses, 'value');
