import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

type As = NonNullable<Call['as']>;
const head = ['head', 'dong-xuan'] as const;
const counter = { role: 'counter', unit: 'dong-xuan', sub: 'counter-1' } as const;
const specialist = { role: 'specialist', unit: 'dong-xuan', sub: 'cv-07' } as const;

let intake: RunningIntake;
let now = Date.parse('2026-11-17T10:00:00+07:00');
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

const post = (url: string, body: unknown, as: As = head): Promise<CallAnswer> => intake.call({ method: 'POST', url, body, as });
const absent = (body: object, as?: As): Promise<CallAnswer> =>
  post('/v1/absences', { staff: 'cv-07', substitute: 'counter-1', ...body }, as);
async function open(): Promise<string> {
  const { occurredAt: _, ...receivedNow } = receipt;
  const { body } = await post('/v1/dossiers', receivedNow, counter);
  return (body['dossier'] as unknown as { dossierId: string }).dossierId;
}
const officerOf = ({ body }: CallAnswer): unknown => (body['dossier'] as unknown as { officer: unknown }).officer;
const transfer = async (to = 'cv-07'): Promise<CallAnswer> =>
  post(`/v1/dossiers/${await open()}/transfer`, { toUnit: 'dong-xuan', officer: to }, counter);

describe('an absence', () => {
  it('gives new work to who stands in from its first to its last day, and shows them what lies there', async () => {
    const before = await transfer();
    expect(officerOf(before)).toBe('cv-07');
    const recorded = await absent({ from: '2026-11-18', to: '2026-11-19' });
    expect(recorded.status).toBe(201);
    expect(officerOf(await transfer())).toBe('cv-07');

    for (const day of ['2026-11-18T08:00:00+07:00', '2026-11-19T16:30:00+07:00']) {
      now = Date.parse(day);
      expect(officerOf(await transfer())).toBe('counter-1');
    }
    const { dossiers } = (await intake.call({ url: '/v1/dossiers?unit=dong-xuan&limit=500', as: head })).body as unknown as {
      dossiers: { dossierId: string; officer: string; standIn?: string }[];
    };
    const { dossierId } = before.body['dossier'] as unknown as { dossierId: string };
    expect(dossiers.find((one) => one.dossierId === dossierId)).toMatchObject({ officer: 'cv-07', standIn: 'counter-1' });
    expect(dossiers.filter(({ officer, standIn }) => officer !== 'cv-07' && standIn !== undefined)).toEqual([]);

    now = Date.parse('2026-11-20T08:00:00+07:00');
    expect(officerOf(await transfer())).toBe('cv-07');
  });

  it('ends when they are back earlier, and stands in no list any more', async () => {
    const { body } = await absent({ from: '2026-11-20', to: '2026-11-27' });
    expect(officerOf(await transfer())).toBe('counter-1');
    const list = async (): Promise<unknown> =>
      (await intake.call({ url: '/v1/absences?unit=dong-xuan', as: counter })).body['absences'];
    expect(await list()).toMatchObject([{ id: body['id'], staff: 'cv-07', substitute: 'counter-1', to: '2026-11-27' }]);
    expect((await post(`/v1/absences/${String(body['id'])}/end`, {})).status).toBe(200);
    expect(officerOf(await transfer())).toBe('cv-07');
    expect(await list()).toEqual([]);
  });

  it('is recorded by themselves or by their head, and by no colleague', async () => {
    const days = { from: '2026-12-01', to: '2026-12-02' };
    expect((await absent(days, counter)).status).toBe(403);
    expect((await absent(days, ['head', 'khai-xuan'])).status).toBe(403);
    const own = await absent(days, specialist);
    expect(own.body).toMatchObject({ unit: 'dong-xuan', madeBy: 'cv-07' });
    const ending = `/v1/absences/${String(own.body['id'])}/end`;
    expect((await post(ending, {}, counter)).status).toBe(403);
    expect((await post(ending, {}, specialist)).status).toBe(200);
  });

  it('is refused where nobody stands in, on days that are taken, and for days that are gone', async () => {
    const days = { from: '2026-12-07', to: '2026-12-08' };
    expect((await absent({ ...days, substitute: 'tp-01' })).body).toMatchObject({
      status: 422,
      code: 'absence.substitute-not-of-unit',
    });
    expect((await absent({ ...days, substitute: 'cv-07' })).body).toMatchObject({ code: 'absence.substitute-not-of-unit' });
    expect((await absent({ from: '2026-11-02', to: '2026-11-03' })).body).toMatchObject({ status: 422, code: 'absence.over' });
    expect((await absent({ ...days, staff: 'nobody' }, ['admin'])).body).toMatchObject({
      status: 422,
      code: 'absence.staff-unknown',
    });
    const both = await Promise.all([absent(days), absent({ from: '2026-12-08', to: '2026-12-09' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('a queue that is handed over', () => {
  it('puts each dossier into other hands, in any status, and leaves step and pauses as they are', async () => {
    const { body } = await transfer();
    const { dossierId: id, currentDue } = body['dossier'] as unknown as { dossierId: string; currentDue: string };
    const reason = { reasonCode: 'typing-error' };
    const handOver = (officer: string) => post(`/v1/dossiers/${id}/correct`, { ...reason, correction: { officer } });
    expect((await handOver('counter-1')).body).toMatchObject({
      dossier: { officer: 'counter-1', status: 4, currentDue, handlingUnit: 'dong-xuan' },
    });
    await post(`/v1/dossiers/${id}/request-payment`, {}, ['specialist', 'dong-xuan']);
    const paused = await handOver('cv-07');
    expect(paused.body).toMatchObject({ dossier: { officer: 'cv-07', status: 6 } });
    expect((await handOver('tp-01')).body).toMatchObject({ status: 422, code: 'officer.not-of-unit' });
  });
});
