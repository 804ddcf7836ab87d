import type { Queryable } from '@motcua/postgres';
import { toLink } from './chain.ts';
import { beginning } from './hash-chain.ts';
import { entryColumns, toStoredEntry, type EntryRow } from './stored-entries.ts';
import type { Seal } from './seal-entries.ts';

export interface ChainCheck {
  /** How many entries the chain holds. */
  readonly links: number;
  /** How many entries wait for their link. */
  readonly unsealed: number;
  /** The first place at which the chain is not what the entries make; null: it is whole. */
  readonly broken: { readonly sequence: number; readonly why: 'missing' | 'changed' | 'not-as-sealed' } | null;
}

interface LinkRow extends EntryRow {
  readonly sequence: string;
  readonly hash: string;
  /** Its entry. */
  readonly is_missing: boolean;
}

const PAGE = 5_000;

/** Recomputes the chain from the entries. @param seals what was published of it, by sequence: the chain must still go through them */
export async function verifyChain(database: Queryable, seals: readonly Seal[] = []): Promise<ChainCheck> {
  const sealed = new Map(seals.map(({ sequence, hash }) => [sequence, hash]));
  const [counted] = await database.query<{ unsealed: string }>(
    'SELECT count(*)::text AS unsealed FROM audit_entry WHERE NOT EXISTS (SELECT FROM audit_link WHERE audit_link.position = audit_entry.position)',
  );
  const unsealed = Number(counted?.unsealed ?? 0);
  let hash = beginning;
  let links = 0;
  for (;;) {
    const rows = await database.query<LinkRow>(page, [links, PAGE]);
    for (const row of rows) {
      links += 1;
      if (Number(row.sequence) !== links || row.is_missing)
        return { links, unsealed, broken: { sequence: links, why: 'missing' } };
      hash = toLink(hash, toStoredEntry(row));
      if (hash !== row.hash) return { links, unsealed, broken: { sequence: links, why: 'changed' } };
      if ((sealed.get(links) ?? hash) !== hash) return { links, unsealed, broken: { sequence: links, why: 'not-as-sealed' } };
    }
    if (rows.length < PAGE) break;
  }
  const beyond = seals.find(({ sequence }) => sequence > links);
  return { links, unsealed, broken: beyond === undefined ? null : { sequence: beyond.sequence, why: 'missing' } };
}

const page = `
  SELECT link.sequence::text AS sequence, link.hash, entry.position IS NULL AS is_missing, ${entryColumns}
  FROM audit_link AS link LEFT JOIN audit_entry AS entry USING (position)
  WHERE link.sequence > $1 ORDER BY link.sequence LIMIT $2`;
