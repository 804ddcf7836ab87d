import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receipt } from '../testing/receipts.ts';
import { startIntake, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const post = (url: string, body: unknown, more: object = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as: ['counter', 'dong-xuan'], ...more });
const idOf = ({ body }: CallAnswer): string => (body['dossier'] as unknown as { dossierId: string }).dossierId;
const act = (id: string, action: string, body: object, more: object): Promise<CallAnswer> =>
  post(`/v1/dossiers/${id}/${action}`, { occurredAt: '2026-11-17T09:00:00+07:00', ...body }, more);

describe('idempotency', () => {
  it('gives one answer to one key, and 422 to another body', async () => {
    const headers = { 'idempotency-key': 'receipt-1' };
    const [first, second] = [await post('/v1/dossiers', receipt, { headers }), await post('/v1/dossiers', receipt, { headers })];
    expect(second.body).toEqual(first.body);
    expect([second.status, second.headers['idempotency-replayed']]).toEqual([201, 'true']);
    const other = await post('/v1/dossiers', { ...receipt, channel: 'postal' }, { headers });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency.key-reused' });
  });

  it('gives nobody the answer that another caller got', async () => {
    const headers = { 'idempotency-key': 'receipt-of-another' };
    expect((await post('/v1/dossiers', receipt, { headers })).status).toBe(201);
    const stranger = await post('/v1/dossiers', receipt, { headers, as: ['counter', 'khai-xuan'] });
    expect(stranger.body).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });

  it('holds for actions too', async () => {
    const id = idOf(await post('/v1/dossiers', receipt));
    const headers = { 'idempotency-key': `transfer-${id}` };
    const first = await act(id, 'transfer', { toUnit: 'khai-xuan' }, { headers });
    await act(id, 'process', { occurredAt: '2026-11-17T10:00:00+07:00' }, { as: ['specialist', 'khai-xuan'] });
    expect((await act(id, 'transfer', { toUnit: 'khai-xuan' }, { headers })).body).toEqual(first.body);
  });
});

describe('If-Match', () => {
  it('answers 412 with the current state where the dossier has moved on', async () => {
    const id = idOf(await post('/v1/dossiers', receipt));
    const headers = { 'if-match': '"1"' };
    expect((await act(id, 'transfer', { toUnit: 'dong-xuan' }, { headers })).status).toBe(200);
    const late = await act(id, 'request-supplement', { reasonCode: 'components-missing' }, { headers });
    expect(late.body).toMatchObject({
      status: 412,
      code: 'dossier.changed-meanwhile',
      current: { dossierVersion: 2, status: 4 },
    });
    expect(late.headers['etag']).toBe('"2"');
  });
});

describe('a command that was given already', () => {
  const again = { occurredAt: '2026-11-17T09:30:00+07:00' };
  const payment = { amount: 50_000, place: 'Quầy 3' };

  it('is a repeat where it says the same, or less: 200, and nothing is added', async () => {
    const id = idOf(await post('/v1/dossiers', receipt));
    const asked = await act(id, 'request-payment', { desk: { payment } }, {});
    for (const body of [{ desk: { payment } }, {}]) {
      const repeated = await act(id, 'request-payment', { ...again, ...body }, {});
      expect([repeated.status, repeated.headers['etag']]).toEqual([200, asked.headers['etag']]);
    }
  });

  it('is refused where it says something else, with what that is', async () => {
    const id = idOf(await post('/v1/dossiers', receipt));
    await act(id, 'request-payment', { desk: { payment } }, {});
    const dearer = await act(id, 'request-payment', { ...again, desk: { payment: { ...payment, amount: 60_000 } } }, {});
    expect(dearer.body).toMatchObject({ status: 409, code: 'dossier.recorded-otherwise' });
    expect(dearer.body['detail']).toContain('(desk)');

    const head = { as: ['head', 'dong-xuan'] };
    const stop = { endedBy: 'stopped', reasonCode: 'other', reasonText: 'Người nộp đề nghị dừng.' };
    const stopped = await act(id, 'stop', stop, head);
    expect(stopped.status).toBe(200);
    expect((await act(id, 'stop', { ...again, ...stop }, head)).status).toBe(200);
    const otherwise = { ...again, endedBy: 'withdrawn', reasonCode: 'other', reasonText: 'Hồ sơ trùng.' };
    const refused = await act(id, 'stop', otherwise, head);
    expect(refused.body).toMatchObject({ status: 409, code: 'dossier.recorded-otherwise' });
    expect(refused.body['detail']).toContain('(endedBy, reasonText)');
  });
});
