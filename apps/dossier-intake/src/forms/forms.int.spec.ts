import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OfferedForms } from '@motcua/contracts';
import { person, receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';
import { FormDrawer } from './drawing/form-drawer.ts';
import { openPdf, type OpenedPdf } from './drawing/testing/open-pdf.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({
    now: () => Date.parse('2026-11-17T10:00:00+07:00'),
    environment: { PUBLIC_URL: 'https://motcua.example.vn/' },
  });
}, 60_000);
afterAll(() => intake.stop());

type As = NonNullable<Call['as']>;
const counter = ['counter', 'dong-xuan'] as const;
const specialist = ['specialist', 'dong-xuan'] as const;
const head = ['head', 'dong-xuan'] as const;
const reason = { reasonCode: 'other', reasonText: 'Chưa có giấy chứng sinh' };
const desk = {
  content: 'cho con gái',
  components: [{ code: 'giay-chung-sinh', copies: 2, originals: 1 }, { name: 'Giấy ủy quyền' }],
  authorised: { name: 'Trần Văn Được', idNumber: '025190001111' },
};

const post = (url: string, body: unknown, as: As = counter): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as });
async function open(more: object = {}): Promise<string> {
  const { occurredAt: _, ...now } = receipt;
  const { body } = await post('/v1/dossiers', { ...now, applicant: person, desk, ...more });
  return (body['dossier'] as unknown as { readonly dossierId: string }).dossierId;
}
const act = (id: string, action: string, body: object = {}, as: As = counter): Promise<CallAnswer> =>
  post(`/v1/dossiers/${id}/${action}`, body, as);
const list = async (id: string): Promise<OfferedForms['forms']> =>
  ((await intake.call({ url: `/v1/dossiers/${id}/forms`, as: counter })).body as unknown as OfferedForms).forms;
const fetchForm = async (path: string, as: As = counter) =>
  intake.app.inject({ url: path, headers: { authorization: `Bearer ${await intake.sign(as)}` } });
const read = async (path: string, as?: As): Promise<OpenedPdf> => openPdf((await fetchForm(path, as)).rawPayload);
const textOf = ({ pages }: OpenedPdf): string => pages.join(' ').replaceAll(/\s+/gu, ' ');

describe('the forms of a dossier', () => {
  it('are those of the steps that stand, as the circular of the date of receipt has them', async () => {
    const id = await open();
    await act(id, 'request-supplement', { ...reason, desk: { papers: [{ name: 'Giấy ủy quyền' }] } });
    await act(id, 'receive-supplement');
    await act(id, 'extend', { ...reason, newDue: '2026-11-27T03:00:00.000Z' }, head);
    expect((await list(id)).map(({ form, version, formNumber }) => [form, version, formNumber])).toEqual([
      ['receipt', 1, '01'],
      ['supplement', 2, '02'],
      ['apology', 4, '04'],
      ['control', 4, '06'],
    ]);
    expect((await list(id))[2]).toMatchObject({
      title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
      circular: 'Thông tư số 03/2025/TT-VPCP',
      path: `/v1/dossiers/${id}/forms/apology.pdf?version=4`,
    });
  });

  it('are gone with a step that was taken back', async () => {
    const id = await open();
    await act(id, 'request-supplement', reason);
    expect((await post(`/v1/dossiers/${id}/revert`, { event: 2 })).status).toBe(200);
    expect((await list(id)).map(({ form }) => form)).toEqual(['receipt', 'control']);
    expect(JSON.parse((await fetchForm(`/v1/dossiers/${id}/forms/supplement.pdf`)).body)).toMatchObject({ code: 'form.none' });
  });
});

