import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { waitFor } from '@motcua/testing';
import type { Board, ReportFile } from '@motcua/contracts';
import { checkTableFile } from '@motcua/tables/check';
import { runKpi, type RunningKpi } from '../testing/run-kpi.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';

const DOSSIERS = 2_345;
const period = 'from=2022-03-01&to=2022-03-31';
/** Due at 09:00 for the minute: done half a minute later it is in time, for the figure and so for its list. */
const inTime = { currentDue: '2022-04-12T02:00:00.000Z', endedAt: '2022-04-12T02:00:30.000Z' };
const april = 'from=2022-04-01&to=2022-04-30';
const lateDossiers = `/v1/indicators/on-time.closed/dossiers/export?unit=commune&${period}&part=rest`;

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers'] });
  const events = Array.from({ length: DOSSIERS }, (_, index) =>
    createEvent(
      'processed',
      createSnapshot({
        // A code that a legacy system brought along; nothing is known of what is in it.
        sourceCode: index === 0 ? '=HYPERLINK("http://x")' : `S-${index}`,
        receivedAt: new Date(Date.UTC(2022, 2, 1, 2, 0, index)).toISOString(),
        currentDue: '2022-03-10T02:00:00.000Z',
        endedAt: '2022-03-14T03:00:00.000Z',
        endedBy: 'processed',
        status: 9,
      }),
    ),
  );
  const just = createSnapshot({
    ...{ ...inTime, sourceCode: 'just', receivedAt: '2022-04-11T02:00:00.000Z', endedBy: 'processed', status: 9 },
  });
  await kpi.record.dossiers([...events, createEvent('processed', just)]);
  await waitFor(
    async () => (await kpi.call<Board>(`/v1/board?unit=commune&${period}`)).rows[0]?.indicators['finished']?.value === DOSSIERS,
    { describe: 'the dossiers on the board' },
  );
}, 90_000);
afterAll(() => kpi.close(), 60_000);

const ask = (path: string): Promise<Response> =>
  fetch(`${kpi.service.url}${path}`, { headers: { authorization: `Bearer ${kpi.token}` } });

describe('the list behind a figure as a file', () => {
  it('has every line once, over all pages, and above them of what, of when and by which rule', async () => {
    const answer = await ask(`${lateDossiers}&format=csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="on-time.closed-commune.csv"');
    const lines: string[][] = parse(Buffer.from(await answer.arrayBuffer()), {
      ...{ bom: true, delimiter: ';', relaxColumnCount: true, skipEmptyLines: true },
    });
    const columns = lines.findIndex(([first]) => first === 'Hồ sơ');
    const head = new Map(lines.slice(0, columns).map(([name = '', value]) => [name, value]));
    expect([head.get('Kỳ'), head.get('Phần'), head.get('Số hồ sơ')]).toEqual([
      '01/03/2022 – 31/03/2022',
      'phần chưa đạt',
      String(DOSSIERS),
    ]);
    expect(head.get('Cách tính')).toMatch(/\(on-time\.closed, v1\)$/);
    expect(head.get('Số liệu tính đến')).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
    const rows = lines.slice(columns + 1, -1);
    expect(lines.at(-1)).toEqual(['SHA-256', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect([rows.length, new Set(rows.map(([, source]) => source)).size]).toEqual([DOSSIERS, DOSSIERS]);
    expect(rows[0]?.slice(1)).toEqual([
      `'=HYPERLINK("http://x")`,
      'quá hạn',
      'commune',
      expect.any(String),
      'trực tuyến',
      '01/03/2022 09:00',
      '10/03/2022 09:00',
      '14/03/2022 10:00',
    ]);
  }, 30_000);

  it.each([
    ['at its end', '2022-05-01T00:00:00Z', 'đúng hạn'],
    ['as of a moment before it was done, and before it was late', '2022-04-12T02:00:10Z', 'đúng hạn'],
  ])('calls late what its figure calls late: %s', async (_when, asOf, verdict) => {
    const list = `/v1/indicators/received/dossiers/export?unit=commune&${april}&asOf=${asOf}&format=csv`;
    const lines = (await (await ask(list)).text()).split('\r\n');
    expect(lines.filter((line) => line.includes('just')).map((line) => line.split(';')[2])).toEqual([verdict]);
    const board = await kpi.call<Board>(`/v1/board?unit=commune&${april}&asOf=${asOf}`);
    expect(board.rows[0]?.indicators['open.overdue']?.value).toBe(0);
  });

  it('is a workbook without a formula', async () => {
    const answer = await ask(`${lateDossiers}&format=xlsx&lang=en`);
    const sheet = strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<t xml:space="preserve">what is wanting</t>');
    expect(sheet).toContain('=HYPERLINK("http://x")</t>');
    expect(sheet).not.toContain('<f');
    expect(sheet.match(/<row /g)?.length).toBeGreaterThan(DOSSIERS);
  }, 30_000);

  it.each(['csv', 'xlsx'])(
    'can be checked by whoever holds it: its hash is known here, and of what it is (%s)',
    async (format) => {
      const file = Buffer.from(await (await ask(`${lateDossiers}&format=${format}`)).arrayBuffer());
      const { stamped, found } = await checkTableFile(file);
      expect(found).toBe(stamped);
      expect(await kpi.call<ReportFile>(`/v1/reports/files/${found}`)).toMatchObject({
        hash: found,
        name: 'on-time.closed-commune',
        unit: 'commune',
        period: { from: '2022-03-01', to: '2022-03-31' },
      });
      expect((await ask(`/v1/reports/files/${'0'.repeat(64)}`)).status).toBe(404);
    },
  );

  it('is refused before anything is written where there is none', async () => {
    expect((await ask(`/v1/indicators/nothing/dossiers/export?unit=commune&${period}`)).status).toBe(404);
  });

  it('is in the audit log: who took what', async () => {
    const { rows } = await kpi.admin.query<{ action: string; route: string }>(
      `SELECT DISTINCT action, route FROM kpi.audit_entry WHERE action = 'figures.export' ORDER BY route`,
    );
    expect(rows).toContainEqual({ action: 'figures.export', route: 'GET /v1/indicators/:id/dossiers/export' });
  });
});

describe('a board as a file', () => {
  it('has a row a unit, each rate with its parts', async () => {
    const answer = await ask(`/v1/board/export?unit=district&${period}&format=csv`);
    const lines: string[][] = parse(Buffer.from(await answer.arrayBuffer()), {
      ...{ bom: true, delimiter: ';', relaxColumnCount: true, skipEmptyLines: true },
    });
    const columns = lines.findIndex((line) => line[1] === 'Mã');
    const row = new Map((lines[columns] ?? []).map((title, index) => [title, lines[columns + 1]?.[index]]));
    expect([row.get('Mã'), ...[...row].filter(([title]) => /mẫu số/.test(title)).map(([, value]) => value)]).toEqual(
      expect.arrayContaining(['commune', String(DOSSIERS)]),
    );
    expect(lines.slice(columns + 1, -1)).toHaveLength(1);
  });
});
