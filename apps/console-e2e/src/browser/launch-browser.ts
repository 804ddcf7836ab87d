import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

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

/** A browser without a window. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), headless: true, args: flags });
}
