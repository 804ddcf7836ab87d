import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

const A5: [number, number] = [420, 595];
const MARGIN = 40;
const SIZE = 13;
const LEADING = 22;

/**
 * A scan as an office would make it, small and invented: a PDF of one page. The same lines give the same bytes, so that what is sent again
 * is known again.
 */
export async function createScan(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage(A5);
  for (const [place, line] of [...lines, 'Tai lieu gia dinh, khong co gia tri phap ly.'].entries()) {
    page.drawText(toPlain(line), { x: MARGIN, y: A5[1] - MARGIN - (place + 1) * LEADING, size: SIZE, font });
  }
  return new Uint8Array(await document.save());
}

/** The fonts that every reader has know no Vietnamese letters. */
const toPlain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\x20-\x7e]/g, '?');
