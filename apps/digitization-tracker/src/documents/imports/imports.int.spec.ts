import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DigitizationImportResult,
  DossierComponents,
  EventLogPosition,
  RetentionRun,
  StoredFilesVerification,
  toImportedDossierId,
} from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDigitizationFixture, type DigitizationFixture } from '../../testing/digitization-service.ts';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createPdf } from '../../testing/sample-files.ts';

let fixture: DigitizationFixture;
beforeAll(async () => {
  fixture = await createDigitizationFixture();
}, 90_000);
afterAll(() => fixture.close());

const admin = { role: 'admin', sub: 'quan-tri' } as const;
const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const source = 'urn:motcua:legacy';
const system = { role: 'source', unit: 'thanh-ba', source, sub: 'chuyen-doi' } as const;
const received = at('2022-03-02 08:00');
const ended = at('2022-03-04 15:00');
let codes = 0;

/** A dossier of an earlier system, finished long ago, whose checklist is here. */
async function follow(
  more: { sourceCode?: string; origin?: string; endedAt?: number; responsibleUnit?: string } = {},
): Promise<DossierHistory> {
  const {
    sourceCode = `H44.05-220302-${String(++codes).padStart(4, '0')}`,
    origin = source,
    endedAt = ended,
    responsibleUnit,
  } = more;
  const dossier = new DossierHistory({
    sourceCode,
    origin,
    imported: true,
    code: null,
    dossierId: toImportedDossierId(origin, sourceCode),
    ...(responsibleUnit === undefined ? {} : { responsibleUnit }),
  });
  await fixture.publish(dossier.received(received).processed(endedAt).events);
  await waitFor(async () => (await fixture.call(path(dossier, 'components'), admin)).status === 200, {
    describe: 'the checklist',
  });
  return dossier;
}
const path = ({ id }: DossierHistory, rest: string): string => `/v1/dossiers/${id}/${rest}`;
const line = ({ sourceCode }: DossierHistory, more: object = {}) => ({
  source,
  sourceCode,
  part: 'component',
  number: 1,
  digitizedAt: '2022-03-02T08:10:00+07:00',
  archive: { system: 'kho-luu-tru', href: `https://kho.example/${sourceCode ?? ''}` },
  signed: false,
  ...more,
});
const result = (dossier: DossierHistory, more: object = {}) =>
  line(dossier, { part: 'result', digitizedAt: '2022-03-04T15:30:00+07:00', archive: { system: 'kho-luu-tru' }, ...more });
const send = (documents: readonly unknown[], as: Parameters<DigitizationFixture['call']>[1] = system) =>
  fixture.call('/v1/digitization-imports', as, { json: { documents } });
const take = async (documents: readonly unknown[]) => DigitizationImportResult.parse((await send(documents)).body);
const documentsOf = async (dossier: DossierHistory) =>
  DossierComponents.parse((await fixture.call(path(dossier, 'components'), counter)).body);
