import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import type { Row, Table } from './table.ts';
import { toTableFile, type TableFormat } from './to-table-file.ts';

const head: Row[] = [['Hồ sơ quá hạn chưa xong', 'Huyện Thanh Ba']];
const columns = ['Hồ sơ', 'Thủ tục', 'Số'];

async function* inPages(pages: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
  yield* await Promise.resolve(pages);
}

const toTable = (...pages: readonly Row[][]): Table => ({ name: 'Quá hạn', head, columns, pages: inPages(pages) });

async function write(table: Table, format: TableFormat): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of toTableFile(table, format).body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const readCsv = async (table: Table): Promise<string[][]> =>
  parse(await write(table, 'csv'), { bom: true, delimiter: ';', relaxColumnCount: true, skipEmptyLines: true });

const readSheet = async (table: Table): Promise<string> =>
  strFromU8(unzipSync(await write(table, 'xlsx'))['xl/worksheets/sheet1.xml']!);

/** What is known to have been run as a formula, or to have begun a cell of its own in which one was. */
const attacks = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '=HYPERLINK("http://x";"y")',
  "=cmd|' /C calc'!A0",
];

/** The same, behind what is not seen; a workbook holds the second half alone, or all of it. */
const hiddenAttacks = [' =1+1', '\u0001=1+1', '\u0085=1+1', '\u200b=1+1', '\ufeff=1+1', '\u202e-1', '\u00a0@SUM(A1)', '\v\f+1'];

describe('a table as CSV', () => {
  it('opens in a Vietnamese Excel: marked as UTF-8, in columns, with decimal commas', async () => {
    const file = await write(toTable([['H44.20-1', 'Đăng ký khai sinh; lại', 97.5]], [['H44.20-2', null, -3]]), 'csv');
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.toString('utf8').slice(1)).toBe(
      [
        'Hồ sơ quá hạn chưa xong;Huyện Thanh Ba',
        '',
        'Hồ sơ;Thủ tục;Số',
        'H44.20-1;"Đăng ký khai sinh; lại";97,5',
        'H44.20-2;;-3',
        '',
      ].join('\r\n'),
    );
  });

  it.each([...attacks, ...hiddenAttacks])('begins no formula with %j', async (attack) => {
    const [, , [first, second] = []] = await readCsv(toTable([[attack, `x${attack}`, 1]]));
    expect(first).toBe(`'${attack}`);
    expect(second).toBe(`x${attack}`);
  });

  it('begins no formula and loses no letter, whatever is in it', async () => {
    const rows = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, async (texts) => {
        const lines = (await readCsv({ ...toTable(texts.map(([one, two]) => ['.', one, two])), head: [] })).slice(1);
        for (const [row, text] of texts.entries())
          expect(text.map((one) => [one, `'${one}`])).toEqual([
            expect.arrayContaining([lines[row]?.[1]]),
            expect.arrayContaining([lines[row]?.[2]]),
          ]);
        for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

describe('a table as XLSX', () => {
  it('is a workbook whose texts are texts and whose numbers are numbers', async () => {
    const parts = unzipSync(await write(toTable([['H44.20-1', 'Đăng ký <khai sinh> & lại', 97.5]]), 'xlsx'));
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('<sheet name="Quá hạn"');
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<t xml:space="preserve">Đăng ký &lt;khai sinh&gt; &amp; lại</t>');
    expect(sheet).toContain('<c r="C4" s="0"><v>97.5</v></c>');
  });

  it.each(attacks)('has %j as a text that stays one when somebody enters its cell', async (attack) => {
    const sheet = await readSheet(toTable([[attack, null, 1]]));
    const text = attack.replaceAll('&', '&amp;');
    expect(sheet).toContain(`<c r="A4" t="inlineStr" s="1"><is><t xml:space="preserve">${text}</t></is></c>`);
    expect(sheet).not.toContain('<f');
  });

  it.each(hiddenAttacks)('has %j as one, whatever of it a workbook can hold', async (attack) => {
    expect(await readSheet(toTable([[attack, null, 1]]))).toMatch(
      /<c r="A4" t="inlineStr" s="1"><is><t xml:space="preserve">[^<]*<\/t>/,
    );
  });

  it('is written as the rows come', async () => {
    let read = 0;
    async function* many(): AsyncGenerator<readonly Row[]> {
      for (; read < 200; read += 1)
        yield await Promise.resolve(Array.from({ length: 500 }, (_, line) => [`${read}-${line * 7919}`]));
    }
    const { body } = toTableFile({ ...toTable(), pages: many() }, 'xlsx');
    let written = 0;
    let atHalf = 0;
    for await (const piece of body) {
      written += piece.length;
      if (read < 100) atHalf = written;
    }
    expect(atHalf).toBeGreaterThan(written / 4);
    expect(read).toBe(200);
  });
});
