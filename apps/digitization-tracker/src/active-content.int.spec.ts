import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachedFile } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { deflateSync } from 'node:zlib';
import { createDigitizationFixture, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createJpeg, createPdf, createPdfBomb, createPlainPdf, createPng, createTiff } from './testing/sample-files.ts';

let fixture: DigitizationFixture;
const dossier = new DossierHistory().received(at('2026-03-02 08:00'));
const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const pathTo = (rest: string): string => `/v1/dossiers/${dossier.id}/${rest}`;
beforeAll(async () => {
  fixture = await createDigitizationFixture();
  await fixture.publish(dossier.events);
  await waitFor(async () => (await fixture.call(pathTo('components'), counter)).status === 200, { describe: 'the checklist' });
}, 90_000);
afterAll(() => fixture.close());

const signature =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>MEUCIQ==</ds:SignatureValue></ds:Signature>';
const script = '<script>alert(document.domain)</script>';
const svg = 'http://www.w3.org/2000/svg';

/** A JPEG that says this in a comment. */
function createCommented(text: string): Buffer {
  const [picture, comment] = [createJpeg(), Buffer.from(text)];
  const head = Buffer.from('fffe0000', 'hex');
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, comment, picture.subarray(2)]);
}

/** A TIFF of one page whose sides lie. */
function createGiantTiff(side: number): Buffer {
  const bytes = createTiff();
  for (const entry of [0, 1]) bytes.writeUInt32LE(side, 8 + 2 + entry * 12 + 8);
  return bytes;
}

/** Office documents, old and new: a program may lie in any of them. */
const zip = Buffer.from('504b03041400060008000000210000000000000000000000000000000000', 'hex');
const docx = Buffer.concat([zip, Buffer.from('[Content_Types].xmlword/vbaProject.bin')]);
const doc = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);

describe('a file that is two things, or does something when it is opened', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, number, string]>([
    ['a GIF that is a script', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'), 415, 'file.type-refused'],
    ['a document of Word with macros', () => docx, 415, 'file.type-refused'],
    ['an old document of Word', () => doc, 415, 'file.type-refused'],
    ['a PDF behind a page', async () => Buffer.concat([Buffer.from(`<html>${script}`), await createPdf()]), 422, 'file.polyglot'],
    ['a PDF before a page', async () => Buffer.concat([await createPdf(), Buffer.from(script)]), 422, 'file.polyglot'],
    ['a PDF behind a script', async () => Buffer.concat([Buffer.from('var a=`'), await createPdf()]), 422, 'file.polyglot'],
    ['a picture with a PDF in its comment', () => createCommented('%PDF-1.7'), 422, 'file.polyglot'],
    [
      'an SVG that is signed',
      () => Buffer.from(`<svg xmlns="${svg}" onload="alert(1)">${signature}</svg>`),
      422,
      'file.has-script',
    ],
    [
      'an SVG that hides its name',
      () => Buffer.from(`<a xmlns:b="http://www.w3.org/2000/s&#x76;g"><b:${script.slice(1, -9)}</b:script>${signature}</a>`),
      422,
      'file.has-script',
    ],
    [
      'a page that is signed',
      () =>
        Buffer.from(
          `<?xml version="1.0"?><r xmlns:h="http://www.w3.org/1999/&#120;html"><h:script>alert(1)</h:script>${signature}</r>`,
        ),
      422,
      'file.has-script',
    ],
    [
      'a result with a stylesheet that makes a page of it',
      () => Buffer.from(`<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#s"?><r>${signature}</r>`),
      422,
      'file.has-script',
    ],
    ['a PDF that runs a script', () => createPlainPdf('<</S/JavaScript/JS(app.alert(1))>>'), 422, 'file.has-script'],
    ['a PDF with a form that has scripts', () => createPlainPdf('<</AcroForm<</XFA 9 0 R>>>>'), 422, 'file.has-script'],
    ['a PDF that starts a program', () => createPlainPdf('<</S/Launch/F(cmd.exe)>>'), 422, 'file.has-launch'],
    [
      'a PDF that opens a share',
      () => createPlainPdf('<</OpenAction<</S/GoToR/F(\\\\\\\\x\\\\y.pdf)>>>>'),
      422,
      'file.has-launch',
    ],
    [
      'a PDF that sends what is typed away',
      () => createPlainPdf('<</S/SubmitForm/F(https://x.example)>>'),
      422,
      'file.has-launch',
    ],
    ['a PDF that reads a file', () => createPlainPdf('<</S/Import#44ata/F(/etc/passwd)>>'), 422, 'file.has-launch'],
    ['a PDF with a file in it', () => createPlainPdf('<</Type/Filespec/EF<</F 9 0 R>>>>'), 422, 'file.has-attachment'],
    ['a PDF that goes to a file in it', () => createPlainPdf('<</S/GoToE/T<</R/C>>>>'), 422, 'file.has-attachment'],
    ['a bomb in two packings', () => createPdfBomb(1, { filter: '[/FlateDecode/FlateDecode]' }), 422, 'file.broken'],
    ['a TIFF without end', () => createGiantTiff(0x7fff_ffff), 422, 'file.bomb'],
    ['a picture of nothing', () => createGiantTiff(0), 422, 'file.broken'],
    [
      'a picture of 400 million dots in a few bytes',
      () => createPng({ width: 20_000, height: 20_000, pixels: deflateSync(Buffer.alloc(1_000)) }),
      422,
      'file.bomb',
    ],
  ])('%s is refused', async (_what, create, status, code) => {
    const before = await fixture.listContents();
    const answer = await fixture.upload(pathTo('components/1/files'), counter, await create());
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(await fixture.listContents()).toEqual(before);
  });
});

