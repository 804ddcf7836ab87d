import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { pid } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { AdminPort, OffsetRange, TopicPartition } from '../client/kafka-client.port.ts';
import type { PartitionCounts } from '../client/partition-counts.ts';
import { toKey } from '../client/to-key.ts';
import type { TransportLog } from '../client/transport-log.ts';
import { refuseSurplusPartition, refuseUnknownPartition, type PositionRefusal } from '../offsets/check-position.ts';
import type { TopicSources } from '../offsets/source-agreement.ts';
import type { TopicIdentities } from '../offsets/topic-identities.ts';
import type { Transactions } from '../transactions/transaction.ts';
import { claimPartition, findRefusal, isRefusal } from './claim-partition.ts';
import type { PartitionProgress } from './partition-progress.ts';
import { retryTransient, type TransientRetry } from './retry-transient.ts';

export interface PartitionClaimerOptions {
  readonly projection: string;
  readonly admin: AdminPort;
  readonly transactions: Transactions;
  readonly schema: string;
  readonly identities: TopicIdentities;
  /** Partitions beyond these are refused. */
  readonly partitions: PartitionCounts;
  readonly sources: TopicSources;
  readonly retry: TransientRetry;
  readonly log: TransportLog;
}

const comparisonWaitMs = 3_000;
const comparisonLookMs = 100;

/** Claims partitions for this process, each in a transaction of its own: one that waits for a zombie's lock holds up no other. */
export class PartitionClaimer {
  readonly #owner = `${hostname()}:${pid}:${randomUUID().slice(0, 8)}`;

  constructor(private readonly options: PartitionClaimerOptions) {}

  async claim(partitions: readonly TopicPartition[]): Promise<(PartitionProgress | PositionRefusal)[]> {
    const ranges = await listAllOffsets(
      this.options.admin,
      partitions.map(({ topic }) => topic),
    );
    return Promise.all(partitions.map((partition) => this.#claim(partition, ranges)));
  }

  /** Whether every partition of the topics could be read on from where it stands. Claims nothing. */
  async couldClaimAll(topics: readonly string[]): Promise<boolean> {
    const { projection, admin, identities, schema, transactions } = this.options;
    const ranges = await listAllOffsets(admin, topics);
    return transactions.run(async (transaction) => {
      for (const range of ranges) {
        if (this.#findSurplus(range) !== undefined) return false;
        const identity = identities.toIdentity(projection, range);
        const source = this.options.sources[range.topic];
        if ((await findRefusal(transaction, { identity, range, schema, source })) !== undefined) return false;
      }
      return true;
    });
  }

  #findSurplus({ topic, partition }: TopicPartition): PositionRefusal | undefined {
    const count = this.options.partitions[topic];
    if (count === undefined || partition < count) return undefined;
    return refuseSurplusPartition(this.options.projection, topic, partition, count);
  }

  async #claim(partition: TopicPartition, ranges: readonly OffsetRange[]): Promise<PartitionProgress | PositionRefusal> {
    const { projection, identities, schema, transactions, retry, log } = this.options;
    const surplus = this.#findSurplus(partition);
    if (surplus !== undefined) return surplus;
    const range = ranges.find((it) => toKey(it) === toKey(partition));
    if (range === undefined) return refuseUnknownPartition(projection, partition.topic, partition.partition);
    const source = this.options.sources[partition.topic];
    const claim = { identity: identities.toIdentity(projection, partition), range, owner: this.#owner, schema, source };
    return retryTransient(
      () => this.#untilCompared(() => transactions.run((transaction) => claimPartition(transaction, claim))),
      (error, attempt) => {
        log.warn({ projection, ...partition, attempt, reason: String(error) }, 'claim retried');
        return Promise.resolve();
      },
      retry,
    );
  }

  /** After a failover the relay compares in these moments: worth a wait before the group is left. */
  async #untilCompared(claim: () => Promise<PartitionProgress | PositionRefusal>): Promise<PartitionProgress | PositionRefusal> {
    const deadline = performance.now() + comparisonWaitMs;
    for (;;) {
      const claimed = await claim();
      const isWaiting = isRefusal(claimed) && claimed.code === 'offset.log-not-compared';
      if (!isWaiting || performance.now() > deadline) return claimed;
      await delay(comparisonLookMs);
    }
  }
}

/** Begin and end of every partition of the topics. */
export async function listAllOffsets(admin: AdminPort, topics: readonly string[]): Promise<OffsetRange[]> {
  const ranges = await Promise.all([...new Set(topics)].map((topic) => admin.listOffsets(topic)));
  return ranges.flat();
}
