import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openConsolePage } from '../pages/open-page.ts';
import { consolePages } from '../pages/console-pages.ts';
import type { People } from '../people/people.ts';

/** An office's screen, and a telephone; not all of both in both lights, for the pictures lie in the repository (6 MB at most). */
const views = [
  { width: 'wide', viewport: { width: 1280, height: 720 }, colorScheme: 'light' },
  { width: 'wide', viewport: { width: 1280, height: 720 }, colorScheme: 'dark' },
  { width: 'narrow', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
] as const;
/** Of a page that is longer, so much is shown. */
const LONGEST_PX = 1_600;
const QUALITY = 55;

/** Pictures of every page. @param only names of pages; none: all */
export async function takePictures(people: People, folder: string, only: readonly string[]): Promise<void> {
  if (only.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const shown of consolePages) {
    if (only.length > 0 && !only.includes(shown.name)) continue;
    const page = await openConsolePage(people, shown);
    for (const { width, viewport, colorScheme } of views) {
      if (colorScheme === 'dark' && shown.name.endsWith('-empty')) continue;
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate('new Promise((drawn) => setTimeout(drawn, 400))');
      await writeFile(join(folder, `${shown.name}.${width}.${colorScheme}.webp`), await takePicture(page));
    }
    await page.close();
    for (const complaint of people.takeComplaints()) process.stderr.write(`${shown.name}: ${complaint}\n`);
    process.stdout.write(`${shown.name}\n`);
  }
}

/** Of the browser itself: its library writes no WebP, which has a third of the size. */
async function takePicture(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate<{ width: number; height: number }>(
    '({ width: window.innerWidth, height: document.documentElement.scrollHeight })',
  );
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, LONGEST_PX), scale: 1 },
  });
  await devtools.detach();
  return Buffer.from(data, 'base64');
}
