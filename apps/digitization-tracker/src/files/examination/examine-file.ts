import { unsigned, type SignatureReport } from '../signatures/signature-report.ts';
import type { TrustStore } from '../signatures/trust-store.ts';
import { checkPolyglot } from './check-polyglot.ts';
import { examineJpeg } from './examine-jpeg.ts';
import { examinePng } from './examine-png.ts';
import { examineTiff } from './examine-tiff.ts';
import { examineXml } from './examine-xml.ts';
import { FileRefused } from './file-refusal.ts';
import { findMediaType, type MediaType } from './find-media-type.ts';
import { examinePdf } from './pdf/examine-pdf.ts';

export interface Examined {
  readonly mediaType: MediaType;
  readonly pages: number;
  readonly signature: SignatureReport;
}

/**
 * What a file is. Nothing in it is run, drawn or unpacked without a limit; of time and memory its caller sees to the limits
 * (`FileExaminer`).
 *
 * @throws FileRefused
 */
export async function examineFile(bytes: Buffer, trust: TrustStore): Promise<Examined> {
  if (bytes.length === 0) throw new FileRefused('file.empty');
  const mediaType = findMediaType(bytes);
  if (mediaType === undefined) throw new FileRefused('file.type-refused');
  const examined = await examineAs(mediaType, bytes, trust);
  checkPolyglot(bytes, mediaType);
  return { mediaType, ...examined };
}

async function examineAs(mediaType: MediaType, bytes: Buffer, trust: TrustStore): Promise<Omit<Examined, 'mediaType'>> {
  switch (mediaType) {
    case 'application/pdf':
      return examinePdf(bytes, trust);
    case 'image/png':
      return { pages: examinePng(bytes), signature: unsigned };
    case 'image/jpeg':
      return { pages: examineJpeg(bytes), signature: unsigned };
    case 'image/tiff':
      return { pages: examineTiff(bytes), signature: unsigned };
    case 'application/xml':
      return { pages: 1, signature: await examineXml(bytes, trust) };
  }
}
