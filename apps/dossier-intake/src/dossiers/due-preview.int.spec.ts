import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const preview = (question: Record<string, string>, as: NonNullable<Call['as']> = counter): Promise<CallAnswer> =>
  intake.call({ url: `/v1/due?${new URLSearchParams(question).toString()}`, as });

describe('GET /v1/due', () => {
  it('promises and explains what the receipt then promises and explains', async () => {
    for (const procedure of ['1.000689', '1.001193'])
      for (const at of ['2026-11-16T10:00:00+07:00', '2026-11-16T15:30:00+07:00', '2026-11-20T16:59:00+07:00']) {
        const opened = await intake.call({
          method: 'POST',
          url: '/v1/dossiers',
          as: counter,
          body: { ...receipt, procedure, occurredAt: at },
        });
        const { dossier, ledger } = opened.body as unknown as { dossier: Record<string, unknown>; ledger: unknown[] };
        const asked = await preview({ unit: 'dong-xuan', procedure, at });
        expect([asked.status, asked.body]).toEqual([
          200,
          {
            unit: 'dong-xuan',
            procedure,
            receivedAt: dossier['receivedAt'],
            due: dossier['currentDue'],
            ruleSet: dossier['ruleSet'],
            ledger,
          },
        ]);
        expect(ledger.length).toBeGreaterThan(0);
      }
  });

  it('keeps nothing', async () => {
    const count = async () => (await intake.admin.query('SELECT FROM intake.event')).rowCount;
    const before = await count();
    await preview({ unit: 'dong-xuan', procedure: '1.000689' });
    expect(await count()).toBe(before);
  });

  it('refuses what the receipt would be refused for, and who may not receive there', async () => {
    expect((await preview({ unit: 'dong-xuan', procedure: '9.999999' })).body).toMatchObject({ code: 'procedure.unknown' });
    const elsewhere = await preview({ unit: 'khai-xuan', procedure: '1.000689' });
    expect(elsewhere.body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect((await preview({ unit: 'dong-xuan', procedure: '1.000689' }, ['leader', 'thanh-ba'])).status).toBe(403);
  });
});