const rowCount = async (table: 'file' | 'event'): Promise<number> => {
  const { rows } = await fixture.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM digitization.${table}`);
  return rows[0]!.count;
};

describe('what an earlier system digitized', () => {
  it('counts, is listed with who keeps it, and each document is told with the whole state', async () => {
    const dossier = await follow();
    const events = [
      line(dossier, { pages: 3, sha256: 'a'.repeat(64) }),
      line(dossier, { number: undefined, code: 'xac-nhan', archive: { system: 'kho-luu-tru' } }),
      result(dossier, { signed: true }),
    ];
    expect(await take(events)).toEqual({ taken: 3, known: 0, refused: [] });

    const { components, results, counts, isDigitized } = await documentsOf(dossier);
    expect([counts.missing, isDigitized]).toEqual([0, true]);
    expect(components[0]!.files).toMatchObject([
      {
        heldBy: { system: 'kho-luu-tru', href: `https://kho.example/${dossier.sourceCode!}` },
        sha256: 'a'.repeat(64),
        bytes: null,
        mediaType: null,
        pages: 3,
        signed: false,
        by: 'chuyen-doi',
        at: '2022-03-02T01:10:00.000Z',
        purpose: 'handling',
      },
    ]);
    // What an archive says of a signature is a claim.
    const claim = { signed: false, signature: 'unverified', signatureReason: 'claimed-by-archive' };
    expect(results[0]!.files).toMatchObject([{ heldBy: { system: 'kho-luu-tru' }, sha256: null, pages: null, ...claim }]);

    await waitFor(() => fixture.published(dossier.id).length === 4, { describe: 'the checklist and three documents' });
    expect(fixture.published(dossier.id).map(({ type, data }) => [type.split('.')[3], data.digitizationVersion])).toEqual([
      ['checklist-made', 1],
      ['component-digitized', 2],
      ['component-digitized', 3],
      ['result-digitized', 4],
    ]);
    expect(fixture.published(dossier.id).at(-1)?.data).toMatchObject({
      isDigitized: true,
      digitizedAt: '2022-03-04T08:30:00.000Z',
      officer: 'chuyen-doi',
      change: { result: 'giay-ket-hon', heldBy: 'kho-luu-tru', sha256: null, bytes: null, mediaType: null, pages: null },
    });
  });

  it('adds nothing when it is told again, in one request or in two', async () => {
    const dossier = await follow();
    const events = [line(dossier), result(dossier), line(dossier)];
    expect(await take(events)).toMatchObject({ taken: 2, known: 1 });
    const before = [await rowCount('file'), await rowCount('event'), await documentsOf(dossier)];
    expect(await take(events)).toEqual({ taken: 0, known: 3, refused: [] });
    expect([await rowCount('file'), await rowCount('event'), await documentsOf(dossier)]).toEqual(before);
  });

  it('does not come back after a check has rejected it', async () => {
    const dossier = await follow();
    await take([line(dossier)]);
    const found = { count: true, completeness: true, order: true, legibility: false };
    expect((await fixture.call(path(dossier, 'components/1/checks'), counter, { json: found })).status).toBe(200);
    expect(await take([line(dossier)])).toEqual({ taken: 0, known: 1, refused: [] });
    expect((await documentsOf(dossier)).components[0]!.status).toBe('not-digitized');
    expect(
      await take([line(dossier, { archive: { system: 'kho-luu-tru', href: 'https://kho.example/ban-quet-lai' } })]),
    ).toMatchObject({
      taken: 1,
    });
  });

  it('is refused line by line, each by its place, and the others are taken', async () => {
    const dossier = await follow();
    const other = await follow();
    const twin = await follow({ sourceCode: 'TRUNG-1' });
    const foreign = await follow({ sourceCode: 'TRUNG-1', origin: 'urn:motcua:another' });
    const outside = await follow({ responsibleUnit: 'ha-hoa' });
    const answer = await take([
      line(dossier, { number: 3 }),
      line(dossier, { number: 9 }),
      result(dossier, { number: undefined, code: 'giay-khac' }),
      line(dossier),
      line(new DossierHistory({ sourceCode: 'H44.05-220302-9999' })),
      { nonsense: true },
      line(dossier, { digitizedAt: '2100-01-01T00:00:00Z' }),
      line(foreign, { source: 'urn:motcua:another' }),
      line(outside),
      line(other, { source: undefined }),
    ]);
    expect(answer).toMatchObject({ taken: 2, known: 0 });
    expect(answer.refused.map(({ index, code }) => [index, code])).toEqual([
      [0, 'component.not-scanned'],
      [1, 'component.unknown'],
      [2, 'result.unknown'],
      [4, 'dossier.unknown'],
      [5, 'document.malformed'],
      [6, 'document.in-the-future'],
      [7, 'source.foreign'],
      [8, 'source.unit-outside'],
    ]);
    expect((await documentsOf(other)).components[0]!.status).toBe('digitized');
    for (const { id } of [twin, foreign, outside])
      expect(await fixture.pool.query('SELECT FROM digitization.file WHERE dossier_id = $1', [id])).toMatchObject({
        rowCount: 0,
      });
  });

  it('is told by legacy systems, five thousand at a time', async () => {
    const dossier = await follow();
    for (const someone of [counter, admin]) expect((await send([line(dossier)], someone)).status).toBe(403);
    expect((await send([])).body).toMatchObject({ code: 'request.invalid' });
    expect((await send(Array.from({ length: 5_001 }, () => line(dossier)))).status).toBe(400);
    expect((await documentsOf(dossier)).components[0]!.files).toEqual([]);
  });
});

