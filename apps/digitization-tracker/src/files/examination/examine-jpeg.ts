import { checkPixels } from './check-pixels.ts';
import { FileRefused } from './file-refusal.ts';

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Walks the segments to the picture and looks for its end. Answers the pages: 1. */
export function examineJpeg(bytes: Buffer): number {
  let hasFrame = false;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker) && at + 9 <= bytes.length) {
      checkPixels(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
      hasFrame = true;
    }
    if (marker === 0xda) {
      if (hasFrame && bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at) return 1;
      break;
    }
    at += 2 + length;
  }
  throw new FileRefused('file.broken');
}
