import type { TopicPartition } from '../client/kafka-client.port.ts';
import type { PartitionProgress, ProjectionCounters } from './partition-progress.ts';

/**
 * - `starting`: no partitions given yet.
 * - `running`: following the log.
 * - `stopped`: told to stop.
 * - `refused`: the stored position cannot be read on (`reason` names the command that helps).
 * - `fused`: nearly everything was a dead letter.
 * - `failed`: an unknown error, or the client died.
 */
export type TransportState = 'starting' | 'running' | 'stopped' | 'refused' | 'fused' | 'failed';

export interface PartitionStatus extends TopicPartition {
  readonly nextOffset: bigint;
  readonly endOffset: bigint;
  /** Offsets not yet passed. */
  readonly lag: bigint;
  readonly parked: number;
  /** ISO 8601; null before this process's first commit. */
  readonly movedAt: string | null;
}

/** What health endpoints and metrics read. Covers the partitions of this process; `readProjectionLag` covers all. */
export interface TransportStatus {
  readonly projection: string;
  readonly state: TransportState;
  /** Why it does not run. */
  readonly reason: string | undefined;
  readonly partitions: readonly PartitionStatus[];
  readonly lag: bigint;
  /** Running, and nothing is left to read as far as is known. */
  readonly caughtUp: boolean;
  /** Has been caught up at least once since the start. */
  readonly hasCaughtUp: boolean;
  readonly movedAt: string | null;
  readonly messagesPerSecond: number;
  readonly counters: Readonly<ProjectionCounters>;
}

/** The status of a projection from what its runner knows. */
export function toTransportStatus({
  progress,
  ...rest
}: Pick<TransportStatus, 'projection' | 'state' | 'reason' | 'hasCaughtUp' | 'messagesPerSecond' | 'counters'> & {
  readonly progress: readonly PartitionProgress[];
}): TransportStatus {
  const partitions = progress.map(toPartitionStatus);
  const lag = partitions.reduce((sum, it) => sum + it.lag, 0n);
  const moments = partitions.map(({ movedAt }) => movedAt).filter((it) => it !== null);
  return { ...rest, partitions, lag, caughtUp: rest.state === 'running' && lag === 0n, movedAt: moments.sort().at(-1) ?? null };
}

const toPartitionStatus = ({ cursor, passedOver, endOffset, parked, movedAt }: PartitionProgress): PartitionStatus => ({
  topic: cursor.identity.topic,
  partition: cursor.identity.partition,
  nextOffset: cursor.nextOffset,
  endOffset,
  lag: toLag(endOffset, passedOver > cursor.nextOffset ? passedOver : cursor.nextOffset),
  parked,
  movedAt: movedAt === undefined ? null : new Date(movedAt).toISOString(),
});

const toLag = (end: bigint, position: bigint): bigint => (end > position ? end - position : 0n);
