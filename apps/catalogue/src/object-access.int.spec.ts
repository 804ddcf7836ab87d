import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Actor, type Role } from '@motcua/auth';
import { FigureReportPage, RecommendationPage } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { aUnit } from './entries/documents.builder.ts';
import { aFigureReport } from './figure-reports/figure-report.builder.ts';
import { aRecommendation } from './recommendations/recommendation.builder.ts';
import { startCatalogue, type RunningCatalogue } from './testing/start-catalogue.ts';

const operator: Actor = { sub: 'quan-tri', role: 'admin' };
let catalogue: RunningCatalogue;
let admin: Pool;
beforeAll(async () => {
  catalogue = await startCatalogue();
  admin = new Pool({ connectionString: catalogue.databaseUrl });
  const units = [
    aUnit({ code: 'tinh', kind: 'province' }),
    aUnit({ code: 'huyen', kind: 'district-office', parent: 'tinh' }),
    aUnit({ code: 'dong-xuan', parent: 'huyen' }),
    aUnit({ code: 'van-linh', parent: 'huyen' }),
    aUnit({ code: 'tap-huan', training: true }),
    // It has ended.
    aUnit({ code: 'xa-cu', parent: 'huyen', validTo: '2022-06-30' }),
  ];
  const { status, body } = await ask(operator, 'PUT', '/v1/units', units);
  if (status >= 300) throw new Error(body);
}, 60_000);
afterAll(async () => {
  await admin.end();
  await catalogue.stop();
});

async function ask(as: Actor, method: 'GET' | 'PUT', url: string, payload?: object) {
  const headers = await catalogue.issuer.bearer(as);
  const answer = await catalogue.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.body };
}

const people: readonly Actor[] = [
  ...roles.flatMap((role) =>
    ['dong-xuan', 'van-linh', 'huyen', 'tinh', 'tap-huan', 'xa-cu'].map((unit) => ({
      sub: `${role}-of-${unit}`,
      role,
      unit,
      ...(role === 'source' ? { source: 'urn:legacy:x' } : {}),
    })),
  ),
  { sub: 'admin-of-all', role: 'admin' },
];
const readers: readonly Role[] = ['counter', 'specialist', 'head', 'leader', 'delegation', 'admin'];
const words = 'Chữ chỉ có ở đây.';
const recommend = async (overrides: Parameters<typeof aRecommendation>[0] = {}): Promise<string> => {
  const path = `/v1/recommendations/${randomUUID()}`;
  expect((await ask(operator, 'PUT', path, aRecommendation({ words, ...overrides }))).status).toBe(201);
  return path;
};
const report = async (as: Actor = operator): Promise<string> => {
  const path = `/v1/figure-reports/${randomUUID()}`;
  expect((await ask(as, 'PUT', path, aFigureReport('dong-xuan', words))).status).toBe(201);
  return path;
};

/** Something that is said of a unit. */
interface Deed {
  readonly by: readonly Role[];
  readonly reached: readonly string[];
  /** Of the installation: nobody who is bound to a unit. */
  readonly isOfAll?: true;
  /** Where it is put, and what: made afresh for everybody who may. */
  prepare(): Promise<readonly [url: string, payload: object]>;
}
const above = ['dong-xuan', 'huyen', 'tinh'];
const deeds: Readonly<Record<string, Deed>> = {
  'a figure that is reported to be wrong': {
    by: readers,
    reached: above,
    prepare: () => Promise.resolve([`/v1/figure-reports/${randomUUID()}`, aFigureReport('dong-xuan', words)]),
  },
  'an answer to such a report': {
    by: ['admin'],
    reached: [],
    isOfAll: true,
    prepare: async () => [`${await report()}/answer`, { outcome: 'explained', words: 'Đã kiểm tra.' }],
  },
  'a recommendation': {
    by: ['delegation', 'leader', 'admin'],
    reached: above,
    prepare: () => Promise.resolve([`/v1/recommendations/${randomUUID()}`, aRecommendation({ words })]),
  },
  'a recommendation to the district': {
    by: ['delegation', 'leader', 'admin'],
    reached: ['huyen', 'tinh'],
    prepare: () => Promise.resolve([`/v1/recommendations/${randomUUID()}`, aRecommendation({ words, unit: 'huyen' })]),
  },
  'a step of a recommendation that the commune has to follow': {
    by: ['head', 'leader', 'admin'],
    reached: above,
    prepare: async () => [
      `${await recommend({ unit: 'huyen' })}/steps/${randomUUID()}`,
      { status: 'in-progress', words: 'Đang làm.', evidence: [] },
    ],
  },
  'a recommendation to a unit that has ended': {
    by: ['delegation', 'leader', 'admin'],
    reached: ['xa-cu', 'huyen', 'tinh'],
    prepare: () =>
      Promise.resolve([`/v1/recommendations/${randomUUID()}`, aRecommendation({ words, unit: 'xa-cu', owner: 'xa-cu' })]),
  },
};

