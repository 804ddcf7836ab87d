/**
 * Into how many rows a cell is split, so that two instances need not wait for one another at the province's. Readers sum over them.
 * Within an instance one batch is reckoned while another is written, whatever the number; each more costs rows (docs/adr/0011).
 */
const SHARDS = 2;

/** The shard that a partition's batches write. Two members of a group are given the even and the odd partitions. */
export const shardOf = (partition: number): number => partition % SHARDS;
