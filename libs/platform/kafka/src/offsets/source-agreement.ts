import { createHash } from 'node:crypto';
import type { Transaction } from '@motcua/postgres';
import { clusterTimelineSql } from '@motcua/postgres';
import type { TopicPartition } from '../client/kafka-client.port.ts';
import type { PositionRefusal } from './check-position.ts';
import { toSchemaName } from './schema-name.ts';

/** By which a record is known to be the one that was found. */
export const toDigest = (value: Buffer): string => createHash('sha256').update(value).digest('hex');

/** Topic → the schema of the event table behind it, in the same database. */
export type TopicSources = Readonly<Record<string, string>>;

/** Records of a partition that are void, because the database has lost what they say: offset → SHA-256 of the value, hexadecimal. */
export type OrphanedRecords = ReadonlyMap<bigint, string>;

/**
 * Why nothing of a topic may be read as things stand: the database was restored to a moment, or a standby has taken over, and the relay has not compared the
 * log with the table since; or it has, and nobody has settled what it found. A source that is not in this database, or has never published, is asked nothing.
 */
export async function findDisagreement(
  transaction: Transaction,
  { projection, topic, source }: { readonly projection: string; readonly topic: string; readonly source: string | undefined },
): Promise<PositionRefusal | undefined> {
  if (source === undefined || !(await mayRead(transaction, source))) return undefined;
  const schema = toSchemaName(source);
  // A copy of the disk has the timeline on which they agreed: there what was found says it alone.
  const [row] = await transaction.query<{ agrees: boolean }>(
    `SELECT coalesce((SELECT cluster = ${clusterTimelineSql} FROM ${schema}.log_agreement WHERE topic = $1), true)
            AND NOT EXISTS (SELECT FROM ${schema}.orphaned_record WHERE topic = $1 AND settled_at IS NULL) AS agrees`,
    [topic],
  );
  if (row?.agrees !== false) return undefined;
  return {
    code: 'offset.log-not-compared',
    detail:
      `The database was restored or failed over, and the relay of ${source} has not found that ${topic} holds nothing which the database lost: ` +
      `${projection} reads nothing of it before. Run "motcua relay compare".`,
  };
}

/** What somebody has declared void of a partition, from this offset on. */
export async function listOrphanedRecords(
  transaction: Transaction,
  { topic, partition }: TopicPartition,
  { source, from }: { readonly source: string | undefined; readonly from: bigint },
): Promise<OrphanedRecords> {
  if (source === undefined || !(await mayRead(transaction, source))) return new Map();
  const rows = await transaction.query<{ offset: string; digest: string }>(
    `SELECT "offset"::text, digest FROM ${toSchemaName(source)}.orphaned_record
     WHERE topic = $1 AND partition = $2 AND "offset" >= $3 AND settled_at IS NOT NULL`,
    [topic, partition, from.toString()],
  );
  return new Map(rows.map(({ offset, digest }) => [BigInt(offset), digest]));
}

/** A service's own specs have no source, and one that was upgraded before its source cannot read it yet. */
async function mayRead(transaction: Transaction, source: string): Promise<boolean> {
  const [row] = await transaction.query<{ may: boolean }>(
    `SELECT has_schema_privilege(relnamespace, 'USAGE') AND has_table_privilege(oid, 'SELECT') AS may
     FROM pg_class WHERE relname = 'orphaned_record' AND relnamespace = to_regnamespace($1)`,
    [source],
  );
  return row?.may === true;
}
