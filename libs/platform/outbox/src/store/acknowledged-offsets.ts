/** Topic → partition → the highest offset known to be in the log, as text: the shape kept in jsonb. */
export type AcknowledgedOffsets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a send was answered with, added to what was known. An offset below zero says nothing (a duplicate the broker recognised). */
export function acknowledge(known: AcknowledgedOffsets, topic: string, bases: ReadonlyMap<number, bigint>): AcknowledgedOffsets {
  const advanced = [...bases]
    .filter(([, base]) => base >= 0n)
    .map(([partition, base]) => [String(partition), String(base)] as const);
  return { ...known, [topic]: { ...known[topic], ...Object.fromEntries(advanced) } };
}

/** Partitions whose answer lies at or below what had been acknowledged before: the broker lost the end of its log meanwhile. */
export function lostPartitions(known: AcknowledgedOffsets, topic: string, bases: ReadonlyMap<number, bigint>): number[] {
  const before = known[topic] ?? {};
  return [...bases]
    .filter(([partition, base]) => base >= 0n && base <= BigInt(before[String(partition)] ?? -1))
    .map(([partition]) => partition);
}

/** Whether every offset still lies in the log. @param ends one past the last record, by topic and partition; an unknown one counts as empty */
export function isStillThere(known: AcknowledgedOffsets, ends: ReadonlyMap<string, ReadonlyMap<number, bigint>>): boolean {
  return Object.entries(known).every(([topic, partitions]) =>
    Object.entries(partitions).every(([partition, offset]) => BigInt(offset) < (ends.get(topic)?.get(Number(partition)) ?? 0n)),
  );
}
