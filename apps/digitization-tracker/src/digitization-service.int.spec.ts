import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachedFile, BacklogPage, DossierComponents } from '@motcua/contracts';
import { findStrangeTextsTaken, findUnrefused, waitFor } from '@motcua/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, type CertificateHolder } from './files/signatures/testing/authority.ts';
import { createSignedPdf } from './files/signatures/testing/sign-pdf.ts';
import { createDigitizationFixture, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createPdf } from './testing/sample-files.ts';

let fixture: DigitizationFixture;
let officer: CertificateHolder;
let trustDir: string;
beforeAll(async () => {
  const authority = await createAuthority('Root');
  officer = await authority.issue();
  trustDir = await mkdtemp(join(tmpdir(), 'trust-'));
  await writeFile(join(trustDir, 'root.crt'), authority.der);
  await writeFile(join(trustDir, 'root.crl'), await authority.revoke([]));
  fixture = await createDigitizationFixture({ SIGNATURE_TRUST_DIR: trustDir });
}, 90_000);
afterAll(async () => {
  await fixture.close();
  await rm(trustDir, { recursive: true });
});

const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const admin = { role: 'admin', sub: 'quan-tri' } as const;
const when = at('2026-03-02 08:00');
const path = ({ id }: DossierHistory, rest: string): string => `/v1/dossiers/${id}/${rest}`;

async function receive(dossier: DossierHistory, ref: string | null = null): Promise<DossierHistory> {
  fixture.applicants.set(dossier.id, ref);
  await fixture.publish(dossier.received(when).events);
  await waitFor(async () => (await fixture.call(path(dossier, 'components'), admin)).status === 200, {
    describe: 'the checklist',
  });
  return dossier;
}
const documentsOf = async (dossier: DossierHistory) =>
  DossierComponents.parse((await fixture.call(path(dossier, 'components'), counter)).body);
const statuses = async (dossier: DossierHistory) => (await documentsOf(dossier)).components.map(({ status }) => status);
const typesOf = (dossier: DossierHistory) => fixture.published(dossier.id).map(({ type }) => type.split('.')[3]);

