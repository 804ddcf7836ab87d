import { crc32 } from 'node:zlib';
import { checkPixels } from './check-pixels.ts';
import { FileRefused } from './file-refusal.ts';

const SIGNATURE_BYTES = 8;

/** Walks the chunks to the end chunk, checking each checksum: what was cut off or changed on its way shows. Answers the pages: 1. */
export function examinePng(bytes: Buffer): number {
  let hasHeader = false;
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) break;
    if (type === 'IHDR' && length === 13) {
      checkPixels(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
      hasHeader = true;
    }
    if (type === 'IEND' && hasHeader) return 1;
    at = end;
  }
  throw new FileRefused('file.broken');
}