describe('GET /v1/dossiers/{id}/forms/{form}.pdf', () => {
  it('is a receipt on A5 with who, what, which papers and by when', async () => {
    const id = await open();
    const answer = await fetchForm(`/v1/dossiers/${id}/forms/receipt.pdf`);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    const pdf = await openPdf(answer.rawPayload);
    expect(pdf.size).toEqual([148, 210]);
    for (const words of [person.name, person.idNumber, 'Trần Văn Được', 'cho con gái', 'Giấy chứng sinh: 02 bản (01 bản chính)'])
      expect(textOf(pdf)).toContain(words);
    expect(textOf(pdf)).toContain('10 giờ 00 phút, ngày 20 tháng 11 năm 2026');
  });

  it('is the same file each time, by whichever instance', async () => {
    const id = await open();
    const [one, other] = [
      await fetchForm(`/v1/dossiers/${id}/forms/receipt.pdf`),
      await fetchForm(`/v1/dossiers/${id}/forms/receipt.pdf`),
    ];
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true);
  });

  it('promises what was promised then, and speaks of the step that is asked for', async () => {
    const id = await open();
    await act(id, 'extend', { ...reason, newDue: '2026-11-27T03:00:00.000Z' }, head);
    expect(textOf(await read(`/v1/dossiers/${id}/forms/receipt.pdf?version=1`))).toContain('ngày 20 tháng 11 năm 2026');
    const apology = textOf(await read(`/v1/dossiers/${id}/forms/apology.pdf?version=2`));
    expect(apology).toMatch(
      /hẹn trả kết quả giải quyết hồ sơ: 10 giờ 00 phút, ngày 20 .* Thời gian hẹn lại: 10 giờ 00 phút, ngày 27/u,
    );
    expect(apology).toContain('Chưa có giấy chứng sinh.');
  });

  it('refuses a form before receipt in other words than after it', async () => {
    const id = await open({ action: 'submit', channel: 'online', desk: undefined });
    await act(id, 'refuse', reason);
    expect(textOf(await read(`/v1/dossiers/${id}/forms/refusal.pdf`))).toContain(
      'thông báo không tiếp nhận, giải quyết hồ sơ này',
    );
    expect((await fetchForm(`/v1/dossiers/${id}/forms/control.pdf`)).statusCode).toBe(404);
  });

  it('says on the control slip who had it', async () => {
    const id = await open();
    await act(id, 'process', {}, specialist);
    const slip = textOf(await read(`/v1/dossiers/${id}/forms/control.pdf`));
    expect(slip).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ');
    expect(slip).toContain('Chờ trả kết quả');
    expect(slip).toContain('×');
  });

  it('gives the service that writes to applicants a copy with masked numbers, and nobody elsewhere anything', async () => {
    const id = await open();
    const path = `/v1/dossiers/${id}/forms/receipt.pdf`;
    const copy = textOf(await read(path, { service: 'notification', audience: 'dossier-intake' }));
    expect(copy).toContain(person.name);
    for (const number of [person.idNumber, '025190001111', person.phone]) expect(copy).not.toContain(number);
    for (const as of [['counter', 'khai-xuan'], ['leader', 'thanh-ba'], ['admin']] as const)
      expect((await fetchForm(path, as)).statusCode).toBe(403);
  });

  it('gives that service no key: what is mailed leads to the one-time code, what is printed opens the dossier', async () => {
    const id = await open();
    const path = `/v1/dossiers/${id}/forms/receipt.pdf`;
    const drawn = jest.spyOn(intake.app.get(FormDrawer), 'draw');
    try {
      await read(path);
      await read(path, { service: 'notification', audience: 'dossier-intake' });
      const [printed, mailed] = drawn.mock.calls.map(([{ code, qr }]) => [code, qr?.text.replace(/khoa=[\w-]{20,}$/u, 'khoa=…')]);
      const link = `https://motcua.example.vn/tra-cuu?ma=${printed?.[0] ?? ''}`;
      expect(printed?.[1]).toBe(`${link}&khoa=…`);
      expect(mailed?.[1]).toBe(link);
    } finally {
      drawn.mockRestore();
    }
  });

  it('says of training that it does not count', async () => {
    const as = ['counter', 'tap-huan'] as const;
    const { occurredAt: _, ...now } = receipt;
    const { body } = await post('/v1/dossiers', { ...now, unit: 'tap-huan', applicant: { name: 'Nguyễn Văn A' } }, as);
    const { dossierId } = body['dossier'] as unknown as { readonly dossierId: string };
    expect(textOf(await read(`/v1/dossiers/${dossierId}/forms/receipt.pdf`, as))).toContain('TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ');
  });
});
