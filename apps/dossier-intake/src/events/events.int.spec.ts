import { dossierEventSchemas, findDossierEventName, type EventsReceipt } from '@motcua/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { legacy, legacySource, legacySystem, toNdjson } from '../testing/legacy-events.ts';
import { listBodies } from '../testing/list-bodies.ts';
import { startIntake, type Call, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const ndjson = { 'content-type': 'application/x-ndjson' };
async function send(body: unknown, headers: Record<string, string> = ndjson): Promise<EventsReceipt> {
  const answer = await intake.call({ method: 'POST', url: '/v1/events', body, headers: { 'accept-language': 'en', ...headers } });
  expect({ status: answer.status, ...(answer.status === 200 ? {} : answer.body) }).toEqual({ status: 200 });
  return answer.body as unknown as EventsReceipt;
}
const bodiesOf = (sourceCode: string) => listBodies(intake, sourceCode);

describe('POST /v1/events', () => {
  it('takes lines, and finds them there the second time', async () => {
    const lines = toNdjson([
      legacy('A-1', 'received', '2022-03-01T10:00:00+07:00'),
      legacy('A-2', 'received', '2022-03-01T11:00:00+07:00', { due: '2022-03-02T09:00:30+07:00' }),
      legacy('A-1', 'processed', '2022-03-03T10:00:00+07:00'),
    ]);
    const first = await send(lines);
    expect(first).toMatchObject({
      accepted: 3,
      alreadyThere: 0,
      refused: [],
      dossiers: 2,
      position: { xid: expect.any(String), position: expect.any(String) },
    });
    expect(await send(lines)).toEqual({
      accepted: 0,
      alreadyThere: 3,
      refused: [],
      refusedCount: 0,
      dossiers: 0,
      position: null,
    });
  });

  it('says of each bad line what is wrong, and takes the others', async () => {
    const receipt = await send(
      toNdjson([
        legacy('B-1', 'received', '2022-03-01T10:00:00+07:00'),
        '{"specversion":',
        '',
        { ...legacy('B-2', 'received', '2022-03-01T10:00:00+07:00'), time: 'yesterday' },
        { ...legacy('B-3', 'received', '2022-03-01T10:00:00+07:00'), type: 'vn.motcua.dossier.redated.v1' },
        legacy('B-4', 'processed', '2022-03-01T10:00:00+07:00'),
        legacy('B-5', 'received', '2022-03-01T10:00:00+07:00', { unit: 'nowhere' }),
        legacy('B-6', 'received', '2022-03-01T10:00:00+07:00', { procedure: '9.9' }),
        legacy('B-1', 'extended', '2022-03-02T10:00:00+07:00'),
        legacy('B-1', 'processed', '2022-03-03T10:00:00+07:00'),
      ]),
    );
    expect(receipt).toMatchObject({ accepted: 2, dossiers: 1 });
    expect(receipt.refused.map(({ line, id, code }) => [line, id?.split('/')[0] ?? null, code])).toEqual([
      [2, null, 'event.malformed'],
      [4, 'B-2', 'event.invalid'],
      [5, 'B-3', 'event.type-unknown'],
      [6, 'B-4', 'dossier.unknown'],
      [7, 'B-5', 'unit.unknown'],
      [8, 'B-6', 'procedure.unknown'],
      [9, 'B-1', 'event.field-missing'],
    ]);
    expect(receipt.refused[1]?.message).toMatch(/time/);
  });

  it('refuses texts and moments that the log cannot hold, and takes the lines around them', async () => {
    const receipt = await send(
      toNdjson([
        legacy('N-1', 'received', '2022-03-01T10:00:00+07:00', { officer: 'a\u0000b' }),
        legacy('N-2', 'received', '2022-03-01T10:00:00+07:00', { officer: '\ud800' }),
        legacy('N-3', 'received', '9999-12-31T23:59:59-14:00'),
        legacy('N-4 😀 "quoted" \\', 'received', '2022-03-01T10:00:00+07:00'),
        { ...legacy('N-5\r\nBcc: x', 'received', '2022-03-01T10:00:00+07:00'), id: 'five' },
        { ...legacy('N-6', 'received', '2022-03-01T10:00:00+07:00'), id: 'a\u202eb' },
        { ...legacy('N-7', 'received', '2022-03-01T10:00:00+07:00'), extension: 'two\nlines' },
      ]),
    );
    expect(receipt).toMatchObject({
      accepted: 2,
      refused: [
        { line: 1, code: 'event.invalid' },
        { line: 2, code: 'event.invalid' },
        { line: 3, code: 'event.invalid' },
        { line: 5, code: 'event.characters-invalid', message: expect.stringContaining('(data.sourceCode: U+000D)') as unknown },
        { line: 6, code: 'event.characters-invalid', message: expect.stringContaining('(id: U+202E)') as unknown },
      ],
    });
    const sourceCode = 'N-4 😀 "quoted" \\';
    expect((await bodiesOf(sourceCode))[0]).toMatchObject({ data: { sourceCode } });
  });

  it('takes a single event, a batch and a gzipped body', async () => {
    const event = legacy('C-1', 'received', '2022-03-01T10:00:00+07:00');
    expect(await send(JSON.stringify(event), { 'content-type': 'application/cloudevents+json' })).toMatchObject({ accepted: 1 });
    const batch = JSON.stringify([event, legacy('C-2', 'received', '2022-03-01T10:00:00+07:00'), 7]);
    expect(await send(batch, { 'content-type': 'application/cloudevents-batch+json' })).toMatchObject({
      accepted: 1,
      alreadyThere: 1,
      refused: [{ line: 3, code: 'event.invalid' }],
    });
    const zipped = gzipSync(toNdjson([legacy('C-3', 'received', '2022-03-01T10:00:00+07:00')]));
    expect(await send(zipped, { ...ndjson, 'content-encoding': 'gzip' })).toMatchObject({ accepted: 1 });
  });

  it('records what legacy systems do, flags it, and publishes only what keeps the contract', async () => {
    await send(
      toNdjson([
        legacy('D-1', 'submitted', '2022-03-01T08:00:00+07:00', { channel: 'online' }),
        legacy('D-1', 'received', '2022-03-01T10:00:00+07:00', { channel: 'online' }),
        legacy('D-1', 'transferred', '2022-03-01T11:00:00+07:00', { unit: 'phong-tu-phap' }),
        legacy('D-1', 'supplement-requested', '2022-03-02T10:00:00+07:00', { reasonCode: 'missing-copy' }),
        legacy('D-1', 'supplement-received', '2022-03-03T10:00:00+07:00'),
        legacy('D-1', 'supplement-requested', '2022-03-04T10:00:00+07:00'),
        legacy('D-1', 'supplement-received', '2022-03-04T15:00:00+07:00'),
        legacy('D-1', 'payment-requested', '2022-03-07T10:00:00+07:00'),
        legacy('D-1', 'payment-made', '2022-03-07T14:00:00+07:00'),
        legacy('D-1', 'extended', '2022-03-08T10:00:00+07:00', { newDue: '2022-03-20T10:00:00+07:00' }),
        legacy('D-1', 'reassigned', '2022-03-08T11:00:00+07:00', { unit: 'khai-xuan' }),
        legacy('D-1', 'corrected', '2022-03-08T12:00:00+07:00', { correction: { channel: 'postal' } }),
        legacy('D-1', 'withdrawal-requested', '2022-03-09T10:00:00+07:00'),
        legacy('D-1', 'stopped', '2022-03-09T11:00:00+07:00', { endedBy: 'withdrawn' }),
        legacy('D-1', 'returned', '2022-03-10T11:00:00+07:00'),
        legacy('D-2', 'submitted', '2022-03-01T08:00:00+07:00'),
        legacy('D-2', 'refused', '2022-03-01T09:00:00+07:00', { reasonCode: 'incomplete' }),
      ]),
    );
    const bodies = [...(await bodiesOf('D-1')), ...(await bodiesOf('D-2'))];
    expect(bodies).toHaveLength(17);
    for (const body of bodies) {
      const name = findDossierEventName(String(body['type']));
      // Strict: what is published has no field that the contract does not name.
      const schema = dossierEventSchemas[name ?? 'received'].strict();
      expect(schema.safeParse(body)).toMatchObject({ success: true });
    }
    expect(bodies[14]).toMatchObject({
      source: legacySource,
      data: {
        findings: ['second-supplement', 'event-after-end'],
        supplementCount: 2,
        responsibleUnit: 'khai-xuan',
        imported: true,
        code: null,
        sourceCode: 'D-1',
      },
    });
  });

  it('publishes reasons of the catalogue and ids alone; what was written in their place is kept encrypted, or not at all', async () => {
    const written = 'Bà Nguyễn Thị Hoa 0912345678, CCCD 001088001234, đi vắng';
    const at = (day: number) => `2022-03-0${day}T10:00:00+07:00`;
    await send(
      toNdjson([
        legacy('T-1', 'received', at(1), { officer: 'Trần Văn Bưởi', field: 'Lĩnh vực của bà Hoa' }),
        legacy('T-1', 'supplement-requested', at(2), { reasonCode: ' tp-01 ' }),
        legacy('T-1', 'supplement-received', at(3)),
        legacy('T-1', 'transferred', at(4), { unit: 'dong-xuan', officer: 'cv-07' }),
        legacy('T-1', 'stopped', at(7), { reasonCode: written }),
        legacy('T-2', 'received', at(1), { officer: 'Trần Văn Bưởi', field: 'ho-tich' }),
      ]),
    );
    const bodies = await bodiesOf('T-1');
    const data = bodies.map((body) => body['data'] as { officer: string; field: string; change: { reasonCode?: string } });
    expect(data.map(({ change }) => change.reasonCode)).toEqual([undefined, 'components-missing', undefined, undefined, 'other']);
    expect(data[0]).toMatchObject({ officer: expect.stringMatching(/^concealed-[\w-]{16}$/), field: 'ho-tich' });
    expect(data[3]?.officer).toBe('cv-07');
    expect((await bodiesOf('T-2'))[0]).toMatchObject({ data: { officer: data[0]?.officer } });
    expect(JSON.stringify(bodies)).not.toMatch(/Hoa|0912345678|001088001234|Bưởi/);

    const id = (bodies[0]?.['data'] as { dossierId: string }).dossierId;
    const { body } = await intake.call({ url: `/v1/dossiers/${id}`, as: ['head', 'dong-xuan'] });
    expect((body['history'] as unknown as { reasonText?: string }[]).map(({ reasonText }) => reasonText)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      written,
    ]);
  });

  it('is the same for two senders at once', async () => {
    const events = Array.from({ length: 300 }, (_, index) => [
      legacy(`E-${index}`, 'received', '2022-03-01T10:00:00+07:00'),
      legacy(`E-${index}`, 'processed', '2022-03-02T10:00:00+07:00'),
    ]).flat();
    const receipts = await Promise.all([send(toNdjson(events)), send(toNdjson(events.toReversed())), send(toNdjson(events))]);
    const sum = (pick: (receipt: EventsReceipt) => number): number =>
      receipts.reduce((total, receipt) => total + pick(receipt), 0);
    expect(sum(({ accepted }) => accepted) + (await send(toNdjson(events))).accepted).toBe(600);
    const { rows } = await intake.admin.query<{ gaps: number }>(
      `SELECT count(*)::int AS gaps FROM (SELECT dossier_id, count(*) AS n, max(version) AS v FROM intake.event GROUP BY 1) AS d WHERE n <> v`,
    );
    expect(rows[0]?.gaps).toBe(0);
  });

  it('repeats its answer to a document for a key, takes none with lines, and is open to legacy systems alone', async () => {
    const key = { 'idempotency-key': 'batch-1' };
    const event = legacy('F-1', 'received', '2022-03-01T10:00:00+07:00');
    const document = { 'content-type': 'application/cloudevents+json', ...key };
    expect(await send(JSON.stringify(event), document)).toMatchObject({ accepted: 1 });
    expect(await send(JSON.stringify(event), document)).toMatchObject({ accepted: 1 });

    const post = (headers: Record<string, string>, as: NonNullable<Call['as']>) =>
      intake.call({ method: 'POST', url: '/v1/events', body: toNdjson([event]), headers, as });
    expect(await post({ ...ndjson, ...key }, legacySystem)).toMatchObject({
      status: 400,
      body: { code: 'upload.key-not-taken' },
    });
    const service = { service: 'notification', audience: 'dossier-intake' } as const;
    for (const someone of [['counter', 'dong-xuan'], ['admin'], ['admin', 'phu-tho'], service] as const)
      expect((await post(ndjson, someone)).status).toBe(403);
  });

  it('names a thousand refusals, the first by line, and counts the rest', async () => {
    const unknown = Array.from({ length: 2_600 }, (_, index) => legacy(`R-${index}`, 'processed', '2022-03-01T10:00:00+07:00'));
    const receipt = await send(toNdjson([...unknown, ...Array<string>(2_600).fill('{')]));
    expect(receipt).toMatchObject({ accepted: 0, refusedCount: 5_200 });
    expect(receipt.refused.map(({ line }) => line)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
  });
});
