import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReportBoard } from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import { startReportFixture, period, type ReportFixture } from '../testing/report/report-fixture.ts';

let fixture: ReportFixture;
beforeAll(async () => {
  fixture = await startReportFixture();
}, 90_000);
afterAll(() => fixture.close(), 60_000);

const read = async (more = '') => ReportBoard.parse((await fixture.get(`/v1/board/report?${period}${more}`)).body);
const toParts = ({ rows }: ReportBoard, id: string) =>
  rows.map(({ key, indicators }) => [key, indicators[id]?.numerator, indicators[id]?.denominator]);

describe('the board of figures that no dossier tells', () => {
  it('has all of them in one row, with its moment and how fresh it is', async () => {
    const board = await waitFor(
      async () => {
        const found = await read();
        return found.freshness.lag === 0 && found;
      },
      { describe: 'a board that lacks nothing' },
    );
    expect(board).toMatchObject({ unit: 'huyen', by: null, parked: 0, freshness: { lag: 0 } });
    expect(board.rows).toHaveLength(1);
    expect(board.rows[0]?.indicators).toMatchObject({
      satisfaction: { numerator: 19, denominator: 20, value: 0.95 },
      'modern-one-stop': { numerator: 2, denominator: 3 },
      petitions: { numerator: 15, denominator: 16 },
      'mailboxes.district': { numerator: null, denominator: null, value: null },
    });
  });

  it('has a row for each unit, and their parts add up to the whole', async () => {
    const board = await read('&by=unit');
    expect(toParts(board, 'satisfaction')).toEqual([
      ['huyen', 14, 15],
      ['xa-1', 5, 5],
      ['xa-2', 0, 0],
    ]);
    expect(board.rows.map(({ name }) => name?.vi)).toEqual(['Huyện', 'Xã xa-1', 'Xã xa-2']);
    expect(toParts(board, 'petitions')).toEqual([
      ['huyen', 9, 10],
      ['xa-1', 6, 6],
      ['xa-2', null, null],
    ]);
    expect(toParts(board, 'modern-one-stop')).toEqual([
      ['huyen', null, null],
      ['xa-1', 1, 1],
      ['xa-2', 1, 1],
    ]);
  });

  it('has a row for each month in which something counts', async () => {
    const board = await read('&by=month');
    const counted = board.rows.filter(({ indicators }) => (indicators['petitions']?.denominator ?? 0) > 0);
    expect(counted.map(({ key }) => key)).toEqual(['2022-03', '2022-04']);
    expect(toParts(board, 'satisfaction').filter(([, , rated]) => rated !== 0)).toEqual([['2022-03', 19, 20]]);
  });

  it('is refused to whoever may not read the whole unit', async () => {
    const as = await fixture.fixture.issuer.token({ role: 'leader', unit: 'xa-1' });
    expect((await fixture.get(`/v1/board/report?${period}`, { as })).status).toBe(403);
    expect((await fixture.get(`/v1/board/report?unit=xa-1&from=2022-01-01&to=2022-10-31`, { as })).status).toBe(200);
    expect((await fixture.get('/v1/board/report?unit=huyen&from=2022-02-01&to=2022-01-01')).body).toMatchObject({
      code: 'period.invalid',
    });
  });

  it('forgets what the catalogue takes back, and takes what a later version says', async () => {
    await fixture.fixture.publishUnits([createUnit('xa-4', 'commune', 'huyen')]);
    await fixture.fixture.publishInstitutional([{ key: 'modern-one-stop/xa-2', value: null }]);
    await waitFor(async () => JSON.stringify(toParts(await read(), 'modern-one-stop')) === '[["huyen",1,4]]', {
      describe: 'one of four communes',
    });
  });
});
