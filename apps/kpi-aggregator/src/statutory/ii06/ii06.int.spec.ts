import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierLinePage, DossierSnapshot, Ii06Report } from '@motcua/contracts';
import { checkTableFile } from '@motcua/tables/check';
import { waitFor } from '@motcua/testing';
import readExcelFile from 'read-excel-file/node';
import { runKpi, type RunningKpi } from '../../testing/run-kpi.ts';
import { createEvent, createSnapshot, type BuiltEvent } from '../../testing/snapshot.builder.ts';

const october = 'unit=district&from=2022-10-01&to=2022-10-31&asOf=2022-11-30T00:00:00Z';
const at = (day: number, hour = 2): string => new Date(Date.UTC(2022, 9, day, hour)).toISOString();

const inCommune = { responsibleUnit: 'xa-1', responsiblePath: ['district', 'xa-1'], handlingUnit: 'xa-1' };
const elsewhere = { responsibleUnit: 'xa-9', responsiblePath: ['other', 'xa-9'], handlingUnit: 'xa-9' };

function receive(overrides: Partial<DossierSnapshot>): BuiltEvent {
  return createEvent('received', createSnapshot({ ...inCommune, currentDue: at(20), ...overrides }));
}
function finish({ snapshot }: BuiltEvent, day: number): BuiltEvent {
  const endedAt = at(day);
  const ended = { status: 9, endedAt, endedBy: 'processed', occurredAt: endedAt, recordedAt: endedAt } as const;
  return createEvent('processed', { ...snapshot, dossierVersion: snapshot.dossierVersion + 1, ...ended });
}
function handOver({ snapshot }: BuiltEvent, day: number, to: typeof inCommune): BuiltEvent {
  const moved = { ...to, occurredAt: at(day), recordedAt: at(day), dossierVersion: snapshot.dossierVersion + 1 };
  return createEvent('reassigned', { ...snapshot, ...moved });
}

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers'] });
  const early = receive({ receivedAt: at(3) });
  const late = receive({ receivedAt: at(4), channel: 'in-person' });
  const carried = receive({ receivedAt: '2022-09-28T02:00:00.000Z', channel: 'postal' });
  const came = receive({ receivedAt: at(5), ...elsewhere });
  const went = receive({ receivedAt: at(6) });
  const events = [
    ...[early, finish(early, 10)],
    ...[late, finish(late, 25)],
    carried,
    ...[came, handOver(came, 15, inCommune)],
    ...[went, handOver(went, 15, elsewhere)],
  ];
  await kpi.record.dossiers(events);
  const read = () => kpi.call<Partial<Ii06Report>>(`/v1/reports/ii06/ii06a?${october}`);
  await waitFor(async () => (await read()).freshness?.lag === 0 && (await read()).total?.[0]?.value === 4, {
    describe: 'the dossiers in the report',
  });
}, 90_000);
afterAll(() => kpi.close(), 60_000);

/** Columns 3, 4, 5, 6, 6a, 6b, 7, 8, 9, 10, 11, 12, 13. */
const wanted = [4, 2, 1, 1, 1, 1, 2, 1, 0, 1, 2, 0, 2];
const ask = (path: string): Promise<Response> =>
  fetch(`${kpi.service.url}${path}`, { headers: { authorization: `Bearer ${kpi.token}` } });

describe('report II.06', () => {
  it.each(['ii06a', 'ii06b', 'ii06c'])(
    'counts %s of the month, hand-overs apart, and each cell opens to as many dossiers',
    async (form) => {
      const report = await kpi.call<Ii06Report>(`/v1/reports/ii06/${form}?${october}`);
      expect(report.columns.map(({ number }) => number)).toEqual([
        '3',
        '4',
        '5',
        '6',
        '6a',
        '6b',
        '7',
        '8',
        '9',
        '10',
        '11',
        '12',
        '13',
      ]);
      expect(report.total.map(({ value }) => value)).toEqual(wanted);
      expect(report.lines).toHaveLength(1);
      for (const { value, list } of [...report.total, ...report.lines.flatMap(({ cells }) => cells)]) {
        const page = await kpi.call<DossierLinePage>(list.href);
        expect([list.href, page.total, page.dossiers.length]).toEqual([list.href, value, value]);
      }
    },
  );

  it('opens in another reader as the circular lays it out, signed for and checkable', async () => {
    const answer = await ask(`/v1/reports/ii06/ii06a/export?${october}&format=xlsx`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ii06a-district.xlsx"');
    const file = Buffer.from(await answer.arrayBuffer());
    const [sheet] = await readExcelFile(file);
    const rows = sheet?.data ?? [];
    expect(rows[0]?.[0]).toBe('Biểu số II.06a/VPCP/KSTT');
    expect(rows.some((row) => row[0] === 'Kỳ báo cáo: từ ngày 01/10/2022 đến ngày 31/10/2022')).toBe(true);
    const numbers = rows.findIndex(([first]) => first === '(1)');
    expect(rows[numbers]?.slice(0, 6)).toEqual(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)']);
    expect(rows[numbers + 2]).toEqual(['', 'TỔNG SỐ', ...wanted].map((value) => (value === '' ? null : value)));
    expect(rows.flat()).toEqual(expect.arrayContaining(['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ']));
    const { stamped, found } = await checkTableFile(file);
    expect(found).toBe(stamped);
    expect((await ask(`/v1/reports/files/${found}`)).status).toBe(200);
  });

  it('is the same table as CSV', async () => {
    const file = Buffer.from(await (await ask(`/v1/reports/ii06/ii06a/export?${october}&format=csv`)).arrayBuffer());
    expect(file.toString('utf8')).toContain(`\r\n;TỔNG SỐ;${wanted.join(';')}\r\n`);
    const { stamped, found } = await checkTableFile(file);
    expect(found).toBe(stamped);
  });
});
