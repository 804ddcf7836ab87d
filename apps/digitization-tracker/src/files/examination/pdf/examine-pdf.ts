import { PDFCatalog, PDFPageLeaf, type PDFContext } from '@cantoo/pdf-lib';
import { FileRefused } from '../file-refusal.ts';
import { verifyPdfSignatures } from '../../signatures/pdf/verify-pdf-signatures.ts';
import type { SignatureReport } from '../../signatures/signature-report.ts';
import type { TrustStore } from '../../signatures/trust-store.ts';
import { findActiveContent, findActiveName } from './find-active-content.ts';
import { readPdf } from './read-pdf.ts';

const MAX_PAGES = 20_000;
/** The end mark stands in the last kilobyte; some programs put line ends behind it. */
const END_WITHIN = 2_048;

/**
 * Pages and signatures of a PDF. Only its objects are read; of the pages nothing is unpacked.
 *
 * @throws FileRefused `file.broken`, `file.encrypted`, `file.bomb`, `file.has-script`, `file.has-launch`, `file.has-attachment`
 */
export async function examinePdf(
  bytes: Buffer,
  trust: TrustStore,
): Promise<{ readonly pages: number; readonly signature: SignatureReport }> {
  if (!bytes.subarray(-END_WITHIN).includes('%%EOF')) throw new FileRefused('file.broken');
  const context = await readPdf(bytes);
  const active = findActiveContent(context) ?? findActiveName(bytes);
  if (active !== undefined) throw new FileRefused(active);
  const pages = countPages(context);
  if (pages < 1) throw new FileRefused('file.broken');
  if (pages > MAX_PAGES) throw new FileRefused('file.bomb');
  return { pages, signature: await verifyPdfSignatures(bytes, context, trust) };
}

function countPages(context: PDFContext): number {
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFCatalog)) throw new FileRefused('file.broken');
  let pages = 0;
  try {
    catalog.Pages().traverse((node) => {
      if (node instanceof PDFPageLeaf && ++pages > MAX_PAGES) throw new FileRefused('file.bomb');
    });
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('file.broken');
  }
  return pages;
}
