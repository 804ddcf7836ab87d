import { listEntries, type EntryFilter } from '@motcua/audit';
import type { Queryable } from '@motcua/postgres';

export type AuditSearch = Omit<EntryFilter, 'before'>;

const PAGE = 1_000;

/** Entries that fit as lines of JSON, newest first, page by page: however many there are, no more than a page is in memory. */
export async function* exportEntries(database: Queryable, service: string, search: AuditSearch): AsyncGenerator<string> {
  let before: string | undefined;
  for (;;) {
    const page = await listEntries(database, { ...search, before }, PAGE);
    if (page.length > 0)
      yield page.map(({ at, ...entry }) => `${JSON.stringify({ service, at: new Date(at).toISOString(), ...entry })}\n`).join('');
    if (page.length < PAGE) return;
    before = page.at(-1)?.position;
  }
}
