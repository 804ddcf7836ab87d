import { PDFDocument } from '@cantoo/pdf-lib';

/**
 * A PDF of one page, about a kilobyte; `words` (Latin letters) are on it. The same words give the same bytes, others give others.
 *
 * @param ballast bytes of nothing that make it longer
 */
export async function createSmallPdf(words: string, ballast = 0): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([300, 400]).drawText(words, { size: 10 });
  document.setSubject(words);
  if (ballast > 0) document.context.register(document.context.stream(Buffer.alloc(ballast, `${words} `)));
  return Buffer.from(await document.save());
}
