import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventsReceipt } from '@motcua/contracts';
import { createKafkajsClient } from '@motcua/kafka';
import { waitFor } from '@motcua/testing';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { legacy, toNdjson } from '../testing/legacy-events.ts';
import { startIntake, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const receipt = { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person' } as const;
const post = (url: string, body: object, more: object = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as: ['counter', 'dong-xuan'], ...more });
const idOf = ({ body }: CallAnswer): string => (body['dossier'] as unknown as { dossierId: string }).dossierId;
const refused = { status: 422, body: expect.objectContaining({ code: 'officer.not-of-unit' }) };
const inCharge = (officer: string | null) => ({ body: { dossier: { officer } } });

describe('a live command', () => {
  it('names staff of the unit on that day: no stranger, none of another unit, none who has left', async () => {
    for (const officer of ['Nguyễn Văn An', 'tp-01', 'cv-08']) {
      expect(await post('/v1/dossiers', { ...receipt, officer })).toMatchObject(refused);
    }
    expect(await post('/v1/dossiers', { ...receipt, officer: 'cv-07' })).toMatchObject(inCharge('cv-07'));
    const { body } = await post('/v1/dossiers', { ...receipt, officer: 'Nguyễn Văn An' });
    expect(body).toMatchObject({
      titles: { vi: expect.stringContaining('chọn người của đơn vị'), en: expect.stringContaining('name somebody of the unit') },
    });
  });

  it('hands over to staff of the unit that gets the dossier', async () => {
    const id = idOf(await post('/v1/dossiers', receipt));
    const transfer = (officer: string) => post(`/v1/dossiers/${id}/transfer`, { toUnit: 'phong-tu-phap', officer });
    expect(await transfer('cv-07')).toMatchObject(refused);
    expect(await transfer('tp-01')).toMatchObject(inCharge('tp-01'));
  });

  it('puts nobody in charge of a unit of which no staff are entered', async () => {
    const id = idOf(await post('/v1/dossiers', receipt));
    const toUnit = { toUnit: 'khai-xuan' };
    expect(await post(`/v1/dossiers/${id}/transfer`, { ...toUnit, officer: 'cv-07' })).toMatchObject(refused);
    expect(await post(`/v1/dossiers/${id}/transfer`, toUnit)).toMatchObject({ status: 200 });
  });

  it('that names nobody puts its sender in charge, if they are staff of the unit', async () => {
    expect(await post('/v1/dossiers', receipt)).toMatchObject(inCharge('counter-1'));
    const elsewhere = { as: ['counter', 'khai-xuan'] };
    expect(await post('/v1/dossiers', { ...receipt, unit: 'khai-xuan' }, elsewhere)).toMatchObject(inCharge(null));

    const submission = { ...receipt, action: 'submit', channel: 'online' };
    const accept = async (more: object, body: object = {}) => {
      const id = idOf(await post('/v1/dossiers', submission, { as: ['admin'] }));
      return post(`/v1/dossiers/${id}/receive`, body, more);
    };
    expect(await accept({})).toMatchObject(inCharge('counter-1'));
    expect(await accept({ as: ['head', 'dong-xuan'] })).toMatchObject(inCharge(null));
    expect(await accept({}, { officer: 'tp-01' })).toMatchObject(refused);
  });

  it('may name who has just been entered', async () => {
    const document = { id: 'cv-10', unit: 'dong-xuan', role: 'specialist', validFrom: '2020-01-01', validTo: null } as const;
    const client = createKafkajsClient({ brokers: intake.brokers, clientId: 'officers-spec' });
    const producer = client.createProducer();
    await producer.send(intake.topics.staff, [toReferenceRecord('staff', 'cv-10', [document])]);
    await producer.close();
    await client.close();
    await waitFor(async () => (await intake.call({ url: '/v1/reference/staff/cv-10' })).status === 200, {
      describe: 'the new officer to arrive',
    });
    expect(await post('/v1/dossiers', { ...receipt, officer: 'cv-10' })).toMatchObject(inCharge('cv-10'));
  });
});

describe('a legacy system', () => {
  it('may name whom nobody knows: it is kept, and flagged where the unit has staff', async () => {
    const lines = [
      legacy('O-1', 'received', '2022-03-01T10:00:00+07:00', { officer: 'legacy-17' }),
      legacy('O-2', 'received', '2022-03-01T10:00:00+07:00', { officer: 'cv-07' }),
      legacy('O-3', 'received', '2022-03-01T10:00:00+07:00', { officer: 'legacy-17', unit: 'khai-xuan' }),
      legacy('O-4', 'received', '2022-03-01T10:00:00+07:00', { officer: 'cv-07' }),
      legacy('O-4', 'transferred', '2022-03-02T10:00:00+07:00', { officer: 'legacy-18', unit: 'phong-tu-phap' }),
    ];
    const headers = { 'content-type': 'application/x-ndjson' };
    const answer = await intake.call({ method: 'POST', url: '/v1/events', body: toNdjson(lines), headers });
    expect(answer.body as unknown as EventsReceipt).toMatchObject({ accepted: 5, refused: [] });

    const { rows } = await intake.admin.query<{ line: string }>(
      `SELECT concat_ws(' ', source_code, state->>'officer', state->>'findings') AS line FROM intake.dossier
       WHERE source_code LIKE 'O-%' ORDER BY source_code`,
    );
    expect(rows.map(({ line }) => line)).toEqual([
      'O-1 legacy-17 ["unknown-officer"]',
      'O-2 cv-07 []',
      'O-3 legacy-17 []',
      'O-4 legacy-18 ["unknown-officer"]',
    ]);
  });
});
