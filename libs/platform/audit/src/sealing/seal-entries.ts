import { createBulkInsert, type Transaction } from '@motcua/postgres';
import { toLink } from './chain.ts';
import { beginning } from './hash-chain.ts';
import { entryColumns, toStoredEntry, type EntryRow } from './stored-entries.ts';

/** The end of the chain: it stands for every entry before it. */
export interface Seal {
  readonly sequence: number;
  readonly hash: string;
}

/** Any constant will do; the schema makes it the service's own. */
const lock = `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.audit', 0))`;
const MAX_AT_ONCE = 1_000;

const insertLinks = createBulkInsert({
  into: 'audit_link',
  columns: {
    sequence: { type: 'text', toSql: toBigint },
    xid: { type: 'text', toSql: toXid },
    position: { type: 'text', toSql: toBigint },
    hash: 'text',
  },
});
function toBigint(given: string): string {
  return `${given}::bigint`;
}
function toXid(given: string): string {
  return `${given}::xid8`;
}

interface LastLink extends Record<string, unknown> {
  readonly sequence: string;
  readonly hash: string;
}
interface UnsealedRow extends EntryRow {
  readonly xid: string;
}

interface Sealed {
  /** The end of the chain; undefined: there is none yet. */
  readonly seal: Seal | undefined;
  readonly isMore: boolean;
  /** Who of people is among them with something read. */
  readonly readers: readonly string[];
}

/** One instance at a time: the lock is held to the end of the transaction. */
export async function sealEntries(transaction: Transaction): Promise<Sealed> {
  await transaction.query(lock);
  const [last] = await transaction.query<LastLink>(
    'SELECT link.sequence::text AS sequence, hash FROM audit_link AS link ORDER BY link.sequence DESC LIMIT 1',
  );
  const rows = await transaction.query<UnsealedRow>(unsealed, [MAX_AT_ONCE]);
  let sequence = Number(last?.sequence ?? 0);
  let hash = last?.hash ?? beginning;
  const links = rows.map((row) => {
    sequence += 1;
    hash = toLink(hash, toStoredEntry(row));
    return { sequence: String(sequence), xid: row.xid, position: row.position, hash };
  });
  await insertLinks(transaction, links);
  const [rest] = await transaction.query<{ isMore: boolean }>(
    `SELECT EXISTS (SELECT FROM audit_entry AS entry WHERE ${behindChain}) AS "isMore"`,
  );
  const readers = [...new Set(rows.filter(isReadByPerson).map(({ sub }) => sub))];
  return { seal: sequence === 0 ? undefined : { sequence, hash }, isMore: rest?.isMore ?? false, readers };
}

/** Services and legacy systems read much, and are watched by nobody's count. */
const isReadByPerson = ({ route, role }: UnsealedRow): boolean =>
  route.startsWith('GET ') && !['service', 'source', 'public'].includes(role);

const behindChain = `(entry.xid, entry.position) > (
  coalesce((SELECT xid FROM audit_link ORDER BY sequence DESC LIMIT 1), '0'),
  coalesce((SELECT position FROM audit_link ORDER BY sequence DESC LIMIT 1), 0))`;

/**
 * In the order in which they were committed, as far as that is known: below the oldest transaction that is still open nothing can come
 * any more.
 */
const unsealed = `
  SELECT entry.xid::text AS xid, ${entryColumns} FROM audit_entry AS entry
  WHERE ${behindChain} AND entry.xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY entry.xid, entry.position LIMIT $1`;
