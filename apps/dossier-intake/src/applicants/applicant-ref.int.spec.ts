import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

async function open(applicant?: object): Promise<string> {
  const body = {
    unit: 'dong-xuan',
    procedure: '1.000689',
    channel: 'online',
    occurredAt: '2026-11-16T10:00:00+07:00',
    action: 'receive',
    ...(applicant === undefined ? {} : { applicant }),
  };
  const answer = await intake.call({ method: 'POST', url: '/v1/dossiers', body, as: ['counter', 'dong-xuan'] });
  return (answer.body['dossier'] as unknown as { dossierId: string }).dossierId;
}
const refOf = async (dossierId: string): Promise<unknown> =>
  (await intake.call({ url: `/v1/dossiers/${dossierId}/applicant-ref` })).body['applicantRef'];

describe('GET /v1/dossiers/{id}/applicant-ref', () => {
  it('is the same for dossiers of one personal ID, however it is written, and another for another', async () => {
    const an = await open({ name: 'Nguyễn Văn An', idNumber: '025185001234' });
    const again = await open({ name: 'NGUYEN VAN AN', idNumber: '025 185 001 234' });
    const other = await open({ name: 'Nguyễn Văn An', idNumber: '025185009999' });
    expect(await refOf(again)).toBe(await refOf(an));
    expect(await refOf(other)).not.toBe(await refOf(an));
  });

  it('tells nothing that is stored or that was said', async () => {
    const dossierId = await open({ name: 'Trần Thị Bình', idNumber: '025185007777' });
    const ref = String(await refOf(dossierId));
    expect(ref).toMatch(/^[\w-]{43}$/);
    const { rows } = await intake.admin.query<{ hash: Buffer }>(
      'SELECT id_number_hash AS hash FROM intake.applicant WHERE dossier_id = $1',
      [dossierId],
    );
    expect(Buffer.from(ref, 'base64url').equals(rows[0]?.hash ?? Buffer.alloc(0))).toBe(false);
  });

  it('is null where no personal ID was given', async () => {
    expect(await refOf(await open({ name: 'Lê Văn Cường' }))).toBeNull();
    expect(await refOf(await open())).toBeNull();
  });

  it('is refused to people, and 404 for a dossier that is not here', async () => {
    const dossierId = await open({ name: 'Lê Văn Cường', idNumber: '025185005555' });
    for (const as of [['counter', 'dong-xuan'], ['head', 'thanh-ba'], ['admin']] as const) {
      expect((await intake.call({ url: `/v1/dossiers/${dossierId}/applicant-ref`, as })).status).toBe(403);
    }
    const nowhere = await intake.call({ url: '/v1/dossiers/00000000-0000-8000-8000-000000000000/applicant-ref' });
    expect(nowhere.status).toBe(404);
  });
});
