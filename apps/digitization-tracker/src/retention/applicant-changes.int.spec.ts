import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierComponents } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDigitizationFixture, type DigitizationFixture } from '../testing/digitization-service.ts';
import { at, DossierHistory } from '../testing/dossier-history.builder.ts';
import { createPdf } from '../testing/sample-files.ts';

let fixture: DigitizationFixture;
beforeAll(async () => {
  fixture = await createDigitizationFixture();
}, 90_000);
afterAll(() => fixture.close());

const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const admin = { role: 'admin', sub: 'quan-tri' } as const;
const path = ({ id }: DossierHistory, rest: string): string => `/v1/dossiers/${id}/${rest}`;

async function receive(ref: string): Promise<DossierHistory> {
  const dossier = new DossierHistory();
  fixture.applicants.set(dossier.id, ref);
  await fixture.publish(dossier.received(at('2026-03-02 08:00')).events);
  await waitFor(async () => (await fixture.call(path(dossier, 'components'), admin)).status === 200, {
    describe: 'the checklist',
  });
  return dossier;
}
async function upload(dossier: DossierHistory, part: string, pdf: Buffer): Promise<void> {
  expect((await fixture.upload(path(dossier, `${part}/files`), counter, pdf)).status).toBe(201);
}
const say = async (
  kind: 'corrected' | 'erased',
  ground: 'applicant-asked' | 'term-over' | null,
  ...dossiers: DossierHistory[]
) => {
  for (const { id: dossierId } of dossiers)
    fixture.applicantChanges.push({ position: String(fixture.applicantChanges.length + 1), dossierId, kind, ground });
  await fixture.followApplicants();
};
const documentsOf = async (dossier: DossierHistory) =>
  DossierComponents.parse((await fixture.call(path(dossier, 'components'), counter)).body);
const refOf = async ({ id }: DossierHistory): Promise<string | null> => {
  const { rows } = await fixture.pool.query<{ ref: string | null }>(
    'SELECT applicant_ref AS ref FROM digitization.dossier WHERE dossier_id = $1',
    [id],
  );
  return rows[0]?.ref ?? null;
};

describe('an applicant who was erased at dossier-intake', () => {
  it('on request takes the papers handed in along, with a record, and leaves the result and what another dossier has', async () => {
    const [erased, other] = [await receive('applicant-xoa-000000000'), await receive('applicant-xoa-000000000')];
    const [own, common] = [await createPdf({ note: 'giấy riêng' }), await createPdf({ note: 'giấy dùng chung' })];
    await upload(erased, 'components/1', own);
    await upload(erased, 'components/2', common);
    await upload(other, 'components/2', common);
    await upload(erased, 'result', await createPdf({ note: 'kết quả của cơ quan' }));
    await documentsOf(erased);
    expect(await refOf(erased)).not.toBeNull();
    const contents = await fixture.listContents();

    await say('erased', 'applicant-asked', erased);
    expect(await fixture.listContents()).toHaveLength(contents.length - 1);
    expect([await refOf(erased), await refOf(other)]).toEqual([null, 'applicant-xoa-000000000']);
    const documents = await documentsOf(erased);
    expect(documents.components.slice(0, 2).map(({ files }) => files[0]?.erasedAt !== null)).toEqual([true, true]);
    expect((await documentsOf(other)).components[1]?.files[0]?.erasedAt).toBeNull();
    const { rows } = await fixture.pool.query(
      'SELECT purpose, part, part_code FROM digitization.erasure WHERE dossier_id = $1 ORDER BY part_code',
      [erased.id],
    );
    expect(rows).toEqual([
      { purpose: 'erasure-request', part: 'component', part_code: 'to-khai' },
      { purpose: 'erasure-request', part: 'component', part_code: 'xac-nhan' },
    ]);
    const verified = await fixture.call('/v1/stored-files/verification', admin, { json: {} });
    expect(verified.body).toMatchObject({ missing: [], damaged: [], orphaned: [] });
  });

  it('after the term is forgotten, and files keep their own terms; what was followed is not followed again', async () => {
    const dossiers = [await receive('applicant-1-00000000000'), await receive('applicant-2-00000000000')];
    const third = await receive('applicant-3-00000000000');
    for (const dossier of [...dossiers, third]) {
      await upload(dossier, 'components/1', await createPdf({ note: dossier.id }));
      await documentsOf(dossier);
    }
    await say('erased', 'term-over', ...dossiers, third);
    for (const dossier of [...dossiers, third]) {
      expect(await refOf(dossier)).toBeNull();
      expect((await documentsOf(dossier)).components[0]?.files[0]?.erasedAt).toBeNull();
    }
    const { rows } = await fixture.pool.query<{ position: string }>(
      'SELECT position::text FROM digitization.applicant_changes_read',
    );
    expect(rows[0]?.position).toBe(String(fixture.applicantChanges.length));
  });
});

describe('an applicant who was corrected at dossier-intake', () => {
  it('is asked about anew: papers of whoever bore the wrong number are not proposed any more', async () => {
    const dossier = await receive('applicant-nham-00000000');
    await documentsOf(dossier);
    expect(await refOf(dossier)).toBe('applicant-nham-00000000');
    fixture.applicants.set(dossier.id, 'applicant-dung-00000000');
    await say('corrected', null, dossier);
    await documentsOf(dossier);
    expect(await refOf(dossier)).toBe('applicant-dung-00000000');
  });
});
