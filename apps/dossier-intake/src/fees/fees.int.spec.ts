import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CashUp, FeePage, FeeTaking } from '@motcua/contracts';
import { inTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Pool } from 'pg';
import { receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';
import { FeeTakingStore } from './fee-taking.store.ts';

const MINUTE_MS = 60_000;
let now = Date.parse('2026-11-16T10:00:00+07:00');
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

type As = NonNullable<Call['as']>;
const counter = ['counter', 'dong-xuan'] as const;
const other = ['counter', 'khai-xuan'] as const;
const post = (url: string, body: unknown, as: As): Promise<CallAnswer> => intake.call({ method: 'POST', url, body, as });
async function open(body: object, as: As = counter): Promise<string> {
  const { occurredAt: _, ...plain } = receipt;
  const answer = await post('/v1/dossiers', { ...plain, ...body }, as);
  return (answer.body['dossier'] as unknown as { dossierId: string }).dossierId;
}
const act = (id: string, action: string, body: object = {}, as: As = counter): Promise<CallAnswer> =>
  post(`/v1/dossiers/${id}/${action}`, body, as);
const paid = (amount: number, receiptNumber?: string) => ({ desk: { payment: { amount, receiptNumber } } });
const fee = (amount: number, more: object = {}) => ({ desk: { fee: { amount, ...more } } });

const day = '2026-11-16';
const cashUp = async (unit: string, as: As = ['head', unit], more = ''): Promise<CashUp> =>
  (await intake.call({ url: `/v1/fees/cash-up?unit=${unit}&from=${day}&to=${day}${more}`, as })).body as unknown as CashUp;
async function list(unit: string, as: As = ['head', unit], more = ''): Promise<FeeTaking[]> {
  const takings: FeeTaking[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await intake.call({ url: `/v1/fees?unit=${unit}&from=${day}&to=${day}&limit=2${more}${after}`, as });
    const page = body as unknown as FeePage;
    takings.push(...page.takings);
    cursor = page.next;
  }
  return takings;
}
/** The sums again, of the list and by no statement. */
function addUp(takings: readonly FeeTaking[], key: (one: FeeTaking) => string | null): Map<string | null, number> {
  const sums = new Map<string | null, number>();
  for (const one of takings) if (!one.isCancelled) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.amount);
  return sums;
}

