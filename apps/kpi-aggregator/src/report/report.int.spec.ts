import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  IndicatorEvidence,
  IndicatorView,
  InstitutionalKind,
  SupervisionReport,
  type Board,
  type DossierLinePage,
} from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKpiFixture, type KpiFixture, type KpiInstance } from '../testing/kpi-service.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';
import { evidence, startNeighbours, type Neighbours } from './testing/neighbours.ts';

let neighbours: Neighbours;
let folder: string;
let fixture: KpiFixture;
let service: KpiInstance;
let alone: KpiInstance;
let token: string;

const at = (day: number, hour = 2): string => new Date(Date.UTC(2022, 2, day, hour)).toISOString();

/** Four at the district, three of them online; five in a commune, one online and one late. */
function createDossiers() {
  const place = (unit: string, kind: 'district-office' | 'commune', path: string[]) => ({
    responsibleUnit: unit,
    responsiblePath: path,
    responsibleKind: kind,
    handlingUnit: unit,
  });
  const district = place('huyen', 'district-office', ['huyen']);
  const inCommune = place('xa-1', 'commune', ['huyen', 'xa-1']);
  return Array.from({ length: 9 }, (_, index) => {
    const isDistrict = index < 4;
    const isOnline = isDistrict ? index < 3 : index === 4;
    const due = at(index === 8 ? 2 : 20);
    const base = createSnapshot({
      ...(isDistrict ? district : inCommune),
      channel: isOnline ? 'online' : 'in-person',
      serviceLevel: index === 0 ? 'partial' : 'full',
      receivedAt: at(1 + index),
      currentDue: due,
      originalDue: due,
      due766: due,
    });
    const endedAt = at(1 + index, 5);
    return [
      createEvent('received', base),
      createEvent('processed', { ...base, dossierVersion: 2, status: 9, endedAt, endedBy: 'processed', occurredAt: endedAt }),
    ];
  }).flat();
}

