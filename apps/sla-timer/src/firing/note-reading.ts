import { readProjectionLag, type KafkaClientPort } from '@motcua/kafka';
import type { Pool } from 'pg';
import { schema } from '../config.ts';
import { PROJECTION } from '../following/dossier-event.ts';

/**
 * Up to which moment of the server's own time the dossier log has been read. An end of the log is noted with the moment before it
 * was asked for; once the consumer's stored offset is there, everything recorded by that moment is known. An older end that is not
 * reached yet is kept, so that a log that never rests is known too.
 */
const note = `
WITH given AS (
  SELECT given.partition, given.log_end, $4::timestamptz AS at, given.done, coalesce(given.done >= least(reading.noted_end, given.log_end), true) AS is_there
  FROM unnest($1::int2[], $2::int8[], $3::int8[]) AS given (partition, log_end, done) LEFT JOIN sla.reading USING (partition)
)
INSERT INTO sla.reading AS reading (partition, noted_end, noted_at, current_at)
SELECT partition, log_end, at, CASE WHEN done >= log_end THEN at ELSE '-infinity' END FROM given ORDER BY partition
ON CONFLICT (partition) DO UPDATE SET (noted_end, noted_at, current_at) = (
  SELECT CASE WHEN is_there THEN log_end ELSE reading.noted_end END, CASE WHEN is_there THEN at ELSE reading.noted_at END,
    greatest(reading.current_at, CASE WHEN done >= log_end THEN at WHEN is_there THEN reading.noted_at END)
  FROM given WHERE given.partition = excluded.partition)`;

/** Any instance may do it for all partitions, and several may: a later moment wins. */
export async function noteReading(pool: Pool, client: KafkaClientPort, topic: string): Promise<void> {
  const { rows } = await pool.query<{ now: string }>('SELECT clock_timestamp()::text AS now');
  const query = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, [...parameters])).rows as Row[];
  const positions = await readProjectionLag({ query }, { client, schema, projection: PROJECTION, topics: [topic] });
  await pool.query(note, [
    positions.map(({ identity }) => identity.partition),
    positions.map(({ range }) => range.end.toString()),
    positions.map(({ nextOffset, range }) => (nextOffset ?? range.begin).toString()),
    rows[0]?.now,
  ]);
}
