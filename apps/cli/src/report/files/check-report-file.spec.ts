import { describe, expect, it } from '@jest/globals';
import { stampTable, tableFormats, toTableFile, type TableFormat } from '@motcua/tables';
import writeExcelFile from 'write-excel-file/node';
import { checkReportFile } from './check-report-file.ts';

async function write(format: TableFormat): Promise<Buffer> {
  async function* pages() {
    yield await Promise.resolve([['H44-1', 3]]);
  }
  const table = { name: 'x', head: [['Đơn vị', 'Thanh Ba']], columns: ['Hồ sơ', 'Số'], pages: pages() };
  const pieces: Buffer[] = [];
  for await (const piece of toTableFile(
    stampTable(table, format, () => Promise.resolve()),
    format,
  ).body)
    pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const asked: string[] = [];
const client = {
  request: (path: string) => {
    asked.push(path);
    const [hash] = path.split('/').slice(-1);
    const period = { from: '2022-01-01', to: '2022-01-31' };
    const at = '2022-02-01T00:00:00.000Z';
    return Promise.resolve({ hash, name: 'ii06a-thanh-ba', unit: 'thanh-ba', period, asOf: at, writtenAt: at });
  },
};
const check = (bytes: Buffer) => checkReportFile(client, { path: 'bieu', bytes });

describe('motcua report check', () => {
  it.each(tableFormats)('asks the installation about what the content says of itself (%s)', async (format) => {
    const { hash } = await check(await write(format));
    expect(asked.at(-1)).toBe(`/v1/reports/files/${hash}`);
  });

  it('finds out a changed figure without asking anybody', async () => {
    const before = asked.length;
    const changed = Buffer.from((await write('csv')).toString('utf8').replace('H44-1;3', 'H44-1;4'));
    await expect(check(changed)).rejects.toMatchObject({ code: 'report-file.changed', exitCode: 4 });
    expect(asked).toHaveLength(before);
  });

  it.each([
    ['what carries no hash', Buffer.from('a;b\r\n'), 'report-file.unstamped'],
    ['a workbook cut short', Buffer.from('PK and nothing else'), 'report-file.unreadable'],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(check(bytes)).rejects.toMatchObject({ code });
  });

  it('refuses a workbook to which a sheet was added, and names the sheets', async () => {
    const data = [[{ value: 'x', type: String }]];
    const sheets = ['Biểu', 'Bản khác'].map((sheet) => ({ data, sheet }));
    const refusal = check(await writeExcelFile(sheets).toBuffer());
    await expect(refusal).rejects.toMatchObject({ code: 'report-file.more-sheets', exitCode: 4 });
    await expect(refusal).rejects.toThrow('2 sheets (Biểu, Bản khác)');
  });
});
