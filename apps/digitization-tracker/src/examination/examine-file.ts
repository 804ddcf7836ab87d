import { readFile } from 'node:fs/promises';
import { examineJpeg } from './examine-jpeg.ts';
import { examinePdf } from './examine-pdf.ts';
import { examinePng } from './examine-png.ts';
import { examineTiff } from './examine-tiff.ts';
import { examineXml } from './examine-xml.ts';
import { FileRefused } from './file-refusal.ts';
import { findMediaType, type MediaType } from './find-media-type.ts';

export interface Examined {
  readonly mediaType: MediaType;
  readonly pages: number;
  /** A digital signature is in it; whether it is valid is not judged. */
  readonly signed: boolean;
}

/** What a file is. Nothing in it is run, drawn or unpacked without a limit. @throws FileRefused */
export async function examineFile(path: string): Promise<Examined> {
  const bytes = await readFile(path);
  if (bytes.length === 0) throw new FileRefused('file.empty');
  const mediaType = findMediaType(bytes);
  switch (mediaType) {
    case undefined:
      throw new FileRefused('file.type-refused');
    case 'application/pdf':
      return { mediaType, ...(await examinePdf(bytes)) };
    case 'image/png':
      return { mediaType, pages: examinePng(bytes), signed: false };
    case 'image/jpeg':
      return { mediaType, pages: examineJpeg(bytes), signed: false };
    case 'image/tiff':
      return { mediaType, pages: examineTiff(bytes), signed: false };
    case 'application/xml':
      examineXml(bytes);
      return { mediaType, pages: 1, signed: true };
  }
}