beforeAll(async () => {
  neighbours = await startNeighbours();
  const { url } = neighbours;
  folder = await mkdtemp(join(tmpdir(), 'report-key-'));
  const keyFile = join(folder, 'key.json');
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  await writeFile(keyFile, JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'kpi' }));

  fixture = await createKpiFixture();
  service = await fixture.startInstance({ CATALOGUE_URL: url, INTAKE_URL: url, SERVICE_KEY: keyFile });
  alone = await fixture.startInstance();
  token = await fixture.issuer.token({ role: 'leader', unit: 'huyen' });
  await fixture.publish(createDossiers());
  await waitFor(
    async () => {
      const board = await get<{ rows: { indicators: Record<string, { value: number }> }[] }>(
        '/v1/board?unit=huyen&from=2022-01-01&to=2022-10-31',
      );
      return board.body.rows[0]?.indicators['finished']?.value === 9;
    },
    { describe: 'the dossiers on the board' },
  );
}, 90_000);
afterAll(async () => {
  await fixture.close();
  await neighbours.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const period = 'unit=huyen&from=2022-01-01&to=2022-10-31';
interface Answer<Body> {
  readonly status: number;
  readonly type: string | null;
  readonly body: Body;
}

// The body is what the contract of the route says; each test looks at what it needs.
async function get<Body>(path: string, { from = service, as = token } = {}): Promise<Answer<Body>> {
  const response = await fetch(`${from.url}${path}`, { headers: { authorization: `Bearer ${as}` } });
  const type = response.headers.get('content-type');
  const body: unknown = type?.includes('json') === true ? await response.json() : await response.text();
  const answer: Answer<unknown> = { status: response.status, type, body };
  return answer as Answer<Body>;
}
const report = async (more = '', from = service): Promise<SupervisionReport> =>
  SupervisionReport.parse((await get(`/v1/reports/supervision?${period}${more}`, { from })).body);
const figure = ({ figures }: SupervisionReport, id: string) => figures.find((one) => one.id === id);

describe('the supervision report', () => {
  it('is made of what is counted here and of what the others keep', async () => {
    const found = await report();
    const shown = Object.fromEntries(found.figures.map(({ id, shown: text }) => [id, text]));
    expect(shown).toMatchObject({
      'modern-one-stop': '67%',
      'online.district': '75%',
      'online.partial.district': '25%',
      'online.full.district': '50%',
      'online.commune': '20,0%',
      'on-time': '89%',
      digitized: 'chưa có số liệu',
      satisfaction: '95%',
      'mailboxes.district': 'chưa có số liệu',
    });
    expect(
      figure(found, 'modern-one-stop')?.evidence?.map(({ unit, documents }) => [unit, documents[0]?.documentNumber]),
    ).toEqual([
      ['xa-1', '12/BC-UBND'],
      ['xa-2', '12/BC-UBND'],
    ]);
    expect(found.paragraphs[0]).toContain('2/3 xã, thị trấn có Bộ phận Một cửa hiện đại, đạt 67%');
    expect(found.paragraphs[0]).toContain('ở cấp huyện đạt 75% (một phần đạt 25%, toàn trình đạt 50%), ở cấp xã đạt 20,0%');
    expect(found.remarks.map(({ rule, unit }) => [rule, unit])).toContainEqual(['unit-below-target', 'xa-1']);
    expect(
      neighbours.seen.some((line) =>
        line.startsWith('/v1/institutional-figures?unit=huyen&from=2022-01-01&to=2022-10-31 Bearer'),
      ),
    ).toBe(true);
  });

  it('opens each counted figure to as many dossiers as its numerator says', async () => {
    const opened = [];
    for (const { id, list, numerator } of (await report()).figures) {
      if (list?.kind !== 'dossiers') continue;
      const page = (await get<DossierLinePage>(list.href)).body;
      expect([page.total, page.dossiers.length]).toEqual([numerator, numerator]);
      opened.push(id);
    }
    expect(opened).toContain('on-time');
  });

  it('opens what a remark is about, as many dossiers as are wanting', async () => {
    const { remarks } = await report();
    const late = remarks.find(({ rule, unit }) => rule === 'unit-below-target' && unit === 'xa-1');
    expect(late).toMatchObject({ weight: 1, list: { indicator: 'on-time.closed', part: 'rest', by: 'unit', key: 'xa-1' } });
    const page = (await get<DossierLinePage>(late?.list?.href ?? '')).body;
    expect([page.part, page.total, page.dossiers.map(({ unit }) => unit)]).toEqual(['rest', 1, ['xa-1']]);
  });

  it('rests on rates whose rest is the denominator without the numerator, each', async () => {
    const [row] = (await get<Board>(`/v1/board?${period}`)).body.rows;
    const rates = Object.entries(row?.indicators ?? {}).filter(([, { denominator }]) => denominator !== null);
    expect(rates.some(([, { numerator, denominator }]) => numerator !== denominator)).toBe(true);
    for (const [id, { numerator, denominator }] of rates) {
      const page = (await get<DossierLinePage>(`/v1/indicators/${id}/dossiers?${period}&part=rest`)).body;
      expect([id, page.total, page.dossiers.length]).toEqual([id, denominator! - numerator!, denominator! - numerator!]);
    }
    expect((await get(`/v1/indicators/received/dossiers?${period}&part=rest`)).body).toMatchObject({ status: 422 });
  });

  it('is compared with another period', async () => {
    const found = await report('&compareFrom=2022-03-01&compareTo=2022-03-04&lang=en');
    expect(found.comparedWith).toEqual({ from: '2022-03-01', to: '2022-03-04' });
    expect(found.paragraphs[1]).toContain('Compared with 1 March 2022 to 4 March 2022:');
    expect(figure(found, 'on-time')?.compared).toMatchObject({ numerator: 4, denominator: 4, shown: '100%' });
  });

  it('comes as Markdown and as a page', async () => {
    const markdown = await get<string>(`/v1/reports/supervision?${period}&format=md`);
    expect([markdown.status, markdown.type]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(markdown.body).toContain('ở cấp xã đạt 20,0%');
    const html = await get<string>(`/v1/reports/supervision?${period}&format=html`);
    expect(html.type).toBe('text/html; charset=utf-8');
    expect(html.body).toContain('<html lang="vi">');
  });

  it('is written without what does not answer, and says whether it is away or was never there', async () => {
    neighbours.isAway = true;
    const away = await report();
    neighbours.isAway = false;
    expect([figure(away, 'satisfaction')?.missing, figure(away, 'iso-9001')?.missing]).toEqual(['source-away', 'source-away']);
    expect(figure(away, 'on-time')?.shown).toBe('89%');
    const without = await report('', alone);
    expect([figure(without, 'satisfaction')?.missing, figure(without, 'modern-one-stop')?.missing]).toEqual([
      'source-absent',
      'source-absent',
    ]);
  });

  it('is refused to whoever may not read the unit, before anybody is asked', async () => {
    neighbours.seen = [];
    const as = await fixture.issuer.token({ role: 'leader', unit: 'elsewhere' });
    expect((await get(`/v1/reports/supervision?${period}`, { as })).status).toBe(403);
    expect(neighbours.seen).toEqual([]);
    expect((await get(`/v1/reports/supervision?unit=huyen&from=2022-02-01&to=2022-01-01`)).body).toMatchObject({
      code: 'period.invalid',
    });
    expect((await get(`/v1/reports/supervision?${period}&compareFrom=2021-01-01`)).body).toMatchObject({ status: 400 });
  });
});

describe('institutional indicators', () => {
  const evidenceOf = (id: string, unit = 'huyen', from = service) =>
    get(`/v1/indicators/${id}/evidence?unit=${unit}&from=2022-01-01&to=2022-10-31`, { from });

  it('are listed with those of the boards, each with its definition and the way to what is behind it', async () => {
    const { indicators } = (await get<{ indicators: unknown[] }>('/v1/indicators')).body;
    const listed = indicators.map((one) => IndicatorView.parse(one));
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    expect(listed.find(({ id }) => id === 'on-time.closed')).toMatchObject({
      kind: 'rate',
      opens: { as: 'dossiers', href: '/v1/indicators/on-time.closed/dossiers' },
    });
    expect(listed.find(({ id }) => id === 'satisfaction')).toMatchObject({ kind: 'rating', opens: { href: '/v1/ratings' } });
    expect(listed.find(({ id }) => id === 'petitions')).toMatchObject({
      version: 1,
      kind: 'institutional',
      name: { vi: 'Phản ánh, kiến nghị trả lời đúng hạn', en: 'Petitions answered on time' },
      source: 'QĐ 766/QĐ-TTg 23/6/2022, 5.2',
    });
    const ids = listed.map(({ id }) => id);
    for (const { indicator } of [...(await report()).figures, ...(await report()).further]) expect(ids).toContain(indicator);
  });

  it('are opened to the entries that make them, and where units are counted to those without', async () => {
    const modern = IndicatorEvidence.parse((await evidenceOf('modern-one-stop')).body);
    expect(modern).toMatchObject({ indicator: 'modern-one-stop', version: 1, numerator: 2, denominator: 3, missing: null });
    expect(modern.evidence.map(({ unit, documents }) => [unit, documents])).toEqual([
      ['xa-1', evidence],
      ['xa-2', evidence],
    ]);
    expect(modern.without).toEqual([{ unit: 'xa-3', unitName: 'Xã xa-3' }]);
    const petitions = IndicatorEvidence.parse((await evidenceOf('petitions')).body);
    expect(petitions).toMatchObject({ numerator: 15, denominator: 16, value: 15 / 16, without: [] });
    expect(petitions.evidence.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [9, 10],
      [6, 6],
    ]);
  });

  it('are in the report as they are opened, those beside the text too', async () => {
    const { figures, further } = await report();
    const told = [...figures, ...further].filter(({ indicator }) => indicator !== 'satisfaction');
    const opened = [];
    for (const { id, numerator, denominator, missing, evidence: rows = [], without = [] } of told) {
      const answer = await evidenceOf(id);
      if (answer.status !== 200) continue;
      expect(answer.body).toMatchObject({ indicator: id, numerator, denominator, missing, evidence: rows, without });
      opened.push(id);
    }
    expect(opened).toHaveLength(InstitutionalKind.options.length + 2); // two kinds are told by level
    expect(further.map(({ id, shown }) => [id, shown])).toContainEqual(['petitions', '94%']);
  });

  it('have no data, and say why, where the catalogue is away or there is none', async () => {
    neighbours.isAway = true;
    const away = await evidenceOf('petitions');
    neighbours.isAway = false;
    expect(away.body).toMatchObject({ numerator: null, value: null, missing: 'source-away', evidence: [] });
    expect((await evidenceOf('petitions', 'huyen', alone)).body).toMatchObject({ missing: 'source-absent' });
  });

  it('have nothing to count where the unit was not there in the period', async () => {
    neighbours.hadUnit = false;
    const [answer, found] = [await evidenceOf('petitions'), await report()];
    neighbours.hadUnit = true;
    expect(answer).toMatchObject({ status: 200, body: { value: null, missing: 'nothing-to-count', evidence: [] } });
    expect(figure(found, 'modern-one-stop')?.missing).toBe('nothing-to-count');
  });

  it('are told apart from what is opened another way, and from what there is not', async () => {
    expect((await evidenceOf('on-time.closed')).body).toMatchObject({
      status: 422,
      code: 'indicator.opened-otherwise',
      detail: 'Behind "on-time.closed" are dossiers: GET /v1/indicators/on-time.closed/dossiers lists them.',
    });
    expect((await evidenceOf('satisfaction')).body).toMatchObject({
      status: 422,
      detail: expect.stringContaining('/v1/ratings'),
    });
    expect((await get(`/v1/indicators/petitions/dossiers?${period}`)).body).toMatchObject({
      code: 'indicator.opened-otherwise',
      detail: expect.stringContaining('/v1/indicators/petitions/evidence'),
    });
    expect((await evidenceOf('weather')).body).toMatchObject({ status: 404, code: 'indicator.unknown' });
  });

  it('are refused to whoever may not read the unit, before the catalogue is asked', async () => {
    neighbours.seen = [];
    const as = await fixture.issuer.token({ role: 'leader', unit: 'elsewhere' });
    expect((await get(`/v1/indicators/petitions/evidence?${period}`, { as })).status).toBe(403);
    expect(neighbours.seen).toEqual([]);
  });
});
