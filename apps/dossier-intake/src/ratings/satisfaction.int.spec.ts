import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RatingPage, RatingsVerification } from '@motcua/contracts';
import fc from 'fast-check';
import { legacy, legacySource, toNdjson } from '../testing/legacy-events.ts';
import { ratingHistory, type RatingHistory, type RatingStep } from '../testing/rating-history.arbitraries.ts';
import { ReferenceSatisfaction, toDay, type ImportedLine, type RatedUnit } from '../testing/reference-satisfaction.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const start = Date.parse('2026-03-02T08:00:00+07:00');
const codes = ['time', 'visits', 'guidance', 'attitude', 'feedback'];
const toAnswers = (values: readonly number[]) => values.map((value, index) => ({ question: codes[index], value }));

let intake: RunningIntake;
let now = start;
let histories = 0;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

const post = (url: string, body?: unknown, as?: Call['as']): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, ...(as === undefined ? {} : { as }) });

async function send(...events: readonly unknown[]): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const answer = await intake.call({ method: 'POST', url: '/v1/events', body: toNdjson(events), headers });
  expect(answer.status).toBeLessThan(300);
}

interface PlayedDossier {
  readonly id: string;
  readonly sourceCode: string;
  readonly unit: RatedUnit;
  readonly tokens: string[];
}

/** Dossiers that are processed and wait for their return, and no rating of an earlier history. */
async function createDossiers(units: readonly RatedUnit[]): Promise<PlayedDossier[]> {
  histories += 1;
  now = start;
  await intake.admin.query('DELETE FROM intake.rating_event');
  await intake.admin.query('DELETE FROM intake.rating');
  const sourceCodes = units.map((_, index) => `H-${histories}-${index}`);
  const events = sourceCodes.flatMap((code, index) => [
    legacy(code, 'received', '2026-02-26T08:00:00+07:00', { unit: units[index] }),
    legacy(code, 'processed', '2026-02-27T08:00:00+07:00'),
  ]);
  await send(...events);
  const { rows } = await intake.admin.query<{ dossier_id: string; source_code: string }>(
    'SELECT dossier_id, source_code FROM intake.dossier WHERE source_code = ANY ($1)',
    [sourceCodes],
  );
  const ids = new Map(rows.map(({ dossier_id, source_code }) => [source_code, dossier_id]));
  return units.map((unit, index) => {
    const sourceCode = sourceCodes[index] ?? '';
    return { id: ids.get(sourceCode) ?? '', sourceCode, unit, tokens: [] };
  });
}

/** Plays one step on the service and on the reference, and compares what each says to it. */
async function play(step: RatingStep, dossiers: readonly PlayedDossier[], reference: ReferenceSatisfaction): Promise<void> {
  if (step.kind === 'wait') {
    now += step.minutes * MINUTE;
    return;
  }
  if (step.kind === 'import') return playImport(step, dossiers, reference);
  const dossier = dossiers[step.dossier]!;
  switch (step.kind) {
    case 'return': {
      if (reference.isReturned(step.dossier)) return;
      await send(legacy(dossier.sourceCode, 'returned', new Date(now).toISOString()));
      reference.return(step.dossier, now);
      return;
    }
    case 'token': {
      const { status, body } = await post(`/v1/dossiers/${dossier.id}/rating-token`, undefined, ['counter', dossier.unit]);
      const refusal = reference.askForToken(step.dossier, now);
      expect([status, body['code']]).toEqual(refusal === undefined ? [201, undefined] : [409, refusal]);
      if (refusal === undefined) dossier.tokens.push(String(body['token']));
      return;
    }
    case 'rate': {
      const token = dossier.tokens[step.token];
      if (token === undefined) return;
      const payload = { token, answers: toAnswers(step.values) };
      const answer = (await intake.app.inject({ method: 'POST', url: '/v1/ratings', payload })).json<Record<string, unknown>>();
      const expected = reference.rate(step.dossier, { now, values: step.values });
      expect(answer['code'] ?? answer['satisfied']).toEqual(expected);
      return;
    }
  }
}

async function playImport(
  { lines, times }: Extract<RatingStep, { kind: 'import' }>,
  dossiers: readonly PlayedDossier[],
  reference: ReferenceSatisfaction,
): Promise<void> {
  const given = lines.map(({ dossier, agoMinutes, values }): ImportedLine => ({
    dossier,
    at: now - agoMinutes * MINUTE,
    values,
  }));
  const ratings = given.map(({ dossier, at, values }) => ({
    origin: legacySource,
    sourceCode: dossiers[dossier]!.sourceCode,
    ratedAt: new Date(at).toISOString(),
    answers: toAnswers(values),
  }));
  for (let time = 0; time < times; time += 1) {
    const { body } = await post('/v1/rating-imports', { ratings });
    const refused = (body['refused'] as unknown as { code: string }[]).map(({ code }) => code);
    expect({ taken: body['taken'], known: body['known'], refused }).toEqual(reference.import(given, now));
  }
}

const list = async (unit: string, from: string, to: string, more = ''): Promise<RatingPage> => {
  const url = `/v1/ratings?unit=${unit}&from=${from}&to=${to}&limit=1000${more}`;
  return RatingPage.parse((await intake.call({ url })).body);
};
const verify = async (): Promise<RatingsVerification> => RatingsVerification.parse((await post('/v1/ratings/verification')).body);

