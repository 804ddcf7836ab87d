import type { CalendarDocument } from '@motcua/contracts';
import { isDeepStrictEqual } from 'node:util';
import { validityOf, type EntryVersion, type ReferenceDocument, type Validity } from './entry.ts';
import type { ReferenceRefusal } from './refusal.ts';

export type VersionDecision =
  | { readonly kind: 'unchanged'; readonly version: EntryVersion }
  /** `supersedes` is the version of the same validity, which the new one replaces. */
  | { readonly kind: 'append'; readonly version: number; readonly supersedes: number | null }
  | { readonly kind: 'refused'; readonly refusal: ReferenceRefusal };

/**
 * What a document means for an entry: nothing new, a correction of one validity, or a further validity.
 *
 * @param history all versions of the code, oldest first
 */
export function decideVersion(history: readonly EntryVersion[], document: ReferenceDocument): VersionDecision {
  const validity = validityOf(document);
  const counting = history.filter(({ supersededBy }) => supersededBy === null);
  const same = counting.find((version) => validityOf(version.document).validFrom === validity.validFrom);
  if (same !== undefined && isDeepStrictEqual(same.document, document)) return { kind: 'unchanged', version: same };

  const refusal = refuseValidity(validity) ?? refuseOverlap(counting, same, validity) ?? refuseOldCalendar(same, document);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  return { kind: 'append', version: (history.at(-1)?.version ?? 0) + 1, supersedes: same?.version ?? null };
}

function refuseValidity({ validFrom, validTo }: Validity): ReferenceRefusal | undefined {
  if (validTo === null || validFrom <= validTo) return undefined;
  return { code: 'reference.validity-invalid', detail: `validTo ${validTo} lies before validFrom ${validFrom}.` };
}

function refuseOverlap(
  counting: readonly EntryVersion[],
  same: EntryVersion | undefined,
  validity: Validity,
): ReferenceRefusal | undefined {
  const other = counting.find((version) => version !== same && overlap(validityOf(version.document), validity));
  if (other === undefined) return undefined;
  const { validFrom, validTo } = validityOf(other.document);
  const period = `${validFrom} to ${validTo ?? 'further notice'}`;
  return {
    code: 'reference.validity-overlaps',
    detail: `Version ${other.version} holds from ${period}. Put that one with an earlier validTo first.`,
  };
}

function refuseOldCalendar(same: EntryVersion | undefined, document: ReferenceDocument): ReferenceRefusal | undefined {
  if (same === undefined || !isCalendar(document) || !isCalendar(same.document)) return undefined;
  if (document.version > same.document.version) return undefined;
  return {
    code: 'reference.calendar-not-newer',
    detail: `The calendar has changed: its version must be above ${same.document.version}.`,
  };
}

function isCalendar(document: ReferenceDocument): document is CalendarDocument {
  return 'timeZone' in document;
}

function overlap(left: Validity, right: Validity): boolean {
  return left.validFrom <= (right.validTo ?? '9999-12-31') && right.validFrom <= (left.validTo ?? '9999-12-31');
}