describe('a file that an archive keeps', () => {
  it('cannot be opened or reused here, and the reader is told where it is', async () => {
    const dossier = await follow();
    await take([line(dossier)]);
    const [file] = (await documentsOf(dossier)).components[0]!.files;
    const opened = await fixture.call(path(dossier, `files/${file!.fileId}/content`), counter);
    expect([opened.status, opened.body['code']]).toEqual([409, 'file.held-elsewhere']);
    expect(opened.body['detail']).toContain(`https://kho.example/${dossier.sourceCode!}`);
    const another = await follow();
    fixture.applicants.set(dossier.id, 'an').set(another.id, 'an');
    const reused = await fixture.call(path(another, 'components/1/reuse'), counter, { json: { fileId: file!.fileId } });
    expect([reused.status, reused.body['code']]).toEqual([409, 'reuse.held-elsewhere']);
  });

  it('does not keep an officer from uploading a scan of his own beside it', async () => {
    const dossier = await follow();
    await take([line(dossier)]);
    const uploaded = await fixture.upload(path(dossier, 'components/1/files'), counter, await createPdf({ note: 'bản mới' }));
    expect([uploaded.status, uploaded.body['already']]).toEqual([201, false]);
    expect((await documentsOf(dossier)).components[0]!.files.map(({ heldBy }) => heldBy?.system)).toEqual([
      'kho-luu-tru',
      undefined,
    ]);
  });

  it('is no content that has to be here, also where its hash is that of one', async () => {
    const dossier = await follow();
    const content = await createPdf({ note: 'cả hai nơi' });
    const uploaded = await fixture.upload(path(dossier, 'components/1/files'), counter, content);
    const { sha256 } = uploaded.body['file'] as { sha256: string };
    await take([line(dossier, { sha256 }), line(dossier, { number: 2, sha256: 'b'.repeat(64) })]);
    const verified = await fixture.call('/v1/stored-files/verification', admin, { method: 'POST' });
    expect(StoredFilesVerification.parse(verified.body)).toMatchObject({ missing: [], damaged: [] });
  });

  it('is forgotten when its time has come: the record names the archive, the address is gone, the figure stays', async () => {
    const dossier = await follow({ endedAt: at('2012-03-04 15:00') });
    await take([line(dossier, { number: 2 }), result(dossier)]);
    const isOurs = ({ dossierId }: { dossierId: string }) => dossierId === dossier.id;
    const run = async (dryRun: boolean) =>
      RetentionRun.parse((await fixture.call('/v1/retention/runs', admin, { json: { dryRun } })).body).files.filter(isOurs);
    const archived = { heldBy: 'kho-luu-tru', sha256: null, bytes: null, contentErased: true };
    expect(await run(true)).toMatchObject([archived, archived]);
    expect(await run(false)).toMatchObject([archived, archived]);
    expect(await run(true)).toEqual([]);
    const { rows } = await fixture.pool.query('SELECT held_by, held_href FROM digitization.file WHERE dossier_id = $1', [
      dossier.id,
    ]);
    expect(rows).toEqual([
      { held_by: 'kho-luu-tru', held_href: null },
      { held_by: 'kho-luu-tru', held_href: null },
    ]);
    const { components, results } = await documentsOf(dossier);
    expect([components[1]!.status, results[0]!.digitized]).toEqual(['digitized', true]);
    // Nor does the next import bring it back.
    expect(await take([line(dossier, { number: 2 })])).toMatchObject({ taken: 0, known: 1 });
  });
});

describe('an import of thousands', () => {
  it('is taken whole, beside uploads, in the order of each dossier, and waits to be published', async () => {
    const dossiers = Array.from({ length: 1_000 }, (_, index) => {
      const sourceCode = `H44.05-220401-${String(index).padStart(4, '0')}`;
      const dossierId = toImportedDossierId(source, sourceCode);
      return new DossierHistory({ sourceCode, origin: source, imported: true, code: null, dossierId });
    });
    // A request to the broker has a megabyte at most.
    for (let from = 0; from < dossiers.length; from += 200) {
      const some = dossiers.slice(from, from + 200);
      await fixture.publish(some.flatMap((dossier) => dossier.received(received).processed(ended).events));
    }
    await waitFor(async () => (await fixture.call(path(dossiers.at(-1)!, 'components'), admin)).status === 200, {
      describe: 'the last',
    });
    const documents = dossiers.flatMap((dossier) => [line(dossier), line(dossier, { number: 2 }), result(dossier)]);
    const uploading = dossiers
      .slice(0, 5)
      .map(async (dossier) =>
        fixture.upload(path(dossier, 'components/1/files'), counter, await createPdf({ note: dossier.id })),
      );
    // A checklist may still be on its way when the last one is there: such lines are sent again.
    let left: unknown[] = documents;
    await waitFor(
      async () => {
        const { refused } = await take(left);
        expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(refused.length === 0 ? [] : ['dossier.unknown']));
        left = refused.map(({ index }) => left[index]);
        return left.length === 0;
      },
      { describe: 'all to be taken' },
    );
    expect((await Promise.all(uploading)).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const position = async () => EventLogPosition.parse((await fixture.call('/v1/digitization-imports/position', system)).body);
    await waitFor(async () => (await position()).published, { timeoutMs: 60_000, describe: 'everything to be published' });
    await waitFor(() => fixture.published(dossiers.at(-1)!.id).length === 4, { describe: 'the events of the last' });
    for (const [index, dossier] of dossiers.entries()) {
      const versions = fixture.published(dossier.id).map(({ data }) => data.digitizationVersion);
      expect(versions).toEqual(index < 5 ? [1, 2, 3, 4, 5] : [1, 2, 3, 4]);
    }
  }, 120_000);
});