async function playHistory({ units, steps }: Pick<RatingHistory, 'units' | 'steps'>): Promise<ReferenceSatisfaction> {
  const dossiers = await createDossiers(units);
  const reference = new ReferenceSatisfaction(units);
  for (const step of steps) await play(step, dossiers, reference);
  return reference;
}

describe('satisfaction', () => {
  it('is, after any history, of any unit and period, what a recount by hand makes of it', async () => {
    let rated = 0;
    await fc.assert(
      fc.asyncProperty(ratingHistory, async ({ units, steps, periods }) => {
        const reference = await playHistory({ units, steps });
        const cuts = periods.map((ends) => [...ends].sort((one, other) => one - other).map((days) => toDay(start + days * DAY)));
        for (const [from = '', to = ''] of [[toDay(start), toDay(now)], ...cuts])
          for (const unit of ['phu-tho', 'thanh-ba', 'dong-xuan', 'khai-xuan']) {
            const expected = reference.count(unit, from, to);
            const found = await list(unit, from, to, '&satisfied=true');
            expect({ rated: found.rated, satisfied: found.satisfied }).toEqual(expected);
            expect(found.ratings).toHaveLength(expected.satisfied);
          }
        const all = reference.count('phu-tho', toDay(start - 3 * DAY), toDay(now)).rated;
        expect(await verify()).toMatchObject({ ratings: all, different: [] });
        rated += all;
      }),
      { numRuns: 12 },
    );
    expect(rated).toBeGreaterThan(0);
  }, 60_000);
});

describe('verification of ratings', () => {
  const happy = [5, 5, 5, 5, 5];
  const rateAll: RatingStep[] = [0, 1, 2].flatMap((dossier): RatingStep[] => [
    { kind: 'return', dossier },
    { kind: 'import', lines: [{ dossier, agoMinutes: 0, values: happy }], times: 1 },
  ]);
  const day = toDay(start);
  const spoil = async (statement: string): Promise<RatingsVerification> => {
    await playHistory({ units: ['dong-xuan', 'khai-xuan', 'khai-xuan'], steps: rateAll });
    expect(await verify()).toEqual({ ratings: 3, compared: 8, different: [] });
    const { rowCount } = await intake.admin.query(statement);
    expect(rowCount).toBe(1);
    return verify();
  };
  const upTo = (unit: string) => [unit, 'phu-tho', 'thanh-ba'];
  const inDongXuan = `unit = 'dong-xuan'`;

  it('names each unit whose share of satisfied is not what the answers make it', async () => {
    const { different } = await spoil(`UPDATE intake.rating SET satisfied = false WHERE ${inDongXuan}`);
    expect(different).toEqual(
      upTo('dong-xuan').map((unit) => {
        const expected = unit === 'dong-xuan' ? 1 : 3;
        return { unit, day, figure: 'satisfied', expected, found: expected - 1 };
      }),
    );
  });

  it('names both days of a rating that stands on the wrong one', async () => {
    const { different } = await spoil(`UPDATE intake.rating SET local_day = local_day + 1 WHERE ${inDongXuan}`);
    const next = toDay(start + DAY);
    expect(different.filter(({ unit }) => unit === 'dong-xuan')).toEqual([
      { unit: 'dong-xuan', day, figure: 'rated', expected: 1, found: 0 },
      { unit: 'dong-xuan', day, figure: 'satisfied', expected: 1, found: 0 },
      { unit: 'dong-xuan', day: next, figure: 'rated', expected: 0, found: 1 },
      { unit: 'dong-xuan', day: next, figure: 'satisfied', expected: 0, found: 1 },
    ]);
    expect(different).toHaveLength(12);
  });

  it('names a rating that is in the log and not in the list, and one that is in the list alone', async () => {
    const lost = await spoil(`DELETE FROM intake.rating WHERE ${inDongXuan}`);
    expect(lost.different.find(({ unit }) => unit === 'dong-xuan')).toMatchObject({ figure: 'rated', expected: 1, found: 0 });
    const invented = await spoil(
      `DELETE FROM intake.rating_event WHERE dossier_id = (SELECT dossier_id FROM intake.rating WHERE ${inDongXuan})`,
    );
    expect(invented).toMatchObject({ ratings: 2 });
    expect(invented.different.find(({ unit }) => unit === 'dong-xuan')).toMatchObject({ expected: 0, found: 1 });
  });

  it('believes the answers, not what the event says of them', async () => {
    const { different } = await spoil(
      `UPDATE intake.rating_event SET body = replace(body, '"satisfied":true', '"satisfied":false')
       WHERE dossier_id = (SELECT dossier_id FROM intake.rating WHERE ${inDongXuan})`,
    );
    expect(different).toEqual([]);
  });

  it('is for operators, and for nobody without a sign-in', async () => {
    const bare = await intake.app.inject({ method: 'POST', url: '/v1/ratings/verification' });
    expect(bare.statusCode).toBe(401);
    expect((await post('/v1/ratings/verification', undefined, ['counter', 'dong-xuan'])).status).toBe(403);
    expect((await post('/v1/ratings/verification', undefined, ['leader', 'phu-tho'])).status).toBe(403);
    expect((await post('/v1/ratings/verification', undefined, ['admin'])).status).toBe(200);
  });
});
