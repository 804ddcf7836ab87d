import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse('2026-11-17T10:00:00+07:00') });
}, 60_000);
afterAll(() => intake.stop());

type As = NonNullable<Call['as']>;
const counter = ['counter', 'dong-xuan'] as const;
const specialist = ['specialist', 'dong-xuan'] as const;
const head = ['head', 'dong-xuan'] as const;
const reason = { reasonCode: 'other', reasonText: 'vì lẽ riêng' };

const post = (url: string, body: unknown, as: As = counter): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as });
async function open(): Promise<{ readonly id: string; readonly due: string; readonly lookUpPath: unknown }> {
  const { occurredAt: _, ...now } = receipt;
  const { body } = await post('/v1/dossiers', { ...now, applicant: person, desk: { note: 'Hẹn buổi chiều' } });
  const { dossierId: id, currentDue: due } = body['dossier'] as unknown as { dossierId: string; currentDue: string };
  return { id, due, lookUpPath: body['lookUpPath'] };
}
const act = (id: string, action: string, body: object = {}, as: As = counter): Promise<CallAnswer> =>
  post(`/v1/dossiers/${id}/${action}`, body, as);
const slipOf = (id: string, version: number, as: As = counter): Promise<CallAnswer> =>
  intake.call({ url: `/v1/dossiers/${id}/slips/${version}`, as });

describe('the slip of a step', () => {
  it('says what was promised then, whatever was promised since', async () => {
    const { id, due, lookUpPath } = await open();
    const newDue = '2026-11-27T03:00:00.000Z';
    expect((await act(id, 'extend', { ...reason, newDue }, head)).status).toBe(200);
    expect((await slipOf(id, 1)).body).toMatchObject({
      dossier: { dossierId: id, dossierVersion: 1, currentDue: due },
      step: { version: 1, type: 'vn.motcua.dossier.received.v1' },
      applicant: { name: person.name },
      desk: { note: 'Hẹn buổi chiều' },
      lookUpPath,
      prints: 0,
    });
    expect((await slipOf(id, 2)).body).toMatchObject({
      dossier: { dossierVersion: 2, currentDue: newDue },
      step: { change: { reasonCode: 'other', newDue }, reasonText: reason.reasonText },
    });
  });

  it('has what was taken down with the step, which stands in no event and in no table in clear', async () => {
    const { id } = await open();
    const papers = [{ code: 'to-khai' }, { name: 'Giấy uỷ quyền có chứng thực' }];
    const takenBy = { name: 'Trần Văn Được', idNumber: '025190001111' };
    const payment = { amount: 152_000, place: 'Kho bạc Thanh Ba', receiptNumber: 'BL-0042' };
    await act(id, 'request-supplement', { ...reason, desk: { papers } });
    const handedIn = [{ code: 'to-khai', copies: 2, originals: 1 }];
    await act(id, 'receive-supplement', { desk: { handedIn } });
    await act(id, 'request-payment', { desk: { payment } }, specialist);
    await act(id, 'confirm-payment', { desk: { payment } });
    await act(id, 'process', {}, specialist);
    expect((await act(id, 'return', { desk: { takenBy } })).status).toBe(200);
    const entries = await Promise.all([2, 4, 5, 7].map(async (version) => (await slipOf(id, version)).body['step']));
    expect(entries).toMatchObject([{ desk: { papers } }, { desk: { payment } }, { desk: { payment } }, { desk: { takenBy } }]);
    const { rows } = await intake.admin.query<{ text: string }>(
      `SELECT body::text AS text FROM intake.event WHERE dossier_id = $1
       UNION ALL SELECT s::text FROM intake.step_entry AS s WHERE dossier_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(7 + 5);
    for (const word of ['uỷ quyền', 'Được', '025190001111', 'Kho bạc', 'BL-0042'])
      expect(rows.filter(({ text }) => text.includes(word))).toEqual([]);
  });

  it('is told in the history to who handles the dossier, and to nobody else', async () => {
    const { id } = await open();
    await act(id, 'request-supplement', { ...reason, desk: { papers: [{ name: 'Giấy uỷ quyền' }] } });
    const read = async (as: As) => JSON.stringify((await intake.call({ url: `/v1/dossiers/${id}`, as })).body['history']);
    expect(await read(counter)).toContain('Giấy uỷ quyền');
    expect(await read(['leader', 'thanh-ba'])).not.toContain('Giấy uỷ quyền');
    expect((await slipOf(id, 2, ['leader', 'thanh-ba'])).status).toBe(403);
    expect((await slipOf(id, 2, ['counter', 'khai-xuan'])).status).toBe(403);
  });

  it('is counted each time that it is printed, each step by itself', async () => {
    const { id } = await open();
    await act(id, 'request-supplement', reason);
    const print = async (version: number): Promise<number> =>
      Number((await post(`/v1/dossiers/${id}/slips/${version}`, {})).body['prints']);
    expect([await print(1), await print(1), await print(2), await print(1)]).toEqual([1, 2, 1, 3]);
    expect((await slipOf(id, 1)).body['prints']).toBe(3);
    const many = await Promise.all(Array.from({ length: 8 }, () => print(2)));
    expect(many.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is there for steps after which people are given paper alone', async () => {
    const { id } = await open();
    await act(id, 'process', {}, specialist);
    for (const version of [2, 3]) {
      expect((await slipOf(id, version)).body).toMatchObject({ status: 404, code: 'slip.none' });
      expect((await post(`/v1/dossiers/${id}/slips/${version}`, {})).status).toBe(404);
    }
  });

  it('asks for papers of the procedure by code, and for others by name', async () => {
    const { id } = await open();
    const refused = await act(id, 'request-supplement', { ...reason, desk: { papers: [{ code: 'khong-co' }] } });
    expect(refused.body).toMatchObject({ status: 422, code: 'command.component-unknown' });
    await act(id, 'request-supplement', { ...reason, desk: { papers: [{ code: 'to-khai' }] } });
    const unknown = await act(id, 'receive-supplement', { desk: { handedIn: [{ code: 'khong-co' }] } });
    expect(unknown.body).toMatchObject({ status: 422, code: 'command.component-unknown' });
    const brought = [{ code: 'to-khai', copies: 2, originals: 1 }];
    expect((await act(id, 'receive-supplement', { desk: { handedIn: brought } })).status).toBe(200);
    const { body } = await intake.call({ url: `/v1/dossiers/${id}`, as: counter });
    expect(body['history']).toMatchObject([{}, {}, { desk: { handedIn: brought } }]);
  });
});
