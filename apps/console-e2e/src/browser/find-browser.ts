import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const outsidePath = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What a browser is looked for with; another in specs. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  /** Whether this process may install packages of Debian. */
  readonly mayInstall: () => boolean;
  readonly install: () => Promise<void>;
}

/**
 * The browser of this machine: the one that `CHROME_PATH` names, else one that is installed, else Debian's, installed where that is allowed.
 *
 * @returns the path of its program. @throws Error that says what to type
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<string> {
  const given = machine.env['CHROME_PATH'];
  if (given !== undefined && given !== '') {
    if (machine.exists(given)) return given;
    throw new Error(`CHROME_PATH names ${given}, and there is no such file.`);
  }
  const installed = findInstalled(machine);
  if (installed !== undefined) return installed;
  if (machine.mayInstall()) {
    await machine.install();
    const added = findInstalled(machine);
    if (added !== undefined) return added;
  }
  throw new Error(
    'No Chrome or Chromium is found. Type: sudo apt-get install chromium   (or set CHROME_PATH to the one you have)',
  );
}

function findInstalled({ env, exists }: Machine): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...outsidePath].find(exists);
}

const thisMachine: Machine = {
  env: process.env,
  exists: existsSync,
  mayInstall: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  install: async () => {
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { maxBuffer: 64 * 1024 * 1024 });
  },
};
