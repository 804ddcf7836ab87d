import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKafkajsClient, type KafkaClientPort, type ProducerPort } from '@motcua/kafka';
import { waitFor } from '@motcua/testing';
import { toReferenceRecord } from '@motcua/contracts/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { legacy, toNdjson } from '../testing/legacy-events.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';
import { afterSwap, beforeSwap } from './late-swap.builder.ts';

const DOSSIERS = 450;
let intake: RunningIntake;
let client: KafkaClientPort;
let producer: ProducerPort;
const others: NestFastifyApplication[] = [];
beforeAll(async () => {
  intake = await startIntake({ calendar: beforeSwap, now: () => Date.parse('2025-12-25T16:00:00+07:00') });
  client = createKafkajsClient({ brokers: intake.brokers, clientId: 'going-on-spec' });
  producer = client.createProducer();
}, 60_000);
afterAll(async () => {
  await Promise.all(others.map((instance) => instance.close()));
  await producer.close();
  await client.close();
  await intake.stop();
});

interface ChangeRow {
  readonly state: string;
  readonly planned: number;
  readonly done: number;
}
const untilChange = (describe: string, holds: (row: ChangeRow) => boolean): Promise<ChangeRow> =>
  waitFor(
    async () => {
      const { rows } = await intake.admin.query<ChangeRow>(
        'SELECT state, planned, done FROM intake.calendar_change WHERE version = 8',
      );
      return rows[0] !== undefined && holds(rows[0]) ? rows[0] : undefined;
    },
    { describe, timeoutMs: 30_000 },
  );

describe('a change of a calendar', () => {
  it('goes on after a stop, with several instances at once, and dates each dossier anew once', async () => {
    const limit = { amount: 5, unit: 'working-day' } as const;
    const events = Array.from({ length: DOSSIERS }, (_, index) =>
      legacy(`S-${String(index)}`, 'received', '2025-12-25T10:00:00+07:00', { limit }),
    );
    const headers = { 'content-type': 'application/x-ndjson' };
    const receipt = await intake.call({ method: 'POST', url: '/v1/events', body: toNdjson(events), headers });
    expect(receipt.body).toMatchObject({ accepted: DOSSIERS });

    // Somebody has a dossier of the second transaction in hand, so that the stop comes in the middle.
    const { rows } = await intake.admin.query<{ id: string }>(
      'SELECT dossier_id::text AS id FROM intake.dossier ORDER BY dossier_id OFFSET 250 LIMIT 1',
    );
    const holder = await intake.admin.connect();
    await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [rows[0]?.id]);
    await producer.send(intake.topics.calendars, [toReferenceRecord('calendars', 'vn', [beforeSwap, afterSwap])]);
    expect(await untilChange('the first transaction', ({ done }) => done > 0)).toEqual({
      state: 'applying',
      planned: DOSSIERS,
      done: 200,
    });
    await intake.app.close();
    await holder.query('SELECT pg_advisory_unlock_all()');
    holder.release();

    others.push(...(await Promise.all([intake.startInstance(), intake.startInstance()])));
    expect(await untilChange('the end', ({ state }) => state === 'done')).toMatchObject({ planned: DOSSIERS, done: DOSSIERS });
    const { rows: counted } = await intake.admin.query(
      `SELECT count(*)::int AS dossiers, max(redated)::int AS most, bool_and(version = redated + 1) AS gapless
       FROM (SELECT dossier_id, max(version) AS version, count(*) FILTER (WHERE type LIKE '%.redated.%') AS redated
             FROM intake.event GROUP BY dossier_id) AS each WHERE redated > 0`,
    );
    expect(counted).toEqual([{ dossiers: DOSSIERS, most: 1, gapless: true }]);
  });
});
