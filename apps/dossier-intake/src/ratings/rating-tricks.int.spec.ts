import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RatingGivenEvent, RatingPage, RatingToken } from '@motcua/contracts';
import { legacy, legacySource, legacySystem, toNdjson } from '../testing/legacy-events.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

const MINUTE = 60_000;
const start = Date.parse('2026-11-20T10:00:00+07:00');
let now = start;
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const day = 'unit=dong-xuan&from=2026-11-20&to=2026-11-20';
const all = (value: number) => ['time', 'visits', 'guidance', 'attitude', 'feedback'].map((question) => ({ question, value }));
const post = (url: string, body?: unknown, as: Call['as'] = counter): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as });

/** Received, processed and returned at this moment, for somebody who can be written to. */
async function openReturned(): Promise<string> {
  const applicant = { name: 'Nguyễn Thị Hoa', email: 'hoa@example.vn' };
  const body = { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', applicant };
  const id = ((await post('/v1/dossiers', body)).body['dossier'] as unknown as { dossierId: string }).dossierId;
  await post(`/v1/dossiers/${id}/process`, {}, ['specialist', 'dong-xuan']);
  await post(`/v1/dossiers/${id}/return`, {});
  return id;
}
const askToken = (id: string, as?: Call['as']): Promise<CallAnswer> => post(`/v1/dossiers/${id}/rating-token`, undefined, as);
const counterToken = async (id: string): Promise<string> => RatingToken.parse((await askToken(id)).body).token;
const noticeToken = async (id: string): Promise<string> =>
  String((await intake.call({ url: `/v1/dossiers/${id}/contact` })).body['ratingToken']);
const rate = async (token: string, value = 5) => {
  const payload = { token, answers: all(value) };
  const answer = await intake.app.inject({ method: 'POST', url: '/v1/ratings', payload });
  return [answer.statusCode, answer.json<{ code?: string }>().code];
};
const list = async (query = ''): Promise<RatingPage> =>
  RatingPage.parse((await intake.call({ url: `/v1/ratings?${day}${query}`, as: ['head', 'dong-xuan'] })).body);

describe('a counter that would rate itself', () => {
  it('does not get the token of the notice: that goes to who sends it, and to nobody who is signed in', async () => {
    const id = await openReturned();
    for (const as of [counter, ['head', 'dong-xuan'], ['admin']] as const) {
      const answer = await intake.call({ url: `/v1/dossiers/${id}/contact`, as });
      expect([answer.status, answer.body['ratingToken']]).toEqual([403, undefined]);
    }
  });

  it('gets a token only soon after the return, and cannot use it later', async () => {
    const id = await openReturned();
    const token = await counterToken(id);
    now += 120 * MINUTE - 1_000;
    const last = await askToken(id);
    expect([last.status, last.body['expiresAt']]).toEqual([201, new Date(start + 120 * MINUTE).toISOString()]);
    now += 1_000;
    expect((await askToken(id)).body).toMatchObject({ status: 409, code: 'rating.counter-closed' });
    expect(await rate(token)).toEqual([410, 'rating.token-expired']);
    // The citizen can still say something.
    expect(await rate(await noticeToken(id), 2)).toEqual([201, undefined]);
    now = start;
  });

  it('rates a dossier once, by whichever token', async () => {
    const id = await openReturned();
    const tokens = [await counterToken(id), await counterToken(id), await noticeToken(id)];
    const outcomes = [];
    for (const token of tokens) outcomes.push(await rate(token));
    const again = [409, 'rating.already-given'];
    expect(outcomes).toEqual([[201, undefined], again, again]);
  });

  it('does so in its own name: who asks for a token stands at a counter of the unit', async () => {
    const id = await openReturned();
    for (const as of [['admin'], ['leader', 'dong-xuan'], ['specialist', 'dong-xuan'], ['counter', 'khai-xuan']] as const)
      expect([as, (await askToken(id, as)).status]).toEqual([as, 403]);
    await askToken(id);
    await askToken(id, ['head', 'dong-xuan']);
    const made = {
      unit: 'dong-xuan',
      madeAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 120 * MINUTE).toISOString(),
    };
    const url = `/v1/dossiers/${id}/rating-tokens`;
    expect((await intake.call({ url, as: ['leader', 'thanh-ba'] })).body).toEqual({
      dossierId: id,
      tokens: [
        { ...made, officer: 'counter-1' },
        { ...made, officer: 'head-1' },
      ],
    });
    expect((await intake.call({ url, as: ['leader', 'khai-xuan'] })).status).toBe(403);
  });
});

describe('ratings', () => {
  it('say how they came in, and are counted with and without those of counters', async () => {
    await intake.admin.query('DELETE FROM intake.rating_event');
    await intake.admin.query('DELETE FROM intake.rating');
    const [atCounter, byNotice] = [await openReturned(), await openReturned()];
    await rate(await counterToken(atCounter), 5);
    await rate(await noticeToken(byNotice), 2);
    const at = new Date(now).toISOString();
    const events = ['received', 'processed', 'returned'] as const;
    const headers = { 'content-type': 'application/x-ndjson' };
    await intake.call({
      method: 'POST',
      url: '/v1/events',
      body: toNdjson(events.map((name) => legacy('V-1', name, at))),
      headers,
    });
    const ratings = [{ origin: legacySource, sourceCode: 'V-1', ratedAt: at, answers: all(4) }];
    await post('/v1/rating-imports', { ratings }, legacySystem);

    const every = await list();
    expect([every.rated, every.satisfied]).toEqual([3, 2]);
    const wayOf = (id: string) => every.ratings.find(({ dossierId }) => dossierId === id);
    expect(wayOf(atCounter)).toMatchObject({ via: 'counter', counter: { officer: 'counter-1', unit: 'dong-xuan' } });
    expect(wayOf(byNotice)).toMatchObject({ via: 'notice', counter: null });
    expect(every.ratings.map(({ via }) => via).sort()).toEqual(['counter', 'import', 'notice']);

    const without = await list('&withoutCounterRatings=true');
    expect([without.rated, without.satisfied, without.ratings.length]).toEqual([2, 1, 2]);
    expect((await list('&withoutCounterRatings=true&satisfied=true')).ratings.map(({ via }) => via)).toEqual(['import']);

    const { rows } = await intake.admin.query<{ body: string }>('SELECT body FROM intake.rating_event WHERE dossier_id = $1', [
      atCounter,
    ]);
    expect(RatingGivenEvent.parse(JSON.parse(rows[0]?.body ?? '')).data).toMatchObject({
      via: 'counter',
      counter: { officer: 'counter-1', unit: 'dong-xuan' },
      imported: false,
    });
  });
});
