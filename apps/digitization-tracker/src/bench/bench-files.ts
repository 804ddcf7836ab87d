import { PDFDocument } from '@cantoo/pdf-lib';
import { createCipheriv, createHash } from 'node:crypto';

/** PDFs of one size, alike but for a few bytes, so that each is a content of its own and none has to be kept. */
export interface BenchFiles {
  readonly bytes: number;
  /** SHA-256 of each, in their order. */
  readonly hashes: readonly string[];
  /** A buffer of one sender's own: the function makes it the file with that index. */
  createBuffer(): (index: number) => Buffer;
}

/** `name` tells them from those of another call. */
export async function createBenchFiles(name: string, count: number, size: number): Promise<BenchFiles> {
  const noise = createNoise(size);
  const overhead = (await toPdf(name, noise)).length - size;
  const page = noise.subarray(0, size - overhead);
  const template = await toPdf(name, page);
  const place = template.indexOf(page.subarray(0, 32));
  if (place === -1) throw new Error('The page of a bench file was packed; its files cannot be told apart.');
  const createBuffer = (): ((index: number) => Buffer) => {
    const buffer = Buffer.from(template);
    return (index) => {
      buffer.writeUInt32BE(index, place);
      return buffer;
    };
  };
  const fill = createBuffer();
  const hashes = Array.from({ length: count }, (_, index) => createHash('sha256').update(fill(index)).digest('hex'));
  return { bytes: template.length, hashes, createBuffer };
}

/** A page, and a picture that is not drawn: what a scan is to whoever does not unpack it. */
async function toPdf(name: string, picture: Buffer): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([300, 400]);
  document.setSubject(name);
  document.context.register(document.context.stream(picture, { Type: 'XObject', Subtype: 'Image' }));
  return Buffer.from(await document.save());
}

/** The same bytes in every run, that look like any. */
const createNoise = (size: number): Buffer =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size));
