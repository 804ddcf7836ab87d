import { PDFDocument } from '@cantoo/pdf-lib';
import { crc32, deflateSync } from 'node:zlib';

/** A PDF of that many pages; `note` makes its content another. */
export async function createPdf({ pages = 1, note = '', encrypted = false } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page++) document.addPage([300, 400]).drawText(`${note} ${page + 1}`, { size: 12 });
  document.setSubject(note);
  if (encrypted) document.encrypt({ userPassword: 'secret', ownerPassword: 'secret', permissions: {} });
  return Buffer.from(await document.save({ useObjectStreams: !encrypted }));
}

/** A PDF of one page with these objects in it besides, as they are written. */
export const createPlainPdf = (...objects: string[]): Buffer =>
  Buffer.from(
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n' +
      '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n' +
      objects.map((object, index) => `${index + 4} 0 obj\n${object}\nendobj\n`).join('') +
      `trailer\n<</Root 1 0 R/Size ${objects.length + 4}>>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );

/** A PDF whose object stream unpacks to that many megabytes of spaces. */
export function createPdfBomb(megabytes: number, { type = '/ObjStm', filter = '/FlateDecode', extra = '' } = {}): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1_048_576, ' '));
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n'),
    Buffer.from(`3 0 obj\n<<${extra}/Type${type}/N 1/First 4/Filter${filter}/Length ${packed.length}>>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n'),
  ]);
}

/** A grey PNG; `width` and `height` may lie. */
export function createPng({ width = 2, height = 2, pixels = deflateSync(Buffer.alloc(6)) } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[['IHDR', header] as const, ['IDAT', pixels] as const, ['IEND', Buffer.alloc(0)] as const].map(([type, data]) =>
      toChunk(type, data),
    ),
  ]);
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The frame of a JPEG with nothing to see. */
export function createJpeg({ width = 8, height = 8 } = {}): Buffer {
  const frame = Buffer.from('ffc0000b08000000000101110000', 'hex').subarray(0, 13);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    frame,
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.from('00ffd9', 'hex'),
  ]);
}

/** A TIFF of that many one-pixel pages; `loop` makes the last directory point to the first. */
export function createTiff({ pages = 1, loop = false } = {}): Buffer {
  const directory = 2 + 4 * 12 + 4;
  const bytes = Buffer.alloc(8 + pages * directory + 1);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let page = 0; page < pages; page++) {
    const at = 8 + page * directory;
    bytes.writeUInt16LE(4, at);
    const entries = [
      [256, 1],
      [257, 1],
      [273, bytes.length - 1],
      [279, 1],
    ] as const;
    entries.forEach(([tag, value], index) => {
      const entry = at + 2 + index * 12;
      bytes.writeUInt16LE(tag, entry);
      bytes.writeUInt16LE(4, entry + 2);
      bytes.writeUInt32LE(1, entry + 4);
      bytes.writeUInt32LE(value, entry + 8);
    });
    const next = page + 1 < pages ? at + directory : loop ? 8 : 0;
    bytes.writeUInt32LE(next, at + 2 + 4 * 12);
  }
  return bytes;
}

export const createXml = ({ signed = true, head = '', note = '' } = {}): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>${head}<ketQua><noiDung>${note}</noiDung>` +
      (signed
        ? '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>MEUCIQ==</ds:SignatureValue></ds:Signature>'
        : '') +
      '</ketQua>',
  );

/** In two parts, so that this source is no test file itself. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
