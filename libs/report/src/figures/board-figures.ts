import { findIndicator, type Indicator, type IndicatorId } from '@motcua/indicators';
import type { Wording } from '../vocabulary.ts';

interface BoardFigure {
  readonly indicator: IndicatorId;
  /** A row of the board by level; absent: the whole. */
  readonly level?: 'district-office' | 'commune';
}

/** The figures of the article that boards count: which indicator each is. Its definition and its version are the registry's. */
export const boardFigures = {
  'online.district': { indicator: 'online.filed', level: 'district-office' },
  'online.partial.district': { indicator: 'online.partial', level: 'district-office' },
  'online.full.district': { indicator: 'online.full', level: 'district-office' },
  'online.commune': { indicator: 'online.filed', level: 'commune' },
  'on-time': { indicator: 'on-time.closed' },
  digitized: { indicator: 'digitized.dossiers' },
} as const satisfies Readonly<Record<string, BoardFigure>>;

export type BoardFigureId = keyof typeof boardFigures;

const levels: Readonly<Record<NonNullable<BoardFigure['level']>, Wording>> = {
  'district-office': { vi: 'cấp huyện', en: 'district level' },
  commune: { vi: 'cấp xã', en: 'commune level' },
};

/** The indicator behind a figure, in its newest version. */
export function getIndicator(id: BoardFigureId): Indicator {
  const { indicator } = boardFigures[id];
  const found = findIndicator(indicator);
  if (found === undefined) throw new Error(`${indicator} is of the registry by its type`);
  return found;
}

/** What the figure counts, as the registry says it. */
export function toBoardDefinition(id: BoardFigureId): Wording {
  const { formula } = getIndicator(id);
  const { level }: BoardFigure = boardFigures[id];
  if (level === undefined) return formula;
  const { vi, en } = levels[level];
  return { vi: `${formula.vi}, ${vi}`, en: `${formula.en}, ${en}` };
}
