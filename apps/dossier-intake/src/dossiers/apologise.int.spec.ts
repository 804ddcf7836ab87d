import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierView } from '@motcua/contracts';
import { receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

/** Received on Monday 2026-11-16 at 10:00, due on Thursday the 19th at 10:00. */
let now = Date.parse(receipt.occurredAt);
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const head = ['head', 'dong-xuan'] as const;
const admin = ['admin'] as const;
const act = (id: string, action: string, body: object = {}, more: Partial<Call> = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as: head, ...more });
const read = async (id: string): Promise<DossierView> =>
  (await intake.call({ url: `/v1/dossiers/${id}`, as: head })).body as unknown as DossierView;
const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+07:00`);
const sorry = { reasonCode: 'other', reasonText: 'Máy in hỏng', promised: '2026-11-23T10:00:00+07:00' };

async function receive(): Promise<string> {
  now = at('2026-11-16 10:00');
  const { body } = await intake.call({ method: 'POST', url: '/v1/dossiers', body: receipt, as: counter });
  return (body as unknown as DossierView).dossier.dossierId;
}

describe('an apology for a result that is late', () => {
  it('is offered and taken once it is late, promises a moment and moves no due moment', async () => {
    const id = await receive();
    const { dossier: before, actions } = await read(id);
    expect(actions).not.toContain('apologise');
    now = at('2026-11-19 09:00');
    expect(await act(id, 'apologise', sorry)).toMatchObject({ status: 409, body: { code: 'dossier.apology-too-early' } });
    const late = { reasonCode: 'other', reasonText: 'x', newDue: sorry.promised };
    expect(await act(id, 'extend', late)).toMatchObject({
      status: 409,
      body: { code: 'dossier.extension-too-late', detail: expect.stringContaining('apologise') },
    });

    now = at('2026-11-19 10:01');
    expect((await read(id)).actions).toContain('apologise');
    expect((await act(id, 'apologise', sorry, { as: counter })).status).toBe(403);
    const answer = await act(id, 'apologise', sorry);
    const { originalDue, currentDue, due766, lateFrom } = before;
    const apology = { at: '2026-11-19T03:01:00.000Z', promised: '2026-11-23T03:00:00.000Z' };
    expect(answer).toMatchObject({
      status: 200,
      body: { dossier: { apology, originalDue, currentDue, due766, lateFrom, extensionCount: 0, status: 2 } },
    });
    expect((await read(id)).history?.at(-1)).toMatchObject({
      type: 'vn.motcua.dossier.apologised.v1',
      change: { reasonCode: 'other', due: currentDue, promised: apology.promised },
      reasonText: sorry.reasonText,
    });
    const contact = { as: { service: 'notification', audience: 'dossier-intake' } as const };
    expect((await intake.call({ url: `/v1/dossiers/${id}/contact?reason=2`, ...contact })).status).toBe(200);
  });

  it('stands until its moment has passed, and is given on a slip', async () => {
    const id = await receive();
    now = at('2026-11-20 08:00');
    await act(id, 'apologise', sorry);
    const slip = (await intake.call({ url: `/v1/dossiers/${id}/slips/2`, as: head })).body;
    expect(slip).toMatchObject({ step: { type: 'vn.motcua.dossier.apologised.v1' }, dossier: { apology: {} } });
    const again = { ...sorry, promised: '2026-11-25T10:00:00+07:00' };
    expect((await act(id, 'apologise', again)).body).toMatchObject({ code: 'dossier.apology-standing' });
    now = at('2026-11-23 10:01');
    expect((await act(id, 'apologise', again)).body).toMatchObject({
      dossier: { apology: { promised: '2026-11-25T03:00:00.000Z' } },
    });
    const closed = { ...sorry, promised: '2026-11-28T10:00:00+07:00' };
    now = at('2026-11-25 10:01');
    expect(await act(id, 'apologise', closed)).toMatchObject({
      status: 422,
      body: { code: 'dossier.appointment-outside-hours', lawfulMoments: expect.any(Array) },
    });
  });
});

describe('a dossier whose result waits to be returned', () => {
  it('is reassigned to another unit, which returns it', async () => {
    const id = await receive();
    await act(id, 'process');
    const moved = await act(id, 'reassign', { toUnit: 'khai-xuan', reasonCode: 'other', reasonText: 'x' }, { as: admin });
    expect(moved).toMatchObject({
      status: 200,
      body: { dossier: { status: 9, responsibleUnit: 'khai-xuan', endedBy: 'processed' } },
    });
    expect(await act(id, 'return', {}, { as: ['counter', 'khai-xuan'] })).toMatchObject({
      status: 200,
      body: { dossier: { status: 10 } },
    });
  });
});
