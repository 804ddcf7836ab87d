/**
 * How much one transaction takes when the projection catches up. The more events of a partition meet in one batch, the more of
 * them belong to the same dossier and the same cells, which are then read and written once; so a fetch is taken whole. Live batches
 * are as small as they come. 12,000 (0.5 s on 2 cores) stay far below the role’s transaction timeout of 5 s on a slow machine too.
 */
export const throughput = {
  consumer: { maxBytesPerPartition: 16 * 1_048_576, partitionsConsumedConcurrently: 2 },
  maxMessagesPerTransaction: 12_000,
} as const;
