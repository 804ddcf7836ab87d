import { readOrganisation, type Organisation } from '../../scope/organisation.ts';

export const comparisons = ['previous', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

export const sortColumns = ['name', 'onTime', 'overdue', 'online', 'received'] as const;
export type SortColumn = (typeof sortColumns)[number];

/** What the address of a board says beside unit and period. */
export interface BoardSearch {
  /** The board as it stood at a moment, ISO 8601; absent: live. */
  readonly asOf?: string;
  readonly organisation?: Organisation;
  readonly compare?: Comparison;
  /** Only the figures, large, for a screen on a wall. */
  readonly wall?: boolean;
  readonly sort?: SortColumn;
  /** Whether the largest come first. */
  readonly down?: boolean;
}

/** Reads an address; what is not understood is left out. */
export function readBoardSearch({
  asOf,
  organisation,
  compare,
  wall,
  sort,
  down,
}: Readonly<Record<string, unknown>>): BoardSearch {
  const knownCompare = comparisons.find((one) => one === compare);
  const knownSort = sortColumns.find((one) => one === sort);
  return {
    ...(typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) ? { asOf } : {}),
    ...readOrganisation(organisation),
    ...(knownCompare === undefined ? {} : { compare: knownCompare }),
    ...(wall === true ? { wall } : {}),
    ...(knownSort === undefined ? {} : { sort: knownSort }),
    ...(down === true ? { down } : {}),
  };
}
