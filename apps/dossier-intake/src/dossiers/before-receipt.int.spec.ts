import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierEventSchemas, type DossierView } from '@motcua/contracts';
import { dossierCodePattern } from './codes/dossier-code.ts';
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
const head = ['head', 'dong-xuan'] as const;
const act = (id: string, action: string, body: object = {}, more: Partial<Call> = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as: counter, ...more });
const read = async (id: string, as: NonNullable<Call['as']> = counter): Promise<DossierView> =>
  (await intake.call({ url: `/v1/dossiers/${id}`, as })).body as unknown as DossierView;
const ask = { reasonCode: 'components-missing', reasonText: 'Thiếu bản chính', desk: { papers: [{ name: 'Giấy chứng sinh' }] } };

async function submit(): Promise<string> {
  const body = { ...receipt, occurredAt: undefined, action: 'submit', channel: 'online' };
  const answer = await intake.call({ method: 'POST', url: '/v1/dossiers', body, as: counter });
  return (answer.body as unknown as DossierView).dossier.dossierId;
}

/** What a dossier's events said of its state, as they were published. */
async function listPublished(id: string): Promise<Record<string, unknown>[]> {
  const { rows } = await intake.admin.query<{ type: string; body: string }>(
    'SELECT type, body FROM intake.event WHERE dossier_id = $1 ORDER BY version',
    [id],
  );
  for (const { type, body } of rows) {
    const name = type.split('.')[3] as keyof typeof dossierEventSchemas;
    expect(dossierEventSchemas[name].strict().safeParse(JSON.parse(body))).toMatchObject({ success: true });
  }
  return rows.map(({ body }) => (JSON.parse(body) as { data: Record<string, unknown> }).data);
}

describe('an online submission that is not received yet', () => {
  it('is completed on one request, received, and promised what it would have been without', async () => {
    const id = await submit();
    expect((await read(id)).actions).toEqual(expect.arrayContaining(['receive', 'refuse', 'request-supplement']));
    const from = new Date(now).toISOString();
    const asked = await act(id, 'request-supplement', ask);
    expect(asked).toMatchObject({
      status: 200,
      body: {
        dossier: {
          ...{ status: 5, code: null, receivedAt: null, originalDue: null, endedAt: null, pauses: [], supplementCount: 0 },
          submissionPauses: [{ reason: 'supplement', rule: 'subtract', from, to: null }],
        },
      },
    });
    expect((await read(id)).history?.at(-1)).toMatchObject({ reasonText: ask.reasonText, desk: ask.desk });
    expect(await act(id, 'request-supplement', ask)).toMatchObject({
      status: 409,
      body: { code: 'dossier.supplement-already-requested' },
    });

    now += 60 * MINUTE_MS;
    const to = new Date(now).toISOString();
    expect((await act(id, 'receive-supplement')).body).toMatchObject({
      dossier: { status: 1, submissionPauses: [{ from, to }] },
    });
    const accepted = await act(id, 'receive');
    expect(accepted.body).toMatchObject({
      dossier: { code: expect.stringMatching(dossierCodePattern), status: 2, pauses: [], supplementCount: 0, receivedAt: to },
    });
    const plain = await act(await submit(), 'receive');
    const duesOf = ({ body }: CallAnswer) => (body as unknown as DossierView).dossier.lateFrom;
    expect(duesOf(accepted)).toEqual(duesOf(plain));

    const published = await listPublished(id);
    expect(published.map(({ status }) => status)).toEqual([1, 5, 1, 2]);
    expect(published[0]).not.toHaveProperty('submissionPauses');
    expect((await act(id, 'request-supplement', ask)).body).toMatchObject({ dossier: { status: 5, supplementCount: 1 } });
  });

  it('is paid for before it is received, at the counter, and promised what it would have been without', async () => {
    const id = await submit();
    expect((await read(id)).actions).toContain('request-payment');
    const from = new Date(now).toISOString();
    const payment = { amount: 8_000, place: 'Quầy 3' };
    expect(await act(id, 'request-payment', { desk: { payment } })).toMatchObject({
      status: 200,
      body: { dossier: { status: 6, code: null, pauses: [], submissionPauses: [{ reason: 'payment', from, to: null }] } },
    });
    expect(await act(id, 'request-supplement', ask)).toMatchObject({ status: 409, body: { code: 'dossier.clock-stands' } });
    now += 30 * MINUTE_MS;
    const to = new Date(now).toISOString();
    const paid = { amount: 8_000, receiptNumber: 'BL-0042' };
    expect((await act(id, 'confirm-payment', { desk: { payment: paid } })).body).toMatchObject({
      dossier: { status: 1, submissionPauses: [{ from, to }] },
    });
    const accepted = await act(id, 'receive');
    expect(accepted.body).toMatchObject({ dossier: { status: 2, pauses: [], receivedAt: to } });
    const plain = await act(await submit(), 'receive');
    const duesOf = ({ body }: CallAnswer) => (body as unknown as DossierView).dossier.lateFrom;
    expect(duesOf(accepted)).toEqual(duesOf(plain));
    const published = await listPublished(id);
    expect(published.map(({ status }) => status)).toEqual([1, 6, 1, 2]);
    expect(JSON.stringify(published)).not.toMatch(/8000|BL-0042|Quầy/u);
  });

  it('is as it was where the request is taken back', async () => {
    const id = await submit();
    const before = await read(id);
    await act(id, 'request-supplement', ask);
    now += MINUTE_MS;
    expect((await act(id, 'revert', { event: 2 })).status).toBe(200);
    const after = await read(id);
    const told = { dossierVersion: 0, occurredAt: '', recordedAt: '' };
    expect({ ...after.dossier, ...told }).toEqual({ ...before.dossier, ...told });
    expect((await act(id, 'request-supplement', ask)).status).toBe(200);
  });

  it('is withdrawn by the citizen and stopped, which ends nothing that was received', async () => {
    const id = await submit();
    expect((await act(id, 'request-withdrawal')).body).toMatchObject({ dossier: { status: 7, receivedAt: null } });
    const stop = { endedBy: 'withdrawn', reasonCode: 'citizen-withdrew' };
    expect((await act(id, 'stop', stop, { as: head })).body).toMatchObject({
      dossier: { status: 8, receivedAt: null, endedAt: null, endedBy: null },
    });
    expect(await act(id, 'receive')).toMatchObject({
      status: 409,
      body: { code: 'dossier.submission-stopped', titles: { vi: expect.stringContaining('nộp hồ sơ mới') } },
    });
    expect((await read(id, head)).actions).toEqual(['correct', 'propose-unit', 'revert']);
    expect((await listPublished(id)).at(-1)).toMatchObject({
      change: { reasonCode: 'citizen-withdrew', closedPause: 'withdrawal' },
    });
  });
});
