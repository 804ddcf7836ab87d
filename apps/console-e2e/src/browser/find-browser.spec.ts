import { expect, it } from '@jest/globals';
import { findBrowser, type Machine } from './find-browser.ts';

const machine = (given: Partial<Machine> & { readonly files: Set<string> }): Machine => ({
  env: { PATH: '/usr/bin' },
  exists: (file) => given.files.has(file),
  mayInstall: () => false,
  install: () => Promise.reject(new Error('Nobody may install here.')),
  ...given,
});

it('takes the browser that CHROME_PATH names before any other, and no other where that one is not there', async () => {
  const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/chrome' };
  expect(await findBrowser(machine({ env, files: new Set(['/opt/chrome', '/usr/bin/chromium']) }))).toBe('/opt/chrome');
  await expect(findBrowser(machine({ env, files: new Set(['/usr/bin/chromium']) }))).rejects.toThrow(
    'CHROME_PATH names /opt/chrome',
  );
});

it('takes an installed one, else installs one where it may, else names the command', async () => {
  expect(await findBrowser(machine({ files: new Set(['/usr/bin/chromium']) }))).toBe('/usr/bin/chromium');
  const files = new Set<string>();
  const install = (): Promise<void> => Promise.resolve(void files.add('/usr/bin/chromium'));
  expect(await findBrowser(machine({ files, mayInstall: () => true, install }))).toBe('/usr/bin/chromium');
  await expect(findBrowser(machine({ files: new Set() }))).rejects.toThrow('sudo apt-get install chromium');
});
