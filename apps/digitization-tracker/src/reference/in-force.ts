import { fromDayNumber, toDayNumber } from '@motcua/calendar';
import type { ReferenceEvent, ReferenceKind } from '@motcua/contracts';

interface Valid {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether a document holds on a local date; both ends are inclusive. */
export const isInForce = ({ validFrom, validTo }: Valid, date: string): boolean =>
  validFrom <= date && (validTo === null || date <= validTo);

/**
 * The versions of one entry as they follow each other in time. Where the catalogue wrote a later version over an earlier one, the
 * earlier holds only before the later begins: no day has two.
 */
export function toSuccession<Document extends Valid>(
  versions: readonly { readonly version: number; readonly document: Document }[],
): Document[] {
  const succession: Document[] = [];
  let before: string | null = null;
  for (const { document } of versions.toSorted((left, right) => right.version - left.version)) {
    const validTo = earlier(document.validTo, before === null ? null : dayBefore(before));
    if (before !== null && document.validFrom >= before) continue;
    succession.unshift({ ...document, validTo });
    before = document.validFrom;
  }
  return succession;
}

const earlier = (left: string | null, right: string | null): string | null => {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
};
const dayBefore = (date: string): string => fromDayNumber(toDayNumber(date) - 1);

export type Versions<Kind extends ReferenceKind> = ReferenceEvent<Kind>['data']['versions'];
