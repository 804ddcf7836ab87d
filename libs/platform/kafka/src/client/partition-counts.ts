/**
 * Topic → how many partitions its contract gives it. A topic with more is no longer read and written as one: a key would lie in two
 * partitions, and two transactions would write what is known of it. A topic that is not named may have any number.
 */
export type PartitionCounts = Readonly<Record<string, number>>;
