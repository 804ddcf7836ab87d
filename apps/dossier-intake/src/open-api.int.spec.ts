import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { findMishandled, findStrangeTextsTaken, listHostileRequests, type HostileRequest } from '@motcua/testing';
import { startIntake, type RunningIntake } from './testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

describe('the service', () => {
  it('refuses forged cursors and NUL, wherever they stand', async () => {
    const [admin, auditor] = await Promise.all([intake.sign(['admin']), intake.sign(['auditor', 'phu-tho'])]);
    const requests = listHostileRequests((await intake.app.inject('/openapi.json')).json(), {
      unit: 'thanh-ba',
      from: '2022-01-01',
      to: '2022-01-31',
    });
    const send = async ({ method, url, body }: HostileRequest) => {
      const answer = await intake.app.inject({
        method: method as 'GET', // or another one that the document names
        url,
        headers: {
          // The audit log is out of administrators' reach.
          authorization: `Bearer ${url.startsWith('/v1/audit/') ? auditor : admin}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      return answer.statusCode;
    };
    // Events are looked at one by one: a bad one is refused in the receipt and holds up no other.
    const asked = requests.filter(({ what }) => what !== 'POST /v1/events: NUL in the body');
    expect(await findMishandled(asked, send)).toEqual([]);
  }, 60_000);

  it('takes no line break, and no other strange character, in any text of one line', async () => {
    expect(await findStrangeTextsTaken(intake.app, (as) => intake.sign({ ...as }))).toEqual([
      // Lines, each refused by itself in the answer: `ratings.int.spec.ts`.
      ...['origin', 'sourceCode', 'ratedAt', 'answers/0/question'].map((text) => `POST /v1/rating-imports /ratings/0/${text}`),
    ]);
  }, 120_000);

  it('serves a valid OpenAPI document', async () => {
    const document = (await intake.app.inject('/openapi.json')).json<Record<string, unknown>>();
    expect((await new Validator().validate(document)).errors ?? []).toEqual([]);
    expect(Object.keys(document['paths'] as object)).toEqual(
      expect.arrayContaining(['/v1/dossiers/{id}/request-supplement', '/v1/events', '/v1/events/position']),
    );
  });

  it('says what it knows of the catalogue', async () => {
    expect((await intake.call({ url: '/v1/reference/units/dong-xuan' })).body).toMatchObject({
      documents: [{ code: 'dong-xuan' }],
    });
    expect((await intake.call({ url: '/v1/reference/units/atlantis' })).body).toMatchObject({
      status: 404,
      code: 'reference.not-here',
    });
  });
});
