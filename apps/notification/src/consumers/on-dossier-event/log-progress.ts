import type { LogProgress } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';

/** Notes up to which moment the log has been read with these records. */
export async function noteProgress(database: Queryable, partition: number, records: readonly LogProgress[]): Promise<void> {
  const known = records.findLast(({ recordedUpTo }) => recordedUpTo !== null);
  if (known === undefined) return;
  await database.query(
    `INSERT INTO notification.log_reading AS reading (partition, recorded_up_to) VALUES ($1, $2)
     ON CONFLICT (partition) DO UPDATE SET recorded_up_to = greatest(reading.recorded_up_to, excluded.recorded_up_to)`,
    [partition, known.recordedUpTo],
  );
}