describe('the documents of a dossier', () => {
  it('go from a checklist to digitized, and each step is told with the whole state', async () => {
    const dossier = await receive(new DossierHistory());
    expect(await statuses(dossier)).toEqual(['not-digitized', 'not-digitized', 'exempt']);

    const first = await fixture.upload(
      path(dossier, 'components/1/files'),
      counter,
      await createPdf({ pages: 2, note: 'tờ khai' }),
    );
    expect([first.status, AttachedFile.parse(first.body)]).toMatchObject([
      201,
      {
        already: false,
        isDigitized: false,
        file: { mediaType: 'application/pdf', pages: 2, signed: false, by: 'nv-1', keptUntil: null },
      },
    ]);
    await fixture.upload(path(dossier, 'components/xac-nhan/files'), counter, await createPdf({ note: 'xác nhận' }));
    await fixture.publish(dossier.processed(when + 3_600_000).events.slice(-1));
    await waitFor(async () => (await documentsOf(dossier)).results[0]?.files.length === 0, { describe: 'still no result' });
    const last = await fixture.upload(path(dossier, 'result/files'), counter, await createSignedPdf({ signer: officer }));
    const { isDigitized, file } = AttachedFile.parse(last.body);
    expect([isDigitized, file.signed, file.signature, file.signatureReason]).toEqual([true, true, 'verified', null]);

    await waitFor(() => fixture.published(dossier.id).length === 4, { describe: 'four events' });
    expect(
      fixture.published(dossier.id).map(({ data }) => [data.digitizationVersion, data.components.missing, data.isDigitized]),
    ).toEqual([
      [1, 2, false],
      [2, 1, false],
      [3, 0, false],
      [4, 0, true],
    ]);
    expect(typesOf(dossier)).toEqual(['checklist-made', 'component-digitized', 'component-digitized', 'result-digitized']);
    expect(fixture.published(dossier.id).at(-1)?.data).toMatchObject({
      resultPrescribed: true,
      resultDigitized: true,
      resultSigned: true,
      signatures: { none: 2, broken: 0, unverified: 0, verified: 1 },
      officer: 'nv-1',
      responsiblePath: ['phu-tho', 'thanh-ba', 'dong-xuan'],
    });
  });

  it('whose signature is broken are shown and count for nothing, until a whole one comes', async () => {
    const dossier = await receive(new DossierHistory());
    for (const part of ['components/1/files', 'components/2/files'])
      await fixture.upload(path(dossier, part), counter, await createPdf({ note: part }));
    const signed = await createSignedPdf({ signer: officer, note: 'một' });
    const altered = Buffer.concat([signed, Buffer.from('\n')]);
    const first = AttachedFile.parse((await fixture.upload(path(dossier, 'result/files'), counter, altered)).body);
    expect([first.isDigitized, first.file.signed, first.file.signature, first.file.signatureReason]).toEqual([
      ...[false, false, 'broken', 'not-covered'],
    ]);
    expect((await documentsOf(dossier)).results).toMatchObject([{ digitized: false, files: [{ signature: 'broken' }] }]);
    const second = AttachedFile.parse((await fixture.upload(path(dossier, 'result/files'), counter, signed)).body);
    expect([second.isDigitized, second.file.signature]).toEqual([true, 'verified']);
    await waitFor(() => fixture.published(dossier.id).length === 5, { describe: 'five events' });
    expect(
      fixture
        .published(dossier.id)
        .map(({ data }) => [data.resultSigned, data.signatures?.broken])
        .slice(-2),
    ).toEqual([...[[false, 1]], ...[[true, 1]]]);
  });

  it('of an online dossier need no scan, are made anew when the channel is corrected, and follow the dossier', async () => {
    const dossier = new DossierHistory();
    dossier.submitted(when - 60_000);
    await receive(dossier);
    expect(await statuses(dossier)).toEqual(['exempt', 'exempt', 'exempt']);
    await fixture.publish(dossier.corrected(when + 60_000, { channel: 'in-person' }).events.slice(-1));
    await waitFor(async () => (await statuses(dossier)).join() === 'not-digitized,not-digitized,exempt', {
      describe: 'a new checklist',
    });
    await waitFor(() => typesOf(dossier).length === 2, { describe: 'both checklists' });
    await fixture.publish(dossier.transferred(when + 120_000, 'phong-tu-phap').events.slice(-1));
    const specialist = { role: 'specialist', unit: 'phong-tu-phap', sub: 'cv-1' } as const;
    const answer = await waitFor(
      async () => {
        const given = await fixture.upload(
          path(dossier, 'components/1/files'),
          specialist,
          await createPdf({ note: 'chuyên viên' }),
        );
        return given.status === 201 && given;
      },
      { describe: 'the handling unit to be let in' },
    );
    expect(answer.body['already']).toBe(false);
  });

  it('redelivered events change nothing', async () => {
    const dossier = await receive(new DossierHistory());
    await fixture.publish([...dossier.events, ...dossier.events]);
    const other = await receive(new DossierHistory());
    await waitFor(() => typesOf(other).length === 1, { describe: 'a later dossier' });
    expect(typesOf(dossier)).toEqual(['checklist-made']);
  });

  it('that a check finds faulty are missing again; the check stays on record, once a key', async () => {
    const dossier = await receive(new DossierHistory());
    await fixture.upload(path(dossier, 'components/1/files'), counter, await createPdf({ note: 'mờ' }));
    const fine = { count: true, completeness: true, order: true, legibility: true };
    const check = (json: object, key: string) => fixture.call(path(dossier, 'components/1/checks'), counter, { json, key });
    expect((await check(fine, 'k-1')).body).toMatchObject({ counts: { missing: 1 } });
    const rejected = await check({ ...fine, legibility: false }, 'k-2');
    expect(rejected.body).toMatchObject({ counts: { missing: 2 }, digitizationVersion: 3 });
    const again = await check({ ...fine, legibility: false }, 'k-2');
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([rejected.body, 'true']);
    expect((await check({ ...fine, order: false }, 'k-3')).body).toMatchObject({ code: 'scan.nothing-to-check' });
    expect(await statuses(dossier)).toEqual(['not-digitized', 'not-digitized', 'exempt']);
    const { rows } = await fixture.pool.query(
      'SELECT faults, checked_by FROM digitization.scan_check WHERE dossier_id = $1 ORDER BY id',
      [dossier.id],
    );
    expect(rows).toEqual([
      { faults: [], checked_by: 'nv-1' },
      { faults: ['legibility'], checked_by: 'nv-1' },
    ]);
    await waitFor(() => typesOf(dossier).at(-1) === 'rejected', { describe: 'the rejection' });
  });

  it('can be exempted with a reason, and what may not be scanned gets no file', async () => {
    const dossier = await receive(new DossierHistory());
    const exempted = await fixture.call(path(dossier, 'components/2/exemption'), counter, { json: { reason: 'secret' } });
    expect(exempted.body).toMatchObject({ counts: { exempt: 2, missing: 1 } });
    for (const component of ['2', '3']) {
      const answer = await fixture.upload(path(dossier, `components/${component}/files`), counter, await createPdf());
      expect([answer.status, answer.body['code']]).toEqual([409, 'component.not-scanned']);
    }
    const nowhere = await fixture.upload(path(dossier, 'components/9/files'), counter, await createPdf());
    expect([nowhere.status, nowhere.body['code']]).toEqual([404, 'component.unknown']);
  });
});

