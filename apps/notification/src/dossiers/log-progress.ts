import { LogProgressEvent } from '@motcua/contracts';
import { deadLetter, ok, skip, type IncomingMessage, type StepResult } from '@motcua/kafka';
import type { Queryable } from '@motcua/postgres';
import { readCloudEvent } from '../notices/read-cloud-event.ts';

/** How far the dossier log goes, as it says itself. */
export type LogProgress = LogProgressEvent['data'];
export const isProgress = (item: object): item is LogProgress => 'sessionsEnded' in item;

/** A control record of the log. */
export function stepProgress({ value }: Pick<IncomingMessage, 'value'>): StepResult<LogProgress> {
  const body = readCloudEvent(value);
  if (body === undefined) return deadLetter('the message is no JSON object with a type', 'parse');
  const parsed = LogProgressEvent.safeParse(body);
  return parsed.success ? ok(parsed.data.data) : skip('unknown control record');
}

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
