import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierComponents, RetentionRun } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDigitizationFixture, type DigitizationFixture } from '../testing/digitization-service.ts';
import { at, DossierHistory } from '../testing/dossier-history.builder.ts';
import { createPdf } from '../testing/sample-files.ts';

let fixture: DigitizationFixture;
beforeAll(async () => {
  fixture = await createDigitizationFixture({ RETENTION_COMPONENT_DAYS: '30', RETENTION_RESULT_DAYS: '3650' });
}, 90_000);
afterAll(() => fixture.close());

const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const admin = { role: 'admin', sub: 'quan-tri' } as const;
const path = ({ id }: DossierHistory, rest: string): string => `/v1/dossiers/${id}/${rest}`;

async function receive(dossier: DossierHistory, ref: string): Promise<DossierHistory> {
  fixture.applicants.set(dossier.id, ref);
  await fixture.publish(dossier.received(at('2026-03-02 08:00')).events);
  await waitFor(async () => (await fixture.call(path(dossier, 'components'), admin)).status === 200, {
    describe: 'the checklist',
  });
  return dossier;
}
const documentsOf = async (dossier: DossierHistory) =>
  DossierComponents.parse((await fixture.call(path(dossier, 'components'), counter)).body);

describe('retention', () => {
  const run = async (dryRun: boolean) =>
    RetentionRun.parse((await fixture.call('/v1/retention/runs', admin, { json: { dryRun } })).body);

  it('lists what has served its purpose, erases it with a record, and keeps what another dossier still needs', async () => {
    const [ended, open] = [
      await receive(new DossierHistory(), 'applicant-het-han-00000'),
      await receive(new DossierHistory(), 'applicant-het-han-00000'),
    ];
    const [single, common] = [await createPdf({ note: 'một mình' }), await createPdf({ note: 'dùng chung' })];
    await fixture.upload(path(ended, 'components/1/files'), counter, single);
    await fixture.upload(path(ended, 'components/2/files'), counter, common);
    await fixture.upload(path(ended, 'result/files'), counter, await createPdf({ note: 'kết quả giữ lâu' }));
    await fixture.upload(path(open, 'components/2/files'), counter, common);
    const endedAt = Date.now() - 31 * 86_400_000;
    await fixture.publish(ended.processed(endedAt).events.slice(-1));
    const mine = ({ files }: RetentionRun) => files.filter(({ dossierId }) => dossierId === ended.id);
    const listed = await waitFor(
      async () => {
        const it = await run(true);
        return mine(it).length === 2 && it;
      },
      { describe: 'both files' },
    );
    expect(
      mine(listed).map(({ purpose, keptUntil, contentErased }) => [purpose, Date.parse(keptUntil) - endedAt, contentErased]),
    ).toEqual(
      expect.arrayContaining([
        ['handling', 30 * 86_400_000, true],
        ['handling', 30 * 86_400_000, false],
      ]),
    );
    const contents = await fixture.listContents();

    const erased = await run(false);
    expect(
      mine(erased)
        .map(({ contentErased }) => contentErased)
        .sort(),
    ).toEqual([false, true]);
    const gone = new Set(erased.files.filter(({ contentErased }) => contentErased).map(({ sha256 }) => sha256));
    expect(await fixture.listContents()).toEqual(contents.filter((sha256) => !gone.has(sha256)));
    expect(mine(await run(false))).toEqual([]);
    const { rows } = await fixture.pool.query(
      'SELECT purpose, part_code FROM digitization.erasure WHERE run_id = $1 AND dossier_id = $2 ORDER BY part_code',
      [erased.runId, ended.id],
    );
    expect(rows).toEqual([
      { purpose: 'handling', part_code: 'to-khai' },
      { purpose: 'handling', part_code: 'xac-nhan' },
    ]);
    // What was digitized was digitized: figures do not change. The content is gone.
    const documents = await documentsOf(ended);
    expect([
      documents.isDigitized,
      documents.components[0]?.status,
      documents.components[0]?.files[0]?.erasedAt !== null,
    ]).toEqual([true, 'digitized', true]);
    const content = path(ended, `files/${documents.components[0]?.files[0]?.fileId ?? ''}/content`);
    expect((await fixture.call(content, counter)).status).toBe(404);
    const verified = await fixture.call('/v1/stored-files/verification', admin, { json: {} });
    expect(verified.body).toMatchObject({ missing: [], damaged: [], orphaned: [] });
  });

  it('has nothing to do for a submission that was never received: nothing is kept of one, and nothing taken for it', async () => {
    const inVain = new DossierHistory();
    const when = at('2026-03-02 08:00');
    inVain.put('submitted', when, { status: 1, submittedAt: new Date(when).toISOString(), receivedAt: null, channel: 'online' });
    inVain.put('refused', when + 60_000, { status: 3 }, { reasonCode: 'not-competent' });
    // Of one key, and so of one partition, behind it.
    const sentinel = new DossierHistory().received(when);
    await fixture.publish([...inVain.events, ...sentinel.events.map((event) => ({ ...event, key: inVain.id }))]);
    await waitFor(async () => (await fixture.call(path(sentinel, 'components'), admin)).status === 200, {
      describe: 'the log to be read past it',
    });
    expect((await fixture.upload(path(inVain, 'components/1/files'), counter, await createPdf())).status).toBe(404);
    const { rows } = await fixture.pool.query(
      `SELECT (SELECT count(*) FROM digitization.dossier WHERE dossier_id = $1)::int AS checklists,
         (SELECT count(*) FROM digitization.file WHERE dossier_id = $1)::int AS files,
         (SELECT count(*) FROM digitization.event WHERE dossier_id = $1)::int AS events`,
      [inVain.id],
    );
    expect(rows).toEqual([{ checklists: 0, files: 0, events: 0 }]);
  });
});
