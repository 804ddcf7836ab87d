import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, DossierLinePage, SupervisionReport } from '@motcua/contracts';
import { findFigure, period, startReportFixture, type ReportFixture } from '../testing/report/report-fixture.ts';

let fixture: ReportFixture;
beforeAll(async () => {
  fixture = await startReportFixture();
}, 90_000);
afterAll(() => fixture.close(), 60_000);

describe('the supervision report', () => {
  it('is made of dossiers, of ratings and of what was entered', async () => {
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
    expect(found.paragraphs[0]).toContain('ở cấp huyện đạt 75% (mức độ 3 đạt 25%, mức độ 4 đạt 50%), ở cấp xã đạt 20,0%');
    expect(found.remarks.map(({ rule, unit }) => [rule, unit])).toContainEqual(['unit-below-target', 'xa-1']);
  });

  it('has the backlog beside the share in time, and that share by every rule once, each opened to what is wanting', async () => {
    const found = await fixture.report();
    expect([found.unitKind, found.backlog?.count]).toEqual(['district-office', 0]);
    expect(found.paragraphs[0]).toContain('đúng hạn đạt 89%, không còn hồ sơ quá hạn chưa giải quyết');
    expect(found.onTimeRules?.map(({ indicator }) => indicator)).toEqual([
      'on-time.closed',
      'on-time.766',
      'on-time.ii06a',
      'on-time.with-backlog',
      'on-time.original-due',
    ]);
    const registered = (await fixture.get<Board>(`/v1/board?${period}`)).body.rows[0]?.indicators ?? {};
    expect(Object.keys(registered).filter((id) => id.startsWith('on-time.'))).toHaveLength(found.onTimeRules?.length ?? 0);
    for (const { numerator, denominator, rest } of found.onTimeRules ?? [])
      expect((await fixture.get<DossierLinePage>(rest?.href ?? '')).body.total).toBe((denominator ?? 0) - (numerator ?? 0));
  });

  it('says its own address, behind the sign-in, where the console is known', async () => {
    const { link, asOf } = await fixture.report('&asOf=2022-05-01T00:00:00.000Z');
    expect(link).toBe(`https://motcua.example/r/huyen/20220101-20221031-${Date.parse(asOf).toString(36)}`);
    const { body } = await fixture.get<string>(`/v1/reports/supervision?${period}&format=html`);
    expect(body).toContain('<a href="https://motcua.example/r/huyen/');
    expect(body).not.toContain('href="/v1/indicators');
  });

  it('of a commune speaks of the commune alone', async () => {
    const { body } = await fixture.get<SupervisionReport>(`/v1/reports/supervision?unit=xa-1&from=2022-01-01&to=2022-10-31`);
    expect(body.unitKind).toBe('commune');
    expect(body.paragraphs[0]).toContain('tại xã xa-1, Bộ phận Một cửa đạt tiêu chí hiện đại;');
    expect(body.paragraphs[0]).not.toMatch(/cấp huyện|cấp xã|xã, thị trấn/);
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
    expect([found.withoutCounterRatings, found.paragraphs[2]]).toEqual([
      true,
      expect.stringContaining('không tính các đánh giá'),
    ]);
  });

  it('is compared with another period', async () => {
    const found = await fixture.report('&compareFrom=2022-03-01&compareTo=2022-03-04&lang=en');
    expect(found.comparedWith).toEqual({ from: '2022-03-01', to: '2022-03-04' });
    expect(found.paragraphs[2]).toContain('Compared with 1 March 2022 to 4 March 2022:');
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

  it('stands as of a moment: what was rated or came to hold later is not in it', async () => {
    const found = await fixture.report('&asOf=2022-03-05T12:00:00.000Z');
    const parts = ['satisfaction', 'modern-one-stop'].map((id) => {
      const { numerator, denominator, missing } = findFigure(found, id) ?? {};
      return [numerator, denominator, missing];
    });
    // March is not over, and April has not begun: no month of petitions counts.
    expect(parts).toEqual([
      [5, 5, null],
      [2, 3, null],
    ]);
    expect(found.further.find(({ id }) => id === 'petitions')?.missing).toBe('nothing-to-count');
    const list = new URL(findFigure(found, 'satisfaction')?.list?.href ?? '', 'http://x').searchParams;
    expect([list.get('from'), list.get('to'), list.get('asOf')]).toEqual([
      '2022-01-01',
      '2022-10-31',
      '2022-03-05T12:00:00.000Z',
    ]);
  });

  it('is refused to whoever may not read the unit, with what is in it', async () => {
    const as = await fixture.fixture.issuer.token({ role: 'leader', unit: 'elsewhere' });
    expect((await fixture.get(`/v1/reports/supervision?${period}`, { as })).status).toBe(403);
    expect((await fixture.get(`/v1/reports/supervision?unit=huyen&from=2022-02-01&to=2022-01-01`)).body).toMatchObject({
      code: 'period.invalid',
    });
    expect((await fixture.get(`/v1/reports/supervision?${period}&compareFrom=2021-01-01`)).body).toMatchObject({ status: 400 });
  });
});
