import { writeFile } from 'node:fs/promises';
import encodeQR from 'qr';

const WIDTH = 640;
const HEIGHT = 480;
/** Points of the picture for each module of the code. */
const SCALE = 10;
const [BLACK, WHITE, GREY] = [16, 235, 128];

/**
 * What a camera sees that looks at a slip: a film of one picture (YUV4MPEG2, 4:2:0), as Chromium takes it in place of a device.
 *
 * @param text of the QR code
 */
export async function writeCameraFilm(file: string, text: string): Promise<void> {
  const code = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const [left, top] = [Math.floor((WIDTH - code.length * SCALE) / 2), Math.floor((HEIGHT - code.length * SCALE) / 2)];
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1)
      if (code[Math.floor((y - top) / SCALE)]?.[Math.floor((x - left) / SCALE)] === true) light[y * WIDTH + x] = BLACK;
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  await writeFile(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}
