import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, receipt } from '../testing/receipts.ts';
import { startIntake, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const desk = {
  content: 'Khai sinh cho cháu Lúa',
  applicantKind: 'organisation',
  representative: { name: 'Lê Thị Mận', position: 'Giám đốc' },
  authorised: { name: 'Trần Văn Được', phone: '0987111222', idNumber: '025190001111', address: 'Xóm Gò, Ninh Dân' },
  components: [
    { name: 'Giấy uỷ quyền', copies: 1 },
    { code: 'to-khai', copies: 2, originals: 1 },
  ],
  resultBy: { way: 'post', place: 'Khu 7, Đồng Xuân' },
  fee: { amount: 8_000, paid: false, way: 'counter', receiptNumber: 'BL-0007' },
  note: 'Hẹn buổi chiều',
};
const open = (body: object = {}, headers: Record<string, string> = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url: '/v1/dossiers', as: counter, body: { ...receipt, applicant: person, ...body }, headers });
const idOf = ({ body }: CallAnswer): string => (body['dossier'] as unknown as { dossierId: string }).dossierId;
const read = async (id: string, as: readonly [role: 'counter' | 'leader', unit: string] = counter): Promise<unknown> =>
  (await intake.call({ url: `/v1/dossiers/${id}`, as })).body['desk'];

describe('what the counter takes down', () => {
  it('is read again as it was given, with an idempotency key and without', async () => {
    expect(await read(idOf(await open({ desk })))).toEqual(desk);
    const [first, second] = [
      await open({ desk }, { 'idempotency-key': 'desk-1' }),
      await open({ desk }, { 'idempotency-key': 'desk-1' }),
    ];
    expect([first.status, idOf(second)]).toEqual([201, idOf(first)]);
    expect(await read(idOf(first))).toEqual(desk);
    expect(await read(idOf(await open({ desk, action: 'submit', channel: 'online' })))).toEqual(desk);
  });

  it('is absent where nothing was taken down', async () => {
    expect(await read(idOf(await open()))).toBeUndefined();
  });

  it('is masked for who does not handle the dossier', async () => {
    const shown = JSON.stringify(await read(idOf(await open({ desk })), ['leader', 'thanh-ba']));
    for (const words of [
      'Được',
      '0987111222',
      '025190001111',
      'Khu 7',
      'BL-0007',
      'buổi chiều',
      'uỷ quyền',
      'Lúa',
      'Mận',
      'Giám đốc',
      'Ninh Dân',
    ])
      expect(shown).not.toContain(words);
    expect(shown).toContain('8000');
  });

  it('names components of the procedure alone, each once, and a refusal does not repeat what was written', async () => {
    const unknown = await open({ desk: { components: [{ code: 'Bà Hoa 0912345678' }] } });
    expect(unknown.body).toMatchObject({
      status: 422,
      code: 'command.component-unknown',
      components: ['to-khai', 'giay-chung-sinh'],
    });
    expect(JSON.stringify(unknown.body)).not.toContain('Hoa');
    const twice = await open({ desk: { components: [{ code: 'to-khai' }, { code: 'to-khai' }] } });
    expect(twice.body).toMatchObject({ status: 422, code: 'command.component-repeated' });
    const unlisted = await open({ procedure: '1.001193', desk: { components: [{ code: 'to-khai' }] } });
    expect(unlisted.body).toMatchObject({ status: 422, code: 'command.component-unknown', components: [] });
  });

  it('stands in no event', async () => {
    const id = idOf(await open({ desk }));
    const { rows } = await intake.admin.query<{ body: string }>('SELECT body::text FROM intake.event WHERE dossier_id = $1', [
      id,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).not.toMatch(/Được|Mận|Ninh Dân|BL-0007|uỷ quyền|8000/u);
  });
});
