import { z } from 'zod';
import { MAX_PERIOD_DAYS_BY_DAY } from './period.ts';

interface GroupingWords {
  /** What the key of a row is. */
  readonly key: string;
  /** What more has to be said of it. */
  readonly note?: string;
  /** Whether a board that follows every change may be grouped so: rows that are read from every fact of a unit are too dear for it. */
  readonly live: boolean;
}

/** What the rows of a board may stand for, by the value of `by`: the API, its description and the commands follow from this. */
export const boardGroupings = {
  unit: { key: 'unit', live: true },
  level: { key: 'level', live: true },
  procedure: { key: 'procedure', live: true },
  field: { key: 'field', live: true },
  channel: { key: 'channel', live: true },
  month: { key: 'YYYY-MM', live: true },
  day: { key: 'YYYY-MM-DD', note: `By day a period has ${MAX_PERIOD_DAYS_BY_DAY} days at most.`, live: false },
  officer: {
    key: 'staff id (empty: no officer is known)',
    note: 'An officer is who is in charge of the dossier now, or was last.',
    live: false,
  },
} as const satisfies Readonly<Record<string, GroupingWords>>;

type Groupings = typeof boardGroupings;
export type BoardGrouping = keyof Groupings;
type LiveGrouping = { [One in BoardGrouping]: Groupings[One]['live'] extends true ? One : never }[BoardGrouping];

const names = Object.keys(boardGroupings) as BoardGrouping[];
const words: readonly GroupingWords[] = Object.values(boardGroupings);
const notes = words.flatMap(({ note }) => note ?? []);

export const BoardGrouping = z.enum(names).describe(['What the rows stand for.', ...notes].join(' '));

export const LiveBoardGrouping = z
  .enum(names.filter((name): name is LiveGrouping => boardGroupings[name].live))
  .describe('What the rows of a board that follows every change may stand for.');

/** Figures that no dossier tells are entered by unit and month. */
export const ReportBoardGrouping = z.enum(['unit', 'month']).describe('What the rows stand for.');
export type ReportBoardGrouping = z.infer<typeof ReportBoardGrouping>;

/** The key of a row, in words. */
export const groupingKeys = `Code of the row: ${words.map(({ key }) => key).join(', ')}.`;
