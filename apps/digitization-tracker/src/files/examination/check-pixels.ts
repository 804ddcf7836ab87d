import { FileRefused } from './file-refusal.ts';

/** An A3 sheet at 1,200 dpi has 280 million; a reader would need four bytes for each. */
const MAX_PIXELS = 300_000_000;

/** @throws FileRefused `file.bomb`, `file.broken` */
export function checkPixels(width: number, height: number): void {
  if (width < 1 || height < 1) throw new FileRefused('file.broken');
  if (width * height > MAX_PIXELS) throw new FileRefused('file.bomb');
}