describe('what is taken', () => {
  const attach = async (bytes: Buffer, { name = 'scan.pdf', type = 'application/pdf' } = {}): Promise<string> => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
    const headers = { authorization: `Bearer ${await fixture.token(counter)}` };
    const answer = await fetch(`${fixture.url}${pathTo('components/1/files')}`, { method: 'POST', body: form, headers });
    expect(answer.status).toBe(201);
    return AttachedFile.parse(await answer.json()).file.fileId;
  };
  const open = async (fileId: string, more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${fixture.url}${pathTo(`files/${fileId}/content`)}`, {
      headers: { authorization: `Bearer ${await fixture.token(counter)}`, ...more },
    });

  it.each([
    ['a picture whose comment is a page', () => createCommented(`<html>${script}</html>`), 'image/jpeg', 'jpg'],
    ['a picture whose comment is a script', () => createCommented('*/=alert("Burp rocks.");/*'), 'image/jpeg', 'jpg'],
    ['a picture of a kilobyte', () => createPng(), 'image/png', 'png'],
    [
      'a signed result with angle brackets in its words',
      () => Buffer.from(`<?xml version="1.0"?><ketQua><noiDung>&lt;script&gt;&#x1F4A3;</noiDung>${signature}</ketQua>`),
      'application/xml',
      'xml',
    ],
  ])('%s is handed out as what it is, to be kept and not to be run', async (_what, create, mediaType, extension) => {
    const sentAs = { name: '"><img src=x onerror=alert(1)>\r\nx: y.html', type: 'text/html' };
    const fileId = await attach(create(), sentAs);
    // Whoever asks for a page gets none either.
    const answer = await open(fileId, { accept: 'text/html', range: 'bytes=4-' });
    const headers = ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control'];
    expect([answer.status, ...headers.map((name) => answer.headers.get(name))]).toEqual([
      200,
      mediaType,
      `attachment; filename="H44.05.01-260302-0001-to-khai.${extension}"`,
      'nosniff',
      "default-src 'none'; sandbox",
      'no-store',
    ]);
    expect(answer.headers.get('x')).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer()).equals(create())).toBe(true);
  });

  it('is opened as a file and as nothing else, whatever is asked for beside it', async () => {
    const fileId = await attach(await createPdf());
    for (const query of ['?download=0', '?disposition=inline', '?response-content-type=text/html', '?name=x.html']) {
      const answer = await fetch(`${fixture.url}${pathTo(`files/${fileId}/content`)}${query}`, {
        headers: { authorization: `Bearer ${await fixture.token(counter)}` },
      });
      expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')?.split(';')[0]]).toEqual([
        'application/pdf',
        'attachment',
      ]);
    }
  });
});
