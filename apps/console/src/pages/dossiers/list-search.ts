import type { BoardGrouping, FigurePart } from '@motcua/contracts';
import { readOrganisation, type Organisation } from '../../scope/organisation.ts';

const parts = ['numerator', 'denominator', 'rest', 'value'] as const satisfies readonly FigurePart[];
const groupings = [
  'unit',
  'level',
  'procedure',
  'field',
  'channel',
  'month',
  'day',
  'officer',
] as const satisfies readonly BoardGrouping[];

/** What the address of a list behind a figure says beside unit and period. */
export interface ListSearch {
  readonly part: FigurePart;
  readonly asOf?: string;
  readonly organisation?: Organisation;
  /** With `key`: one row of a board grouped so. */
  readonly by?: BoardGrouping;
  readonly key?: string;
}

/** Reads an address; what is not understood is left out, and the numerator is what is asked for without a part. */
export function readListSearch({ part, asOf, organisation, by, key }: Readonly<Record<string, unknown>>): ListSearch {
  const knownBy = groupings.find((one) => one === by);
  return {
    part: parts.find((one) => one === part) ?? 'numerator',
    ...(typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) ? { asOf } : {}),
    ...readOrganisation(organisation),
    ...(knownBy === undefined || typeof key !== 'string' ? {} : { by: knownBy, key }),
  };
}
