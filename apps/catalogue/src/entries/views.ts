import { Code, IsoInstant, LocalDate, referenceKinds, type ReferenceKind } from '@motcua/contracts';
import { z } from 'zod';
import type { EntryKind, EntryVersion } from './entry.ts';

export interface EntryView extends EntryVersion {
  readonly kind: EntryKind;
  readonly code: string;
}

export const AtQuery = z.object({
  at: LocalDate.optional().describe('Local day on which the version holds; absent: the last validity.'),
});
export const PageQuery = AtQuery.extend({
  cursor: z.string().optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100).describe('Entries a page.'),
});

/** The answers about one kind of reference data. */
export function createViews(kind: ReferenceKind) {
  const version = {
    version: z.number().int().min(1).describe('Grows by one with every accepted change of the code.'),
    recordedAt: IsoInstant.describe('When the catalogue took it.'),
    supersededBy: z.number().int().nullable().describe('The version that took its place; null: it counts.'),
    document: referenceKinds[kind].document,
  };
  const entry = z.object({ kind: z.literal(kind), code: Code, ...version });
  return {
    entry,
    history: z.object({ kind: z.literal(kind), code: Code, versions: z.array(z.object(version)).describe('Oldest first.') }),
    page: z.object({
      entries: z.array(entry),
      next: z.string().nullable().describe('`cursor` of the next page; null: this was the last.'),
    }),
    bulk: z.object({
      results: z.array(
        z.object({ code: Code, version: z.number().int(), changed: z.boolean().describe('Whether a version was added.') }),
      ),
    }),
  };
}