const isPermitted = ({ by, reached, isOfAll }: Deed, { role, unit }: Actor): boolean =>
  by.includes(role) && (unit === undefined || (isOfAll !== true && reached.includes(unit)));

async function countRows(): Promise<unknown> {
  const { rows } = await admin.query<object>(
    `SELECT (SELECT count(*) FROM catalogue.figure_report) AS reports, (SELECT count(answered_at) FROM catalogue.figure_report) AS answers,
       (SELECT count(*) FROM catalogue.recommendation) AS made, (SELECT count(*) FROM catalogue.recommendation_step) AS steps`,
  );
  return rows[0];
}

it.each(Object.entries(deeds))('%s is kept of who may, and of nobody else', async (_what, deed) => {
  const [url, payload] = await deed.prepare();
  const before = await countRows();
  const faults: string[] = [];
  for (const one of people.filter((someone) => !isPermitted(deed, someone))) {
    const { status, body } = await ask(one, 'PUT', url, payload);
    if (status !== 403 || body.includes(words)) faults.push(`${one.sub} is answered ${String(status)}`);
  }
  expect([faults, await countRows()]).toEqual([[], before]);
  for (const one of people.filter((someone) => isPermitted(deed, someone))) {
    const [its, said] = await deed.prepare();
    const { status, body } = await ask(one, 'PUT', its, said);
    if (status >= 300) faults.push(`${one.sub} is answered ${body}`);
  }
  expect(faults).toEqual([]);
  expect(await countRows()).not.toEqual(before);
});

describe('what was said', () => {
  it('of a commune is read there and above', async () => {
    await recommend();
    const faults: string[] = [];
    for (const one of people) {
      const { status, body } = await ask(one, 'GET', '/v1/recommendations?unit=dong-xuan');
      const isReader = readers.includes(one.role) && (one.unit === undefined || above.includes(one.unit));
      if (status !== (isReader ? 200 : 403) || body.includes(words) !== isReader) faults.push(`${one.sub}: ${String(status)}`);
    }
    expect(faults).toEqual([]);
  });

  it('of a neighbour stands in no list of the commune', async () => {
    await recommend({ unit: 'van-linh', owner: 'van-linh' });
    const { body } = await ask(
      { sub: 'head-of-dong-xuan', role: 'head', unit: 'dong-xuan' },
      'GET',
      '/v1/recommendations?unit=dong-xuan&limit=200',
    );
    const { recommendations } = RecommendationPage.parse(JSON.parse(body));
    expect(recommendations.filter(({ unit }) => unit !== 'dong-xuan')).toEqual([]);
  });

  it('by somebody to be wrong is listed to them, whatever the post, and to the operators', async () => {
    const lan: Actor = { sub: 'lan', role: 'head', unit: 'dong-xuan' };
    await report(lan);
    for (const one of [...people, { ...lan, role: 'leader', unit: 'huyen' } as const]) {
      const { status, body } = await ask(one, 'GET', '/v1/figure-reports/mine');
      if (!readers.includes(one.role)) expect([one.sub, status]).toEqual([one.sub, 403]);
      else expect(FigureReportPage.parse(JSON.parse(body)).reports.filter(({ by }) => by !== one.sub)).toEqual([]);
      const { status: ofAll } = await ask(one, 'GET', '/v1/figure-reports');
      expect([one.sub, ofAll]).toEqual([one.sub, one.sub === 'admin-of-all' ? 200 : 403]);
    }
  });
});

describe('an id that is taken', () => {
  const head: Actor = { sub: 'chu-tich', role: 'head', unit: 'dong-xuan' };
  const neighbour: Actor = { sub: 'khac', role: 'head', unit: 'van-linh' };

  it('tells nobody what was said under it', async () => {
    const reported = await report(head);
    const recommended = await recommend();
    const other = aFigureReport('van-linh', 'Khác.');
    const made = aRecommendation({ unit: 'van-linh', owner: 'van-linh', words: 'Khác.' });
    for (const [url, payload] of [
      [reported, other],
      [recommended, made],
    ] as const) {
      const { status, body } = await ask({ ...neighbour, role: 'leader' }, 'PUT', url, payload);
      expect([status, body.includes(words)]).toEqual([409, false]);
    }
  });

  it('is no way to say something of another recommendation', async () => {
    const step = randomUUID();
    const said = { status: 'in-progress', words: 'Đang làm.', evidence: [] };
    const [first, second] = [await recommend(), await recommend({ words: 'Khác.' })];
    expect((await ask(head, 'PUT', `${first}/steps/${step}`, said)).status).toBe(201);
    expect((await ask(head, 'PUT', `${second}/steps/${step}`, said)).status).toBe(409);
    expect((await ask(neighbour, 'PUT', `${first}/steps/${step}`, said)).status).toBe(403);
  });

  it('is not another figure’s: what is wrong with that is not lost unsaid', async () => {
    const reported = await report(head);
    const about = { ...aFigureReport('dong-xuan', words).about, numerator: 12 };
    expect((await ask(head, 'PUT', reported, { about, words })).status).toBe(409);
  });
});
