import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@motcua/auth';
import { RatingGivenEvent, RatingPage, RatingQuestions, RatingToken } from '@motcua/contracts';
import { operationsOf } from '@motcua/http';
import { createKafkajsClient } from '@motcua/kafka';
import { uniqueName, waitFor } from '@motcua/testing';
import { legacy, legacySource, legacySystem, toNdjson } from '../testing/legacy-events.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

const HOUR = 3_600_000;
let intake: RunningIntake;
let now = Date.parse('2026-11-20T10:00:00+07:00');
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const applicant = { name: 'Nguyễn Thị Bí Mật', email: 'bi.mat@example.vn' };
const secret = 'Cảm ơn chị Nguyễn Thị Bí Mật ở quầy số 2';
const codes = ['time', 'visits', 'guidance', 'attitude', 'feedback'];
const all = (value: number) => codes.map((question) => ({ question, value }));

const post = (url: string, body: unknown, as: Call['as'] = counter): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as });

async function open(unit = 'dong-xuan', more: object = {}): Promise<string> {
  const body = { unit, procedure: '1.000689', channel: 'in-person', ...more };
  return ((await post('/v1/dossiers', body, ['counter', unit])).body['dossier'] as unknown as { dossierId: string }).dossierId;
}
async function openReturned(unit = 'dong-xuan', more: object = {}): Promise<string> {
  const id = await open(unit, more);
  await post(`/v1/dossiers/${id}/process`, {}, ['specialist', unit]);
  await post(`/v1/dossiers/${id}/return`, {}, ['counter', unit]);
  return id;
}
const tokenFor = async (id: string, unit = 'dong-xuan'): Promise<string> =>
  RatingToken.parse((await post(`/v1/dossiers/${id}/rating-token`, undefined, ['counter', unit])).body).token;

/** As a citizen: without any bearer token. */
const rate = async (body: object): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await intake.app.inject({ method: 'POST', url: '/v1/ratings', payload: body });
  return { status: answer.statusCode, body: answer.json() };
};
const list = async (query: string, as: readonly [role: Role, unit?: string] = counter): Promise<RatingPage> =>
  RatingPage.parse((await intake.call({ url: `/v1/ratings?${query}`, as })).body);
const eventsOf = async (id: string): Promise<string[]> =>
  (await intake.admin.query<{ body: string }>('SELECT body FROM intake.rating_event WHERE dossier_id = $1', [id])).rows.map(
    ({ body }) => body,
  );

