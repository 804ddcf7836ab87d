import { Partitioners, type ICustomPartitioner } from 'kafkajs';
import type { PartitionCounts } from '../client/partition-counts.ts';

/** The usual partitioner over the partitions that a topic's contract gives it: those that were added later move no key. */
export const createBoundPartitioner = (counts: PartitionCounts): ICustomPartitioner => {
  return () => {
    const partition = Partitioners.DefaultPartitioner();
    return ({ topic, partitionMetadata, message }) => {
      const count = counts[topic];
      const within = count === undefined ? partitionMetadata : partitionMetadata.filter(({ partitionId }) => partitionId < count);
      return partition({ topic, partitionMetadata: within, message });
    };
  };
};
