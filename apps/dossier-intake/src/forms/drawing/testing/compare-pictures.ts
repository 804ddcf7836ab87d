import { createCanvas, loadImage } from '@napi-rs/canvas';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Smoothing of edges differs a little between processors; a letter that is another differs by black on white. */
const NOTICEABLE = 96;

/**
 * How many pixels of a picture are noticeably others than those of the one that is kept; `size` where they are not of one size. With
 * `UPDATE_PICTURES=1` in the environment the picture is kept instead, to be looked at and committed.
 *
 * @throws Error where none is kept
 */
export async function countOtherPixels(picture: Buffer, keptFile: string): Promise<number | 'size'> {
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync(dirname(keptFile), { recursive: true });
    writeFileSync(keptFile, picture);
  }
  if (!existsSync(keptFile))
    throw new Error(`No picture is kept as ${keptFile}: make it with UPDATE_PICTURES=1, and look at it.`);
  const [now, kept] = await Promise.all([toPixels(picture), toPixels(readFileSync(keptFile))]);
  if (now.width !== kept.width || now.height !== kept.height) return 'size';
  let others = 0;
  for (let at = 0; at < now.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs((now.data[at + channel] ?? 0) - (kept.data[at + channel] ?? 0)) > NOTICEABLE))
      others += 1;
  return others;
}

async function toPixels(png: Buffer) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}