describe('rating a dossier', () => {
  it('takes one rating by the token of the counter, and says what it counts as', async () => {
    const id = await openReturned();
    const token = await tokenFor(id);
    const given = await rate({ token, answers: all(5), comment: secret });
    expect(given).toEqual({ status: 201, body: { dossierId: id, ratedAt: new Date(now).toISOString(), satisfied: true } });
    const again = await rate({ token, answers: all(1) });
    expect([again.status, again.body['code']]).toEqual([409, 'rating.already-given']);
    expect(await eventsOf(id)).toHaveLength(1);
    const token2 = await post(`/v1/dossiers/${id}/rating-token`, undefined);
    expect([token2.status, token2.body['code']]).toEqual([409, 'rating.already-given']);
  });

  it('is opened by the token that goes to the citizen himself, as long as there is something to rate', async () => {
    const tokenOf = async (id: string): Promise<unknown> =>
      (await intake.call({ url: `/v1/dossiers/${id}/contact` })).body['ratingToken'];
    const [early, id, nobodys] = [
      await open('dong-xuan', { applicant }),
      await openReturned('dong-xuan', { applicant }),
      await openReturned(),
    ];
    expect([await tokenOf(early), await tokenOf(nobodys)]).toEqual([null, null]);
    expect(await rate({ token: await tokenOf(id), answers: all(4) })).toMatchObject({ status: 201, body: { dossierId: id } });
    expect(await tokenOf(id)).toBeNull();
  });

  it('has a page that anybody may open', async () => {
    const kinds = { '/rate': 'text/html', '/rate/rate.js': 'text/javascript', '/rate/rate.css': 'text/css' };
    for (const [url, kind] of Object.entries(kinds)) {
      const { statusCode, headers, body } = await intake.app.inject({ url });
      expect([url, statusCode, headers['content-type']]).toEqual([url, 200, `${kind}; charset=utf-8`]);
      expect(body.length).toBeGreaterThan(500);
    }
  });

  it('takes one of two ratings that come at once', async () => {
    const id = await openReturned();
    const token = await tokenFor(id);
    const answers = await Promise.all([5, 1, 3, 2].map((value) => rate({ token, answers: all(value) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('is refused before the result was returned, for an unknown dossier, and to who may not return it', async () => {
    const id = await open();
    expect((await post(`/v1/dossiers/${id}/rating-token`, undefined)).body).toMatchObject({
      status: 409,
      code: 'rating.not-returned',
    });
    const unknown = '00000000-0000-8000-8000-000000000000';
    expect((await post(`/v1/dossiers/${unknown}/rating-token`, undefined)).body).toMatchObject({
      status: 404,
      code: 'dossier.unknown',
    });
    const returned = await openReturned();
    for (const as of [
      ['counter', 'khai-xuan'],
      ['leader', 'thanh-ba'],
      ['specialist', 'dong-xuan'],
    ] as const)
      expect((await post(`/v1/dossiers/${returned}/rating-token`, undefined, as)).body).toMatchObject({ status: 403 });
  });

  it('is refused with a token that expired, and with one that is none', async () => {
    const id = await openReturned();
    const token = await tokenFor(id);
    const before = now;
    now += 2 * HOUR;
    expect((await rate({ token, answers: all(5) })).body).toMatchObject({ status: 410, code: 'rating.token-expired' });
    now = before;
    expect((await rate({ token: `${token}x`, answers: all(5) })).body).toMatchObject({
      status: 401,
      code: 'rating.token-invalid',
    });
    expect(await eventsOf(id)).toEqual([]);
  });

  it('says which answers are wanted, and leaves the token for the next try', async () => {
    const id = await openReturned();
    const token = await tokenFor(id);
    expect((await rate({ token, answers: all(5).slice(1) })).body).toMatchObject({ status: 422, code: 'rating.answers-invalid' });
    expect((await rate({ token, answers: all(5), comment: 'x\u0000' })).body).toMatchObject({
      status: 400,
      code: 'request.not-storable',
    });
    expect((await rate({ token, answers: all(5), comment: 'x'.repeat(1_001) })).body).toMatchObject({
      code: 'rating.comment-invalid',
    });
    expect((await rate({ token, answers: all(5) })).status).toBe(201);
  });

  it('asks the same questions of everybody, without a sign-in', async () => {
    const answer = await intake.app.inject('/v1/rating-questions');
    expect(RatingQuestions.parse(answer.json()).questions.map(({ code }) => code)).toEqual(codes);
  });
});

describe('what was written in words', () => {
  it('stays here: it is in no event and no log, and encrypted in the table', async () => {
    const id = await openReturned();
    await rate({ token: await tokenFor(id), answers: all(4), comment: secret });
    const [body = ''] = await eventsOf(id);
    const event = RatingGivenEvent.parse(JSON.parse(body));
    expect(event.data).toMatchObject({
      dossierId: id,
      satisfied: true,
      responsiblePath: ['phu-tho', 'thanh-ba', 'dong-xuan'],
      imported: false,
    });
    const stored = await intake.admin.query<{ text: string }>(
      'SELECT r::text AS text FROM intake.rating r WHERE dossier_id = $1',
      [id],
    );
    for (const text of [body, stored.rows[0]?.text ?? '', intake.logs.join('')]) expect(text).not.toContain('Bí Mật');
  });

  it('is read by those who handle the dossier, and by no leader', async () => {
    const id = await openReturned('khai-xuan');
    await rate({ token: await tokenFor(id, 'khai-xuan'), answers: all(4), comment: secret });
    const query = 'unit=khai-xuan&from=2026-11-20&to=2026-11-20';
    expect((await list(query, ['head', 'khai-xuan'])).ratings).toMatchObject([{ dossierId: id, comment: secret }]);
    const [line] = (await list(query, ['leader', 'thanh-ba'])).ratings;
    expect(line).not.toHaveProperty('comment');
    const foreign = await intake.call({ url: `/v1/ratings?${query}`, as: ['counter', 'dong-xuan'] });
    expect(foreign.status).toBe(403);
  });
});

describe('ratings of a unit', () => {
  it('are counted by the local day on which they were given, page by page', async () => {
    const before = now;
    const ids: string[] = [];
    // 23:30 and 00:30 on the office's clock: one UTC day, two local ones.
    for (const [at, value] of [
      ['2026-12-01T16:30:00Z', 5],
      ['2026-12-01T17:30:00Z', 4],
      ['2026-12-01T17:31:00Z', 1],
    ] as const) {
      now = Date.parse(at);
      const id = await openReturned();
      await rate({ token: await tokenFor(id), answers: all(value) });
      now = before;
      ids.push(id);
    }
    expect(await list('unit=thanh-ba&from=2026-12-01&to=2026-12-01', ['leader', 'thanh-ba'])).toMatchObject({
      rated: 1,
      satisfied: 1,
    });
    const first = await list('unit=phu-tho&from=2026-12-01&to=2026-12-02&limit=2', ['admin']);
    expect(first).toMatchObject({ rated: 3, satisfied: 2 });
    const second = await list(`unit=phu-tho&from=2026-12-01&to=2026-12-02&limit=2&cursor=${first.next ?? ''}`, ['admin']);
    expect([...first.ratings, ...second.ratings].map(({ dossierId }) => dossierId)).toEqual(ids);
    expect(second.next).toBeNull();
    const unhappy = await list('unit=phu-tho&from=2026-12-01&to=2026-12-02&satisfied=false', ['admin']);
    expect(unhappy.ratings.map(({ dossierId }) => dossierId)).toEqual(ids.slice(2));
    expect(unhappy).toMatchObject({ rated: 3, satisfied: 2 });
  });
});

describe('ratings collected elsewhere', () => {
  it('are taken line by line, once, with the reason where one is not', async () => {
    const events = ['R-1', 'R-2', 'R-3'].flatMap((code) => [
      legacy(code, 'received', '2022-03-01T10:00:00+07:00'),
      ...(code === 'R-3'
        ? []
        : [legacy(code, 'processed', '2022-03-02T10:00:00+07:00'), legacy(code, 'returned', '2022-03-02T11:00:00+07:00')]),
    ]);
    await intake.call({
      method: 'POST',
      url: '/v1/events',
      body: toNdjson(events),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const line = (sourceCode: string, value: number, ratedAt = '2022-03-03T08:00:00+07:00') => ({
      origin: legacySource,
      sourceCode,
      ratedAt,
      answers: all(value),
    });
    const ratings = [
      line('R-1', 5),
      line('R-2', 1),
      line('R-3', 5),
      line('R-9', 5),
      line('R-1', 5, '2022-03-02T10:30:00+07:00'),
      line('R-1', 9),
      line('R-2\r', 5),
    ];
    const answer = await post('/v1/rating-imports', { ratings }, legacySystem);
    expect(answer.body).toMatchObject({
      taken: 2,
      known: 0,
      refused: [
        {
          sourceCode: 'R-2\r',
          code: 'rating.characters-invalid',
          detail: expect.stringMatching(/^Line 7: .*U\+000D/) as unknown,
        },
        { sourceCode: 'R-3', code: 'rating.not-returned' },
        { sourceCode: 'R-9', code: 'dossier.unknown' },
        { sourceCode: 'R-1', code: 'rating.moment-invalid' },
        { sourceCode: 'R-1', code: 'rating.answers-invalid' },
      ],
    });
    expect((await post('/v1/rating-imports', { ratings: ratings.slice(0, 2) }, legacySystem)).body).toEqual({
      taken: 0,
      known: 2,
      refused: [],
    });
    expect(await list('unit=dong-xuan&from=2022-01-01&to=2022-10-31')).toMatchObject({ rated: 2, satisfied: 1 });
    expect((await post('/v1/rating-imports', { ratings })).status).toBe(403);
  });
});

it('publishes every rating under its dossier', async () => {
  const { rows } = await intake.admin.query<{ dossier_id: string }>('SELECT dossier_id FROM intake.rating_event');
  const client = createKafkajsClient({ brokers: intake.brokers, clientId: 'rating-spec' });
  const seen = new Set<string>();
  const consumer = client.createConsumer({ groupId: uniqueName('rating-spec'), topics: [intake.topics.ratingEvents] });
  await consumer.start({
    onAssigned: (partitions) => Promise.resolve(partitions.map((partition) => ({ ...partition, offset: 0n }))),
    onBatch: (delivery) => {
      for (const { key, value } of delivery.batch.messages) {
        expect(RatingGivenEvent.parse(JSON.parse(String(value))).subject).toBe(String(key));
        seen.add(String(key));
      }
      delivery.resolve(delivery.batch.nextOffset);
      return Promise.resolve();
    },
    onPassedOver: () => undefined,
    onOffsetOutOfRange: () => undefined,
    onCrash: () => undefined,
  });
  await waitFor(() => seen.size === rows.length, { describe: 'every rating in Kafka' });
  await consumer.stop();
  await client.close();
  expect([...seen].sort()).toEqual(rows.map(({ dossier_id }) => dossier_id).sort());
  const metrics = (await operationsOf(intake.app).inject('/metrics')).body;
  expect(metrics).toContain('relay="ratings"');
  expect(metrics).toContain('relay="events"');
});
