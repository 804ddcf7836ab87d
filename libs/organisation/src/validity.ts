import { fromDayNumber, toDayNumber } from '@motcua/calendar';
import type { LocalDate } from './unit.ts';

/** Something that holds on certain days; both ends are inclusive, null: until further notice. */
export interface Valid {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Whether a document holds on a local date. */
export const isInForce = ({ validFrom, validTo }: Valid, date: LocalDate): boolean =>
  validFrom <= date && (validTo === null || date <= validTo);

/**
 * Of an entry's versions the one that stands on a date: the last that has begun, though it may have ended; before all of them the first.
 * Of two that begin on one day the later written counts.
 */
export function findLastBegun<Document extends Pick<Valid, 'validFrom'>>(
  versions: readonly { readonly version: number; readonly document: Document }[],
  date: LocalDate,
): Document | undefined {
  const inOrder = versions.toSorted(
    (left, right) => compare(left.document.validFrom, right.document.validFrom) || left.version - right.version,
  );
  return (inOrder.findLast(({ document }) => document.validFrom <= date) ?? inOrder[0])?.document;
}

/** Of an entry's versions those that count: of two that begin on one day the later written. Oldest first. */
export function toCounting<Version extends { readonly version: number; readonly document: Pick<Valid, 'validFrom'> }>(
  versions: readonly Version[],
): Version[] {
  const counting = new Map<LocalDate, Version>();
  for (const version of versions) {
    const other = counting.get(version.document.validFrom);
    if (other === undefined || other.version < version.version) counting.set(version.document.validFrom, version);
  }
  return versions.filter((version) => counting.get(version.document.validFrom) === version);
}

const compare = (left: LocalDate, right: LocalDate): number => (left < right ? -1 : Number(left > right));

/**
 * The versions of one entry as they follow each other in time: of two that begin on one day the later written, and each holds only before
 * the next begins. No day has two; a correction of what held before leaves what holds since.
 */
export function toSuccession<Document extends Valid>(
  versions: readonly { readonly version: number; readonly document: Document }[],
): Document[] {
  const succession: Document[] = [];
  let before: LocalDate | null = null;
  const inOrder = toCounting(versions).toSorted((left, right) => compare(left.document.validFrom, right.document.validFrom));
  for (const { document } of inOrder.toReversed()) {
    const validTo = earlier(document.validTo, before === null ? null : dayBefore(before));
    succession.unshift({ ...document, validTo });
    before = document.validFrom;
  }
  return succession;
}

const earlier = (left: LocalDate | null, right: LocalDate | null): LocalDate | null => {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
};
const dayBefore = (date: LocalDate): LocalDate => fromDayNumber(toDayNumber(date) - 1);
