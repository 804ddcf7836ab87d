import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { receipt } from '../testing/receipts.ts';
import { startIntake, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

const MINUTE_MS = 60_000;
let now = Date.parse('2026-11-16T10:00:00+07:00');
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

const iso = (at: number): string => new Date(at).toISOString();
const post = (url: string, body: unknown): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as: ['head', 'dong-xuan'] });

it('takes as now what a clock that runs four minutes ahead says, so that what is told without a moment is taken right behind', async () => {
  const opened = await intake.call({ method: 'POST', url: '/v1/dossiers', body: receipt, as: ['counter', 'dong-xuan'] });
  const { dossierId } = opened.body['dossier'] as unknown as { dossierId: string };
  now += 30 * MINUTE_MS;
  const transferred = await post(`/v1/dossiers/${dossierId}/transfer`, {
    occurredAt: iso(now + 4 * MINUTE_MS),
    toUnit: 'dong-xuan',
  });
  expect(transferred).toMatchObject({ status: 200, body: { dossier: { occurredAt: iso(now) } } });
  // Another server, whose clock runs a second behind.
  now -= 1_000;
  expect(await post(`/v1/dossiers/${dossierId}/process`, {})).toMatchObject({
    status: 200,
    body: { dossier: { status: 9, endedAt: iso(now + 1_000) } },
  });
});
