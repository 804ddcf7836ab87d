import type { ReferenceDocuments, ReferenceKind } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { readPages } from './read-pages.ts';
import { request } from './request.ts';

/** A version of an entry of the catalogue. */
export interface EntryVersion<Document> {
  readonly version: number;
  readonly recordedAt: string;
  /** The version that took its place; null: it counts. */
  readonly supersededBy: number | null;
  readonly document: Document;
}

export interface Entry<Document> extends EntryVersion<Document> {
  readonly code: string;
}

interface EntryPage<Document> {
  readonly entries: readonly Entry<Document>[];
  readonly next: string | null;
}

/** Every code of a kind in the version that holds on a day, or else in that of its last validity. */
export const entriesQuery = <Kind extends ReferenceKind>(kind: Kind, at?: string) =>
  queryOptions({
    queryKey: ['catalogue', kind, at ?? null],
    queryFn: async ({ signal }) => {
      const pages = await readPages<EntryPage<ReferenceDocuments[Kind]>>(`/v1/${kind}`, { limit: 1000, at }, signal);
      return pages.flatMap(({ entries }) => entries);
    },
    staleTime: 60_000,
  });

/** Every version of a code ever accepted, oldest first. */
export const historyQuery = <Kind extends ReferenceKind>(kind: Kind, code: string) =>
  queryOptions({
    queryKey: ['catalogue', kind, 'history', code],
    queryFn: ({ signal }) =>
      request<{ versions: EntryVersion<ReferenceDocuments[Kind]>[] }>(`/v1/${kind}/${encodeURIComponent(code)}/history`, {
        signal,
      }),
    select: ({ versions }) => versions,
  });

/** Adds a version: of a validity that is there already a correction, else a further one. */
export const putEntry = <Kind extends ReferenceKind>(kind: Kind, code: string, document: ReferenceDocuments[Kind]) =>
  request<Entry<ReferenceDocuments[Kind]>>(`/v1/${kind}/${encodeURIComponent(code)}`, { method: 'PUT', body: document });

/** What is asked for again after an entry of a kind was changed. */
export const entryChanges = (kind: ReferenceKind) => [
  ['catalogue', kind],
  ['reference', kind],
];
