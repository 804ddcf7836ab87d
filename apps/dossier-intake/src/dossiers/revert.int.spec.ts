import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierView } from '@motcua/contracts';
import { legacy, toNdjson } from '../testing/legacy-events.ts';
import { receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

const MINUTE_MS = 60_000;

let now = Date.parse(receipt.occurredAt);
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const act = (id: string, action: string, body: object = {}, more: Partial<Call> = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as: counter, ...more });
const read = async (id: string, as: NonNullable<Call['as']> = counter): Promise<DossierView> =>
  (await intake.call({ url: `/v1/dossiers/${id}`, as })).body as unknown as DossierView;

async function receive(): Promise<string> {
  const { body } = await intake.call({ method: 'POST', url: '/v1/dossiers', body: receipt, as: counter });
  return (body as unknown as DossierView).dossier.dossierId;
}
/** What is known of a dossier, without what tells how it came to be known. */
const plain = ({ dossier }: DossierView): unknown => ({ ...dossier, dossierVersion: 0, occurredAt: '', recordedAt: '' });

describe('an event taken back', () => {
  it('leaves the dossier as it was, tells so, and is offered to its author as long as they may', async () => {
    const id = await receive();
    const before = await read(id);
    expect(before.undo).toBeUndefined();
    const until = new Date(now + 5 * MINUTE_MS).toISOString();
    const undo = { event: 2, name: 'returned', until };
    expect((await act(id, 'return')).body).toMatchObject({ undo, dossier: { status: 10 } });
    expect(await read(id)).toMatchObject({ undo, actions: expect.arrayContaining(['revert']) });

    now += 4 * MINUTE_MS;
    const answer = await act(id, 'revert', { event: 2 });
    expect(answer).toMatchObject({ status: 200, body: { dossier: { status: 2, dossierVersion: 3 } } });
    const after = await read(id);
    expect(plain(after)).toEqual(plain(before));
    expect(after.undo).toBeUndefined();
    expect(after.actions).toEqual(before.actions);
    expect(after.history?.at(-1)).toMatchObject({
      type: 'vn.motcua.dossier.reverted.v1',
      actor: 'counter-1',
      change: { event: 'returned', version: 2 },
    });
  });

  it('is not offered to others, and refused to them and after five minutes', async () => {
    const id = await receive();
    await act(id, 'return');
    const head = ['head', 'dong-xuan'] as const;
    const seen = await read(id, head);
    expect([seen.undo, seen.actions?.includes('revert')]).toEqual([undefined, false]);
    expect(await act(id, 'revert', { event: 2 }, { as: head })).toMatchObject({
      status: 403,
      body: { code: 'dossier.revert-not-author', titles: { vi: expect.stringContaining('Chỉ người đã thực hiện') } },
    });
    now += 5 * MINUTE_MS + 1;
    expect(await act(id, 'revert', { event: 2 })).toMatchObject({ status: 409, body: { code: 'dossier.revert-too-late' } });
    const late = await read(id);
    expect([late.undo, late.actions?.includes('revert')]).toEqual([undefined, false]);
  });

  it('is a hand-over too, of whoever has the dossier no more', async () => {
    const id = await receive();
    await act(id, 'reassign', { toUnit: 'khai-xuan', reasonCode: 'other', reasonText: 'x' }, { as: ['admin', 'phu-tho'] });
    expect(await act(id, 'revert', { event: 2 }, { as: ['admin', 'phu-tho'] })).toMatchObject({ status: 200 });
    await act(id, 'transfer', { toUnit: 'khai-xuan' });
    expect(await act(id, 'revert', { event: 4 })).toMatchObject({
      status: 200,
      body: { dossier: { handlingUnit: 'dong-xuan' } },
    });
    expect(await act(id, 'revert', { event: 4 }, { as: ['counter', 'khai-xuan'] })).toMatchObject({ status: 403 });
  });

  it('answers a repeated key with the first answer, and a repeat without key with the dossier as it is', async () => {
    const id = await receive();
    await act(id, 'return');
    const headers = { 'idempotency-key': `undo-${id}`, 'if-match': '"2"' };
    const first = await act(id, 'revert', { event: 2 }, { headers });
    expect(first).toMatchObject({ status: 200, headers: { etag: '"3"' } });
    expect(await act(id, 'revert', { event: 2 }, { headers })).toMatchObject({ status: 200, body: first.body });
    expect((await act(id, 'revert', { event: 2 })).body).toMatchObject({ dossier: { dossierVersion: 3 } });
  });

  it('is no return that the applicant has rated', async () => {
    const id = await receive();
    await act(id, 'return');
    await intake.admin.query(
      `INSERT INTO intake.rating (dossier_id, rated_at, recorded_at, local_day, unit, path, satisfied, answers, via)
       VALUES ($1, now(), now(), now()::date, 'dong-xuan', '{phu-tho,thanh-ba,dong-xuan}', true, '[]', 'notice')`,
      [id],
    );
    expect(await act(id, 'revert', { event: 2 })).toMatchObject({ status: 409, body: { code: 'dossier.revert-rated' } });
  });

  it('takes the proposal along that it had made', async () => {
    const id = await receive();
    now += 2 * 24 * 60 * MINUTE_MS;
    await act(id, 'return', { occurredAt: '2026-11-16T11:00:00+07:00' });
    expect(await intake.admin.query('SELECT FROM intake.proposal WHERE dossier_id = $1', [id])).toMatchObject({ rowCount: 1 });
    await act(id, 'revert', { event: 2 });
    expect(await intake.admin.query('SELECT FROM intake.proposal WHERE dossier_id = $1', [id])).toMatchObject({ rowCount: 0 });
    expect((await read(id)).history?.at(-1)?.change).toMatchObject({ decision: { proposal: 2, approved: false } });
  });

  it('is none that a legacy system told of, nor can such a system tell that it is', async () => {
    const line = legacy('R-1', 'reverted', '2026-11-16T09:00:00+07:00');
    const answer = await intake.call({
      method: 'POST',
      url: '/v1/events',
      body: toNdjson([line]),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(answer.body).toMatchObject({ accepted: 0, refused: [{ line: 1 }] });
  });
});
