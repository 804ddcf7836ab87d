/**
 * Opens workbooks in LibreOffice, as whoever is handed them does: each is converted to CSV and to PDF, and what LibreOffice read is compared with what is in
 * it. Not part of `npm test`, where another library opens them; LibreOffice is a package of the system (`libreoffice-calc`).
 *
 *   npm run test:office                      a form with merged headings, and a list with texts that look like formulas
 *   npm run test:office -- ii06a-x.xlsx …    these files; the PDFs are left beside them to be looked at
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { stampTable, toFormFile, toTableFile } from '../dist/index.js';
import { checkTableFile } from '../dist/check/check-table-file.js';

const keep = () => Promise.resolve();
const workspace = mkdtempSync(join(tmpdir(), 'motcua-office-'));

async function read({ body }) {
  const pieces = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function writeSamples() {
  const cell = (value, look, more = {}) => ({ value, look, ...more });
  const form = {
    name: 'II.06a/VPCP/KSTT',
    widths: [6, 34, 12, 12],
    landscape: true,
    rows: [
      [cell('Tình hình, kết quả giải quyết thủ tục hành chính', 'title', { columns: 4 }), null, null, null],
      [
        cell('STT', 'heading', { lines: 2 }),
        cell('Lĩnh vực', 'heading', { lines: 2 }),
        cell('Tiếp nhận', 'heading', { columns: 2 }),
        null,
      ],
      [null, null, cell('Trực tuyến', 'heading'), cell('Trực tiếp', 'heading')],
      [cell(1, 'figure'), cell('Hộ tịch', 'text'), cell(23794, 'figure'), cell(18.84, 'points')],
    ],
  };
  const lines = async function* () {
    yield [['H44.20-1', '=HYPERLINK("http://x")', 97.5]];
  };
  const list = { name: 'Hồ sơ', head: [['Đơn vị', 'Thanh Ba']], columns: ['Hồ sơ', 'Ghi chú', 'Số'], pages: lines() };
  const files = { form: await toFormFile(form, 'xlsx', keep), list: toTableFile(stampTable(list, 'xlsx', keep), 'xlsx') };
  const paths = [];
  for (const [name, file] of Object.entries(files)) {
    const path = join(workspace, `${name}.xlsx`);
    writeFileSync(path, await read(file));
    paths.push(path);
  }
  return paths;
}

function convert(path, format, folder) {
  const profile = `-env:UserInstallation=file://${join(workspace, 'profile')}`;
  const { status, error } = spawnSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, path], {
    timeout: 300_000,
    stdio: 'ignore',
  });
  if (error?.code === 'ENOENT') throw new Error('LibreOffice is not installed: apt install libreoffice-calc');
  if (status !== 0) throw new Error(`LibreOffice did not convert ${path} (${status ?? error?.message}).`);
  return join(folder, basename(path).replace(/xlsx$/, format.split(':')[0]));
}

// Separator ;, quotes ", UTF-8, cells as they are stored and not as they are shown.
const CSV = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false';

async function check(path) {
  const [{ data }] = await readExcelFile(readFileSync(path), { trim: false });
  const wanted = data.map((row) => row.map((value) => String(value ?? '')));
  const seen = parse(readFileSync(convert(path, CSV, workspace)), { bom: true, delimiter: ';', relaxColumnCount: true });
  const told = (rows) => rows.map((row) => row.join('\u001f').replace(/\u001f+$/, '')).filter((row) => row !== '');
  if (JSON.stringify(told(seen)) !== JSON.stringify(told(wanted)))
    throw new Error(`LibreOffice reads ${path} otherwise:\n${told(seen).join('\n')}\nin place of\n${told(wanted).join('\n')}`);
  const { stamped, found } = await checkTableFile(readFileSync(path));
  if (stamped !== found) throw new Error(`The hash of ${path} is not that of its content.`);
  const pdf = convert(path, 'pdf', dirname(resolve(path)));
  if (statSync(pdf).size < 1_000) throw new Error(`${pdf} is empty.`);
  stdout.write(`✓ ${path}: ${told(seen).length} lines, ${pdf}\n`);
}

try {
  const given = argv.slice(2);
  for (const path of given.length > 0 ? given : await writeSamples()) await check(path);
} catch (error) {
  stderr.write(`✗ ${error.message}\n`);
  exit(1);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
