import type { OffsetRange } from '../client/kafka-client.port.ts';

export interface StoredPosition {
  readonly nextOffset: bigint;
  readonly epoch: bigint;
}

/**
 * Why a partition cannot be read on: only a rebuild from the archive makes the projection whole again, of a surplus one a topic made anew; what was not
 * compared waits for its relay.
 */
export interface PositionRefusal {
  readonly code:
    | 'offset.out-of-range'
    | 'offset.history-missing'
    | 'offset.topic-replaced'
    | 'offset.partition-unknown'
    | 'offset.partition-surplus'
    | 'offset.log-not-compared';
  readonly detail: string;
}

/** Is everything between the stored position and the log's end still there, and nothing of it imaginary? */
export function checkPosition(
  projection: string,
  nextOffset: bigint,
  { topic, partition, begin, end }: OffsetRange,
): PositionRefusal | undefined {
  if (nextOffset >= begin && nextOffset <= end) return undefined;
  const where = nextOffset < begin ? 'the records from there on were deleted' : 'the log ends before it';
  return {
    code: 'offset.out-of-range',
    detail: `${projection} stands at ${nextOffset} of ${topic}/${partition}, which holds [${begin}, ${end}): ${where}. ${cure(projection)}`,
  };
}

/** A projection that never read this partition may begin only where nothing is missing before. */
export function checkFirstPosition(projection: string, { topic, partition, begin }: OffsetRange): PositionRefusal | undefined {
  if (begin === 0n) return undefined;
  return {
    code: 'offset.history-missing',
    detail: `${projection} has not read ${topic}/${partition} yet, and its records before ${begin} were deleted. ${cure(projection)}`,
  };
}

export const refuseReplacedTopic = (projection: string, topic: string): PositionRefusal => ({
  code: 'offset.topic-replaced',
  detail: `${projection} has read another ${topic} than the one that exists now (other cluster or re-created topic). ${cure(projection)}`,
});

export const refuseUnknownPartition = (projection: string, topic: string, partition: number): PositionRefusal => ({
  code: 'offset.partition-unknown',
  detail: `${projection} was given ${topic}/${partition}, which the cluster does not describe. ${cure(projection)}`,
});

/** @param count of the topic's contract */
export const refuseSurplusPartition = (projection: string, topic: string, partition: number, count: number): PositionRefusal => ({
  code: 'offset.partition-surplus',
  detail: `${projection} was given ${topic}/${partition}. ${sayTooMany(topic, count)}`,
});

/** What is wrong with a topic that was given more partitions, and what to do. */
export const sayTooMany = (topic: string, count: number): string =>
  `${topic} has more than the ${count} partitions of its contract: what is said of one key would be read in two. ` +
  `Make the topic anew with ${count}, then run "motcua relay adopt" for whoever writes it, and "motcua rebuild" for whoever reads it.`;

const cure = (projection: string): string => `Run "motcua rebuild ${projection.split('.')[0]}".`;
