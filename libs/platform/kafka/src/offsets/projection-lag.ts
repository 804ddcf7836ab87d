import type { Queryable } from '@motcua/postgres';
import type { KafkaClientPort, OffsetRange } from '../client/kafka-client.port.ts';
import { ConsumerOffsetStore, type PartitionIdentity } from './consumer-offset.store.ts';
import { TopicIdentities } from './topic-identities.ts';

export interface ProjectionPosition {
  readonly identity: PartitionIdentity;
  readonly range: OffsetRange;
  /** Undefined: never read. */
  readonly nextOffset: bigint | undefined;
  readonly lag: bigint;
}

/** Where every partition of a projection stands against the log's end, whichever process owns it. */
export async function readProjectionLag(
  database: Queryable,
  {
    client,
    schema,
    projection,
    topics,
  }: { client: KafkaClientPort; schema: string; projection: string; topics: readonly string[] },
): Promise<readonly ProjectionPosition[]> {
  const identities = await TopicIdentities.find(client.admin, topics, { timeoutMs: 0, isCancelled: () => false });
  const ranges = (await Promise.all(topics.map((topic) => client.admin.listOffsets(topic)))).flat();
  const offsets = new ConsumerOffsetStore(schema);
  const partitions = ranges.map((range) => ({ identity: identities.toIdentity(projection, range), range }));
  const stored = await offsets.findAll(
    database,
    partitions.map(({ identity }) => identity),
  );
  return partitions.map(({ identity, range }, index) => {
    const nextOffset = stored[index]?.nextOffset;
    const done = nextOffset ?? range.begin;
    return { identity, range, nextOffset, lag: range.end > done ? range.end - done : 0n };
  });
}
