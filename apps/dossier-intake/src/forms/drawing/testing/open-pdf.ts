import type { Canvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface OpenedPdf {
  /** What can be copied from it, a page an entry. */
  readonly pages: readonly string[];
  /** Width and height of the first page in millimetres. */
  readonly size: readonly [width: number, height: number];
  /** PNG of the first page. */
  readonly picture: Buffer;
}

const SCALE = 1.3;
const toMillimetres = (points: number): number => Math.round((points * 25.4) / 72);

/** Opens a PDF with another library than the one that drew it, as whoever receives it does. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const opening = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const pdf = await opening.promise;
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
    const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items));
    const [, , width = 0, height = 0] = pages[0]?.view ?? [];
    return {
      pages: texts.map((items) => items.map((item) => ('str' in item ? item.str : '')).join(' ')),
      size: [toMillimetres(width), toMillimetres(height)],
      picture: await toPicture(pdf),
    };
  } finally {
    await opening.destroy();
  }
}

async function toPicture(pdf: PDFDocumentProxy): Promise<Buffer> {
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: SCALE });
  // Its own canvas, of which its types say nothing: in Node it is that of @napi-rs/canvas.
  const factory = pdf.canvasFactory as { create(width: number, height: number): { canvas: Canvas; context: never } };
  const { canvas, context } = factory.create(viewport.width, viewport.height);
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  return canvas.toBuffer('image/png');
}