describe('reuse', () => {
  it('is proposed for the same applicant and done only when an officer says so', async () => {
    const [old, own, stranger] = [
      await receive(new DossierHistory(), 'applicant-an-0000000000'),
      await receive(new DossierHistory(), 'applicant-an-0000000000'),
      await receive(new DossierHistory(), 'applicant-binh-00000000'),
    ];
    const bytes = await createPdf({ note: 'giấy xác nhận của An' });
    const source = AttachedFile.parse((await fixture.upload(path(old, 'components/2/files'), counter, bytes)).body);
    // Reading the documents asks whose they are.
    await documentsOf(old);
    expect((await documentsOf(own)).components[1]).toMatchObject({
      status: 'not-digitized',
      proposals: [{ fileId: source.file.fileId, unit: 'dong-xuan', because: 'same-component', needs: 'nothing' }],
    });
    expect((await documentsOf(stranger)).components[1]?.proposals).toEqual([]);

    const uploaded = AttachedFile.parse((await fixture.upload(path(own, 'components/2/files'), counter, bytes)).body);
    expect(uploaded.proposals).toMatchObject([{ fileId: source.file.fileId, because: 'same-content' }]);
    expect((await statuses(own))[1]).toBe('digitized');
    expect(
      AttachedFile.parse((await fixture.upload(path(stranger, 'components/2/files'), counter, bytes)).body).proposals,
    ).toEqual([]);

    const reuse = (dossier: DossierHistory) =>
      fixture.call(path(dossier, 'components/2/reuse'), counter, { json: { fileId: source.file.fileId } });
    expect((await reuse(own)).body).toMatchObject({ counts: { reused: 1, reusedComponent: 1, digitized: 0 } });
    expect((await reuse(stranger)).body).toMatchObject({ code: 'reuse.other-applicant' });
    expect((await documentsOf(own)).components[1]).toMatchObject({
      status: 'reused-component',
      files: [{ reusedFrom: source.file.fileId }],
    });
    await waitFor(() => typesOf(own).at(-1) === 'component-reused', { describe: 'the reuse' });
    expect(await fixture.listContents()).toContain(source.file.sha256);
  });

  it('is refused where an applicant is not known', async () => {
    const [old, own] = [await receive(new DossierHistory()), await receive(new DossierHistory())];
    const { body } = await fixture.upload(path(old, 'components/2/files'), counter, await createPdf({ note: 'vô danh' }));
    const answer = await fixture.call(path(own, 'components/2/reuse'), counter, {
      json: { fileId: AttachedFile.parse(body).file.fileId },
    });
    expect([answer.status, answer.body['code']]).toEqual([409, 'reuse.applicant-unknown']);
  });
});

describe('the backlog', () => {
  it('lists what is still to scan, oldest first, with its age, without a gap, and forgets what was stopped until that is taken back', async () => {
    const unit = 'khai-xuan';
    const before = BacklogPage.parse((await fixture.call(`/v1/backlog?unit=${unit}`, admin)).body).count;
    const dossiers = [3, 1, 2].map((days) => ({ days, dossier: new DossierHistory({ responsibleUnit: unit }) }));
    for (const { days, dossier } of dossiers) dossier.received(Date.now() - days * 86_400_000 - 60_000);
    await fixture.publish(dossiers.flatMap(({ dossier }) => dossier.events));
    const page = async (more = '') => BacklogPage.parse((await fixture.call(`/v1/backlog?unit=${unit}${more}`, admin)).body);
    await waitFor(async () => (await page()).count === before + 3, { describe: 'three more' });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { dossiers: lines, next } = await page(`&limit=1${cursor}`);
      seen.push(...lines.map(({ dossierId }) => dossierId));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    const expected = [3, 2, 1].map((days) => dossiers.find((it) => it.days === days)?.dossier.id);
    expect(seen.slice(-3)).toEqual(expected);
    expect(
      (await page()).dossiers.slice(-3).map(({ ageDays, missingComponents }) => [ageDays, missingComponents.length]),
    ).toEqual([
      [3, 2],
      [2, 2],
      [1, 2],
    ]);
    for (const { dossier } of dossiers) dossier.stopped(Date.now());
    await fixture.publish(dossiers.flatMap(({ dossier }) => dossier.events.slice(-1)));
    await waitFor(async () => (await page()).count === before, { describe: 'stopped ones to go' });
    for (const { dossier } of dossiers) dossier.reverted(Date.now(), 'stopped');
    await fixture.publish(dossiers.flatMap(({ dossier }) => dossier.events.slice(-1)));
    await waitFor(async () => (await page()).count === before + 3, {
      describe: 'those to come back that were stopped by a slip',
    });
  });
});

describe('the service', () => {
  it('refuses forged cursors and NUL, wherever they stand', async () => {
    expect(await findUnrefused(fixture.url, (as) => fixture.token({ ...as, sub: as.role }))).toEqual([]);
  }, 60_000);

  it('takes no line break, and no other strange character, in any text of one line', async () => {
    const taken = await findStrangeTextsTaken(fixture.url, (as) => fixture.token({ ...as, sub: as.role }));
    // Lines, each refused by itself in the answer: `parse-line.spec.ts`.
    expect(taken.filter((text) => !text.startsWith('POST /v1/digitization-imports /documents/0'))).toEqual([]);
  }, 120_000);

  it('is ready and describes itself', async () => {
    const ready = await fetch(`${fixture.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready' }]);
    const document = (await (await fetch(`${fixture.url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/dossiers/{id}/components/{component}/files',
        '/v1/dossiers/{id}/result/files',
        '/v1/backlog',
        '/v1/retention/runs',
      ]),
    );
  });
});
