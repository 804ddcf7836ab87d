import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { checkPackedObjects } from './check-packed-objects.ts';
import { FileRefused } from './file-refusal.ts';

const MAX_PAGES = 20_000;
/** The end mark stands in the last kilobyte; some programs put a few bytes behind it. */
const END_WITHIN = 2_048;

/**
 * Pages and signature of a PDF. Only its object tables are read; of the pages nothing is unpacked.
 *
 * @throws FileRefused `file.broken`, `file.encrypted`, `file.bomb`
 */
export async function examinePdf(bytes: Buffer): Promise<{ readonly pages: number; readonly signed: boolean }> {
  if (!bytes.subarray(-END_WITHIN).includes('%%EOF')) throw new FileRefused('file.broken');
  await checkPackedObjects(bytes);
  const document = await load(bytes);
  const pages = countPages(document);
  if (pages < 1) throw new FileRefused('file.broken');
  if (pages > MAX_PAGES) throw new FileRefused('file.bomb');
  return { pages, signed: isSigned(document, bytes.length) };
}

async function load(bytes: Buffer): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    if (document.isEncrypted) throw new FileRefused('file.encrypted');
    return document;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(
      error instanceof EncryptedPDFError || /encrypt/i.test(String(error)) ? 'file.encrypted' : 'file.broken',
    );
  }
}

function countPages(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch {
    throw new FileRefused('file.broken');
  }
}

/** A signature: its bytes, and the part of this very file that it covers, from the first byte on. */
function isSigned(document: PDFDocument, length: number): boolean {
  return document.context.enumerateIndirectObjects().some(([, object]) => {
    if (!(object instanceof PDFDict)) return false;
    const contents = object.lookup(PDFName.of('Contents'));
    const range = object.lookup(PDFName.of('ByteRange'));
    if (!(range instanceof PDFArray) || !(contents instanceof PDFHexString || contents instanceof PDFString)) return false;
    const numbers = range.asArray().map((number) => (number instanceof PDFNumber ? number.asNumber() : NaN));
    const [from, first = NaN, second = NaN, rest = NaN] = numbers;
    const covers = numbers.length === 4 && from === 0 && first > 0 && second > first && second + rest <= length;
    return covers && contents.asBytes().some((byte) => byte !== 0);
  });
}
