import { runMotcua } from '@motcua/testing/stack';
import { resolve } from 'node:path';
import { launchBrowser } from '../browser/launch-browser.ts';
import { People } from '../people/people.ts';
import { startConsoleStack } from '../stack/console-stack.ts';
import { takePictures } from './take-pictures.ts';

/** `npm run screens [-- <page>…]`: the pictures of docs/screens, of all pages or of those that are named. */
const folder = resolve(import.meta.dirname, '../../../../docs/screens');
const [stack, browser] = await Promise.all([startConsoleStack(), launchBrowser()]);
try {
  // Lists are full of what counters have played; of a stack that is given it is their own.
  if (process.env['CONSOLE_STACK'] === undefined) await runMotcua(stack.home, ['simulate', '--rate', '8/s', '--for', '40s']);
  await takePictures(new People(browser, stack), folder, process.argv.slice(2));
} finally {
  await browser.close();
  await stack.stop();
}