describe('what counters take', () => {
  it('is what was paid at the receipt, later, and with the return; what is owed or taken back is in no sum', async () => {
    const before = await cashUp('dong-xuan');
    expect(before).toMatchObject({ total: { number: 0, amount: 0 }, cancelled: { number: 0 }, byOfficer: [] });
    await open(fee(8_000, { receiptNumber: 'BL-0001' }));
    const owing = await open(fee(20_000, { paid: false }));
    await open(fee(0));
    const asked = await open({});
    await act(asked, 'request-payment', { desk: { payment: { amount: 150_000 } } });
    now += MINUTE_MS;
    await act(asked, 'confirm-payment', paid(150_000, 'BL-0002'));
    now += MINUTE_MS;
    await act(owing, 'process', {}, ['specialist', 'dong-xuan']);
    await act(owing, 'return', paid(20_000, '=1+1'));
    const mistaken = await open({});
    await act(mistaken, 'request-payment');
    now += MINUTE_MS;
    await act(mistaken, 'confirm-payment', paid(999));
    now += MINUTE_MS;
    expect((await act(mistaken, 'revert', { event: 3 })).status).toBe(200);
    await open({ ...fee(5_000), action: 'submit', channel: 'online' });

    const takings = await list('dong-xuan');
    expect(takings.map(({ amount, receiptNumber, way, isCancelled }) => [amount, receiptNumber, way, isCancelled])).toEqual([
      [8_000, 'BL-0001', 'counter', false],
      [150_000, 'BL-0002', 'counter', false],
      [20_000, '=1+1', 'counter', false],
      [999, null, 'counter', true],
      [5_000, null, 'online', false],
    ]);
    expect(takings.filter(({ isCancelled }) => isCancelled)).toMatchObject([{ amount: 999, dossierId: mistaken, version: 3 }]);
    const sums = await cashUp('dong-xuan');
    expect(sums).toMatchObject({
      total: { number: 4, amount: 183_000 },
      cancelled: { number: 1, amount: 999 },
      byUnit: [{ key: 'dong-xuan', number: 4, amount: 183_000 }],
      byDay: [{ key: day, amount: 183_000 }],
      byWay: [
        { key: 'counter', number: 3, amount: 178_000 },
        { key: 'online', number: 1, amount: 5_000 },
      ],
    });
  });

  it('is summed up as its list is, by all that there is, for a unit and for those above it', async () => {
    await open({ unit: 'khai-xuan', ...fee(7_000) }, other);
    await open({ unit: 'khai-xuan', procedure: '1.001193', ...fee(3_000) }, other);
    for (const unit of ['dong-xuan', 'khai-xuan', 'thanh-ba']) {
      const [sums, takings] = [await cashUp(unit), await list(unit)];
      const parts = [
        [sums.byUnit, (one: FeeTaking) => one.unit],
        [sums.byOfficer, (one: FeeTaking) => one.officer],
        [sums.byProcedure, (one: FeeTaking) => one.procedure],
        [sums.byDay, (one: FeeTaking) => one.day],
        [sums.byWay, (one: FeeTaking) => one.way],
      ] as const;
      for (const [rows, key] of parts) expect(new Map(rows.map((row) => [row.key, row.amount]))).toEqual(addUp(takings, key));
      expect(sums.total.amount).toBe([...addUp(takings, () => '').values()][0]);
    }
    expect((await cashUp('thanh-ba')).total.amount).toBe(193_000);
    expect(await list('thanh-ba', undefined, '&procedure=1.001193')).toHaveLength(1);
    expect(await cashUp('thanh-ba', undefined, '').then(({ byProcedure }) => byProcedure)).toHaveLength(2);
  });

  it('has numbers of receipts for those who handle dossiers, and keeps them sealed', async () => {
    const told = JSON.stringify(await list('dong-xuan', ['leader', 'thanh-ba']));
    expect(told).not.toContain('BL-000');
    expect(told).toContain('***');
    const { rows } = await intake.admin.query<{ text: string }>('SELECT t::text AS text FROM intake.fee_taking t');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ text }) => text.includes('BL-000'))).toEqual([]);
    expect((await intake.call({ url: `/v1/fees?unit=dong-xuan&from=${day}&to=${day}`, as: other })).status).toBe(403);
  });

  it('is a file with its sums, in which no cell is a formula', async () => {
    const url = `/v1/fees/export?unit=dong-xuan&from=${day}&to=${day}&format=csv`;
    const headers = { authorization: `Bearer ${await intake.sign(counter)}` };
    const { statusCode, body: text } = await intake.app.inject({ method: 'GET', url, headers });
    expect(statusCode).toBe(200);
    const lines = text.split('\n');
    expect(lines.find((line) => line.startsWith('Tổng'))).toContain('183000');
    expect(lines.filter((line) => line.includes('tại quầy'))).toHaveLength(4);
    expect(text).toContain("'=1+1");
  });

  it('begins no formula with what was kept before such numbers were refused, in either file', async () => {
    const [first] = await list('dong-xuan');
    const taking = {
      ...{ dossierId: first!.dossierId, version: 9_001, unit: 'dong-xuan', path: ['dong-xuan'], day },
      way: 'counter' as const,
    };
    const more = { procedure: first!.procedure, officer: null, amount: 0, takenAt: now, recordedAt: now };
    const planted = '\u0001\u200b=HYPERLINK("http://x")\r\n=1+2';
    await inTransaction(intake.app.get<Pool>(POOL), (transaction) =>
      intake.app.get(FeeTakingStore).insert(transaction, { ...taking, ...more, receiptNumber: planted }),
    );
    const headers = { authorization: `Bearer ${await intake.sign(counter)}` };
    const get = async (format: string) => {
      const url = `/v1/fees/export?unit=dong-xuan&from=${day}&to=${day}&format=${format}`;
      return (await intake.app.inject({ method: 'GET', url, headers })).rawPayload;
    };
    const lines: string[][] = parse(await get('csv'), {
      bom: true,
      delimiter: ';',
      relaxColumnCount: true,
      skipEmptyLines: true,
    });
    expect(lines.flat().filter((cell) => cell.includes('HYPERLINK'))).toEqual([`'${planted}`]);
    const sheet = strFromU8(unzipSync(await get('xlsx'))['xl/worksheets/sheet1.xml']!);
    expect(sheet).toMatch(/t="inlineStr" s="1"><is><t xml:space="preserve">[^<=]*=HYPERLINK/);
    expect(sheet).not.toContain('<f');
  });

  it('is refused where the days are in no order', async () => {
    const answer = await intake.call({ url: `/v1/fees?unit=dong-xuan&from=2026-11-17&to=2026-11-16`, as: counter });
    expect(answer.status).toBe(400);
  });
});
