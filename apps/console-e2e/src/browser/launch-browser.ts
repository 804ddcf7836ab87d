import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { writeCameraFilm } from './camera-film.ts';

/** No sandbox: in a container and as root it does not start. No network of its own: what a test sees is the console's doing. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The code on the slip that every camera of these browsers looks at; no office has such a dossier. */
export const codeBeforeCamera = 'H44.999-200101-0002';

/** A browser without a window, before whose camera lies a slip. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-camera-'));
  const film = join(folder, 'slip.y4m');
  await writeCameraFilm(film, `https://motcua.example/tra-cuu?ma=${codeBeforeCamera}&khoa=abc-DEF_123`);
  const camera = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
  const browser = await chromium.launch({ executablePath: await findBrowser(), headless: true, args: [...flags, ...camera] });
  browser.on('disconnected', () => void rm(folder, { recursive: true, force: true }));
  return browser;
}
