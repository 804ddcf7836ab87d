import { FileRefused } from './file-refusal.ts';
import type { MediaType } from './find-media-type.ts';

/** The end record of a ZIP, which is read from its end: 22 bytes and a comment of up to 65,535. */
const ZIP_END = Buffer.from('504b0506', 'hex');
const ZIP_END_BYTES = 22;
const MAX_ZIP_TAIL = ZIP_END_BYTES + 65_535;
/** Within these a reader of PDFs looks for the header. */
const PDF_HEADER_WITHIN = 1_024;

/**
 * One file that two programs read as two different things passes each one's checks as what it is not.
 *
 * @throws FileRefused `file.polyglot`
 */
export function checkPolyglot(bytes: Buffer, mediaType: MediaType): void {
  if (endsAsZip(bytes)) throw new FileRefused('file.polyglot');
  const header = bytes.subarray(0, PDF_HEADER_WITHIN).indexOf('%PDF-');
  if (mediaType === 'application/pdf' ? header !== 0 : header !== -1) throw new FileRefused('file.polyglot');
  if (mediaType === 'application/pdf' && !/^[\s\0]*$/.test(bytes.toString('latin1', bytes.lastIndexOf('%%EOF') + 5)))
    throw new FileRefused('file.polyglot');
}

function endsAsZip(bytes: Buffer): boolean {
  const tail = bytes.subarray(-MAX_ZIP_TAIL);
  for (let at = tail.lastIndexOf(ZIP_END); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1)) {
    if (at + ZIP_END_BYTES > tail.length) continue;
    // Where its comment ends the file ends; readers forgive what stands behind.
    if (at + ZIP_END_BYTES + tail.readUInt16LE(at + 20) <= tail.length && tail.readUInt32LE(at + 12) > 0) return true;
  }
  return false;
}
