import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionalList, SupervisionReport, type DossierLinePage, type RatingPage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKpiFixture, type KpiFixture, type KpiInstance } from '../testing/kpi-service.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';

/** Stands where catalogue and intake stand: answers by their contracts, over HTTP. */
let neighbours: Server;
let seen: string[] = [];
let isAway = false;
let folder: string;
let fixture: KpiFixture;
let service: KpiInstance;
let alone: KpiInstance;
let token: string;

const evidence = [{ documentNumber: '12/BC-UBND', date: '2022-11-02', file: { name: 'x.pdf', href: '/files/x.pdf' } }];
const commune = (code: string) => ({ code, name: { vi: `Xã ${code}` }, kind: 'commune' as const });
const entry = (document: InstitutionalList['figures'][number]['document']) => ({
  kind: document.kind,
  unit: document.unit,
  version: 1,
  recordedAt: '2022-11-03T00:00:00.000Z',
  supersededBy: null,
  document,
});
const institutional = InstitutionalList.parse({
  unit: 'huyen',
  from: '2022-01-01',
  to: '2022-10-31',
  units: [{ code: 'huyen', name: { vi: 'Huyện' }, kind: 'district-office' }, commune('xa-1'), commune('xa-2'), commune('xa-3')],
  figures: ['xa-1', 'xa-2'].map((unit) =>
    entry({ kind: 'modern-one-stop', unit, validFrom: '2021-01-01', validTo: null, evidence, modern: true }),
  ),
});
const ratings: RatingPage = {
  unit: 'huyen',
  from: '2022-01-01',
  to: '2022-10-31',
  rated: 20,
  satisfied: 19,
  ratings: [],
  next: null,
};

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
  neighbours = createServer((request, response) => {
    seen.push(`${request.url ?? ''} ${request.headers.authorization?.slice(0, 10) ?? ''}`);
    response.statusCode = isAway ? 503 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url?.startsWith('/v1/ratings') === true ? ratings : institutional));
  });
  await new Promise<void>((resolve) => neighbours.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(neighbours.address() as AddressInfo).port}`;
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
  await new Promise((resolve) => neighbours.close(resolve));
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
      seen.some((line) => line.startsWith('/v1/institutional-figures?unit=huyen&from=2022-01-01&to=2022-10-31 Bearer')),
    ).toBe(true);
  });

  it('opens each counted figure to as many dossiers as its numerator says', async () => {
    for (const { list, numerator } of (await report()).figures) {
      if (list?.kind !== 'dossiers') continue;
      const page = (await get<DossierLinePage>(list.href)).body;
      expect([page.total, page.dossiers.length]).toEqual([numerator, numerator]);
    }
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
    isAway = true;
    const away = await report();
    isAway = false;
    expect([figure(away, 'satisfaction')?.missing, figure(away, 'iso-9001')?.missing]).toEqual(['source-away', 'source-away']);
    expect(figure(away, 'on-time')?.shown).toBe('89%');
    const without = await report('', alone);
    expect([figure(without, 'satisfaction')?.missing, figure(without, 'modern-one-stop')?.missing]).toEqual([
      'source-absent',
      'source-absent',
    ]);
  });

  it('is refused to whoever may not read the unit, before anybody is asked', async () => {
    seen = [];
    const as = await fixture.issuer.token({ role: 'leader', unit: 'elsewhere' });
    expect((await get(`/v1/reports/supervision?${period}`, { as })).status).toBe(403);
    expect(seen).toEqual([]);
    expect((await get(`/v1/reports/supervision?unit=huyen&from=2022-02-01&to=2022-01-01`)).body).toMatchObject({
      code: 'period.invalid',
    });
    expect((await get(`/v1/reports/supervision?${period}&compareFrom=2021-01-01`)).body).toMatchObject({ status: 400 });
  });
});
