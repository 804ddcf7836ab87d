import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile, { type Row as SheetRow } from 'write-excel-file/node';
import type { FormSheet } from '../form/form-sheet.ts';
import { toFormFile } from '../form/to-form-file.ts';
import { stampTable } from '../stamp/stamp-table.ts';
import type { Cell, Row } from '../table.ts';
import { tableFormats, toTableFile, type TableFile, type TableFormat } from '../to-table-file.ts';
import { checkTableFile, MoreSheetsError } from './check-table-file.ts';

async function read({ body }: TableFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The file, and the hash that was kept of it. */
async function writeList(rows: readonly Row[], format: TableFormat): Promise<{ file: Buffer; kept: string[] }> {
  const kept: string[] = [];
  async function* pages(): AsyncGenerator<readonly Row[]> {
    for (const row of rows) yield await Promise.resolve([row]);
  }
  const table = { name: 'Hồ sơ', head: [['Đơn vị', 'Thanh Ba'], []], columns: ['Hồ sơ', 'Số', 'Ghi chú'], pages: pages() };
  const keep = (hash: string) => Promise.resolve(void kept.push(hash));
  return { file: await read(toTableFile(stampTable(table, format, keep), format)), kept };
}

const form: FormSheet = {
  name: 'II.06a/VPCP/KSTT',
  widths: [6, 30, 10],
  landscape: true,
  rows: [
    [{ value: 'Số lượng hồ sơ', look: 'heading', columns: 3 }, null, null],
    [
      { value: 1, look: 'number' },
      { value: '=HYPERLINK("http://x")', look: 'text' },
      { value: 23_794, look: 'figure' },
    ],
    [null, { value: 'Người lập biểu', look: 'centered' }, null],
  ],
};
async function writeForm(sheet: FormSheet, format: TableFormat): Promise<{ file: Buffer; kept: string[] }> {
  const kept: string[] = [];
  return { file: await read(await toFormFile(sheet, format, (hash) => Promise.resolve(void kept.push(hash)))), kept };
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
  fc.constantFrom('=1+1', '-1', '97,5', ' hai ', 'dòng\r\nhai', "'", '"', ';'),
  fc.integer(),
  fc.constant(97.5),
  fc.constant(null),
);

describe('a file that was taken out', () => {
  it.each(tableFormats)('carries the hash that was kept, whatever is in it (%s)', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rows) => {
        const { file, kept } = await writeList(rows, format);
        expect(await checkTableFile(file)).toEqual({ stamped: kept[0], found: kept[0] });
      }),
      { numRuns: 60 },
    );
  });

  it.each(tableFormats)('is another one as soon as a figure or a letter is changed (%s)', async (format) => {
    const one = await writeList([['H44-1', 3, 'đúng hạn']], format);
    const seen = new Set([one.kept[0]]);
    for (const row of [
      ['H44-1', 4, 'đúng hạn'],
      ['H44-1', 3, 'quá hạn'],
      ['H44-1', 3],
      ['H44-1', null, 3, 'đúng hạn'],
    ])
      seen.add((await writeList([row], format)).kept[0]);
    expect(seen.size).toBe(5);
  });

  it('is found out where its figure was changed in the workbook', async () => {
    const { file, kept } = await writeForm(form, 'xlsx');
    const parts = unzipSync(file);
    const path = Object.keys(parts).find((name) => /worksheets\/sheet\d+\.xml/.test(name)) ?? '';
    const changed = strFromU8(parts[path]!).replace('>23794<', '>23795<');
    const { stamped, found } = await checkTableFile(Buffer.from(zipSync({ ...parts, [path]: strToU8(changed) })));
    expect(stamped).toBe(kept[0]);
    expect(found).not.toBe(stamped);
  });

  it('says so where it carries none', async () => {
    expect(await checkTableFile(Buffer.from('a;b\r\n'))).toMatchObject({ stamped: null });
  });
});

describe('what somebody added to a file', () => {
  const label = 'SHA-256';
  const hash = '0'.repeat(64);

  it('is content, though it looks like the line with the hash', async () => {
    const { file } = await writeList([['H44-1', 3, 'đúng hạn']], 'csv');
    const text = file.toString('utf8');
    for (const added of [`${label};Kết quả;100 %`, `${label};${hash}`, label]) {
      const { stamped, found } = await checkTableFile(Buffer.from(text.replace('\r\nH44-1', `\r\n${added}\r\nH44-1`)));
      expect(found).not.toBe(stamped);
    }
  });

  it.each(tableFormats)('is told apart from a line of that name in the file itself (%s)', async (format) => {
    const { file, kept } = await writeList(
      [
        [label, hash],
        [label, 'mã băm'],
        [label, hash],
      ],
      format,
    );
    expect(await checkTableFile(file)).toEqual({ stamped: kept[0], found: kept[0] });
    const seen = new Set([kept[0]]);
    for (const rows of [
      [[label, hash]],
      [
        [label, 'mã băm'],
        [label, hash],
      ],
    ])
      seen.add((await writeList(rows, format)).kept[0]);
    expect(seen.size).toBe(3);
  });

  it('stands not in or below the last line: then it is none with a hash', async () => {
    const { file } = await writeList([['H44-1', 3, 'đúng hạn']], 'csv');
    const whole = file.toString('utf8');
    for (const changed of [
      `${whole}đã kiểm tra\r\n`,
      whole.replace(/\r\n$/, ';đã kiểm tra\r\n'),
      whole.replace(/[0-9a-f]\r\n$/, '\r\n'),
    ])
      expect(await checkTableFile(Buffer.from(changed))).toMatchObject({ stamped: null });
  });

  it('is not in a second sheet', async () => {
    const sheet = [[{ value: 'x', type: String }]];
    const file = await writeExcelFile([
      { data: sheet, sheet: 'Biểu' },
      { data: sheet, sheet: 'Bản khác' },
    ]).toBuffer();
    await expect(checkTableFile(file)).rejects.toThrow(new MoreSheetsError(['Biểu', 'Bản khác']));
  });

  it('is a date', async () => {
    const cells = async (...more: SheetRow) =>
      checkTableFile(await writeExcelFile([['H44-1', ...more]], { sheet: 'x' }).toBuffer());
    const date = { value: new Date('2022-10-31T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' } as const;
    expect((await cells(date)).found).not.toBe((await cells()).found);
  });
});

describe('a form', () => {
  it.each(tableFormats)('is checked like a list (%s)', async (format) => {
    const { file, kept } = await writeForm(form, format);
    expect(await checkTableFile(file)).toEqual({ stamped: kept[0], found: kept[0] });
  });

  it('opens with another library, its headings merged and its numbers numbers', async () => {
    const { file } = await writeForm(form, 'xlsx');
    const [sheet] = await readExcelFile(file);
    expect(sheet?.sheet).toBe('II.06a VPCP KSTT');
    expect(sheet?.data.slice(0, 2)).toEqual([
      ['Số lượng hồ sơ', null, null],
      [1, '=HYPERLINK("http://x")', 23_794],
    ]);
    const parts = Object.entries(unzipSync(file));
    const xml = parts.filter(([name]) => /sheet\d+\.xml$/.test(name)).map(([, bytes]) => strFromU8(bytes));
    expect(xml.join('')).toContain('<mergeCell ref="A1:C1"/>');
    expect(xml.join('')).not.toContain('<f');
  });
});
