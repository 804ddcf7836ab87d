import type { AdminPort } from '@motcua/kafka';
import type { ClientBase } from 'pg';
import { listSchemasWith } from './schemas-with.ts';

export interface ScrubbedTopic {
  readonly topic: string;
  /** Records that were deleted, or would be. */
  readonly records: number;
  /** Records from before the event table was cleaned that a projection has still to read. */
  readonly waiting: number;
  /** Who has still to read them, as `schema/projection`. */
  readonly waitingFor: readonly string[];
}

/**
 * Deletes what lay on a topic when the event tables had been cleaned: those tables are the archive, and what is published from now on
 * is clean. No record is deleted that a projection has not read: it would have lost its place in the log.
 */
export async function scrubTopic(
  { client, admin, isDryRun }: { readonly client: ClientBase; readonly admin: AdminPort; readonly isDryRun: boolean },
  topic: string,
): Promise<ScrubbedTopic> {
  const ranges = (await admin.listOffsets(topic)).filter(({ begin, end }) => end > begin);
  const [clusterId, topicIds] = await Promise.all([admin.getClusterId(), admin.findTopicIds([topic])]);
  const readers = await listReaders(client, clusterId, topicIds.get(topic) ?? '');
  const waitingFor = new Set<string>();
  const before = ranges.map(({ partition, begin, end }) => {
    let offset = end;
    for (const { name, positions } of readers) {
      const position = positions.get(partition) ?? 0n;
      if (position < end) waitingFor.add(name);
      if (position < offset) offset = position;
    }
    return { partition, begin, end, offset: offset < begin ? begin : offset };
  });
  const deletable = before.filter(({ begin, offset }) => offset > begin);
  if (!isDryRun && deletable.length > 0) await admin.deleteRecordsBefore(topic, deletable);
  const sum = (of: (one: (typeof before)[number]) => bigint): number =>
    Number(before.reduce((total, one) => total + of(one), 0n));
  return {
    topic,
    records: sum(({ begin, offset }) => offset - begin),
    waiting: sum(({ end, offset }) => end - offset),
    waitingFor: [...waitingFor].sort(),
  };
}

interface Reader {
  readonly name: string;
  readonly positions: ReadonlyMap<number, bigint>;
}

/** Every projection of any service that reads the topic, with the offset it reads next of each partition. */
async function listReaders(client: ClientBase, clusterId: string, topicId: string): Promise<Reader[]> {
  const readers = new Map<string, Map<number, bigint>>();
  for (const name of await listSchemasWith(client, 'consumer_offset')) {
    const { rows } = await client.query<{ projection: string; partition: number; next_offset: string }>(
      `SELECT projection, partition, next_offset FROM ${name}.consumer_offset WHERE cluster_id = $1 AND topic_id = $2`,
      [clusterId, topicId],
    );
    for (const { projection, partition, next_offset } of rows) {
      const positions = readers.get(`${name}/${projection}`) ?? new Map<number, bigint>();
      readers.set(`${name}/${projection}`, positions.set(partition, BigInt(next_offset)));
    }
  }
  return [...readers].map(([name, positions]) => ({ name, positions }));
}
