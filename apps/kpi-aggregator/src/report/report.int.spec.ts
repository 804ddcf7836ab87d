import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, DossierLinePage } from '@motcua/contracts';
import { findFigure, period, startReportFixture, type ReportFixture } from '../testing/report/report-fixture.ts';

let fixture: ReportFixture;
beforeAll(async () => {
  fixture = await startReportFixture();
}, 90_000);
afterAll(() => fixture.close(), 60_000);

describe('the supervision report', () => {
  it('is made of what is counted here and of what the others keep', async () => {
    const found = await fixture.report();
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
      findFigure(found, 'modern-one-stop')?.evidence?.map(({ unit, documents }) => [unit, documents[0]?.documentNumber]),
    ).toEqual([
      ['xa-1', '12/BC-UBND'],
      ['xa-2', '12/BC-UBND'],
    ]);
    expect(found.paragraphs[0]).toContain('2/3 xã, thị trấn có Bộ phận Một cửa hiện đại, đạt 67%');
    expect(found.paragraphs[0]).toContain('ở cấp huyện đạt 75% (một phần đạt 25%, toàn trình đạt 50%), ở cấp xã đạt 20,0%');
    expect(found.remarks.map(({ rule, unit }) => [rule, unit])).toContainEqual(['unit-below-target', 'xa-1']);
    expect(
      fixture.neighbours.seen.some((line) =>
        line.startsWith('/v1/institutional-figures?unit=huyen&from=2022-01-01&to=2022-10-31 Bearer'),
      ),
    ).toBe(true);
  });

  it('opens each counted figure to as many dossiers as its numerator says', async () => {
    const opened = [];
    for (const { id, list, numerator } of (await fixture.report()).figures) {
      if (list?.kind !== 'dossiers') continue;
      const page = (await fixture.get<DossierLinePage>(list.href)).body;
      expect([page.total, page.dossiers.length]).toEqual([numerator, numerator]);
      opened.push(id);
    }
    expect(opened).toContain('on-time');
  });

  it('opens what a remark is about, as many dossiers as are wanting', async () => {
    const { remarks } = await fixture.report();
    const late = remarks.find(({ rule, unit }) => rule === 'unit-below-target' && unit === 'xa-1');
    expect(late).toMatchObject({ weight: 1, list: { indicator: 'on-time.closed', part: 'rest', by: 'unit', key: 'xa-1' } });
    const page = (await fixture.get<DossierLinePage>(late?.list?.href ?? '')).body;
    expect([page.part, page.total, page.dossiers.map(({ unit }) => unit)]).toEqual(['rest', 1, ['xa-1']]);
  });

  it('rests on rates whose rest is the denominator without the numerator, each', async () => {
    const [row] = (await fixture.get<Board>(`/v1/board?${period}`)).body.rows;
    const rates = Object.entries(row?.indicators ?? {}).filter(([, { denominator }]) => denominator !== null);
    expect(rates.some(([, { numerator, denominator }]) => numerator !== denominator)).toBe(true);
    for (const [id, { numerator, denominator }] of rates) {
      const page = (await fixture.get<DossierLinePage>(`/v1/indicators/${id}/dossiers?${period}&part=rest`)).body;
      expect([id, page.total, page.dossiers.length]).toEqual([id, denominator! - numerator!, denominator! - numerator!]);
    }
    expect((await fixture.get(`/v1/indicators/received/dossiers?${period}&part=rest`)).body).toMatchObject({ status: 422 });
  });

  it('leaves out ratings of counters where that is asked, and says so; its lists leave them out too', async () => {
    const all = findFigure(await fixture.report(), 'satisfaction');
    expect([all?.numerator, all?.denominator, all?.list?.href.includes('CounterRatings')]).toEqual([19, 20, false]);
    const found = await fixture.report('&withoutCounterRatings=true');
    const without = findFigure(found, 'satisfaction');
    expect([without?.numerator, without?.denominator]).toEqual([15, 16]);
    expect(without?.list?.href).toContain('&withoutCounterRatings=true&');
    expect([found.withoutCounterRatings, found.paragraphs[1]]).toEqual([
      true,
      expect.stringContaining('không tính các đánh giá'),
    ]);
  });

  it('is compared with another period', async () => {
    const found = await fixture.report('&compareFrom=2022-03-01&compareTo=2022-03-04&lang=en');
    expect(found.comparedWith).toEqual({ from: '2022-03-01', to: '2022-03-04' });
    expect(found.paragraphs[1]).toContain('Compared with 1 March 2022 to 4 March 2022:');
    expect(findFigure(found, 'on-time')?.compared).toMatchObject({ numerator: 4, denominator: 4, shown: '100%' });
  });

  it('comes as Markdown and as a page', async () => {
    const markdown = await fixture.get<string>(`/v1/reports/supervision?${period}&format=md`);
    expect([markdown.status, markdown.type]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(markdown.body).toContain('ở cấp xã đạt 20,0%');
    const html = await fixture.get<string>(`/v1/reports/supervision?${period}&format=html`);
    expect(html.type).toBe('text/html; charset=utf-8');
    expect(html.body).toContain('<html lang="vi">');
  });

  it('is written without what does not answer, and says whether it is away or was never there', async () => {
    fixture.neighbours.isAway = true;
    const away = await fixture.report();
    fixture.neighbours.isAway = false;
    expect([findFigure(away, 'satisfaction')?.missing, findFigure(away, 'iso-9001')?.missing]).toEqual([
      'source-away',
      'source-away',
    ]);
    expect(findFigure(away, 'on-time')?.shown).toBe('89%');
    const without = await fixture.report('', fixture.alone);
    expect([findFigure(without, 'satisfaction')?.missing, findFigure(without, 'modern-one-stop')?.missing]).toEqual([
      'source-absent',
      'source-absent',
    ]);
  });

  it('is refused to whoever may not read the unit, before anybody is asked', async () => {
    fixture.neighbours.seen = [];
    const as = await fixture.fixture.issuer.token({ role: 'leader', unit: 'elsewhere' });
    expect((await fixture.get(`/v1/reports/supervision?${period}`, { as })).status).toBe(403);
    expect(fixture.neighbours.seen).toEqual([]);
    expect((await fixture.get(`/v1/reports/supervision?unit=huyen&from=2022-02-01&to=2022-01-01`)).body).toMatchObject({
      code: 'period.invalid',
    });
    expect((await fixture.get(`/v1/reports/supervision?${period}&compareFrom=2021-01-01`)).body).toMatchObject({ status: 400 });
  });
});
