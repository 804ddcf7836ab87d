import { CliError } from '@motcua/terminal';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const campaign = 'apps/drill-e2e/src/campaign/main.ts';
const compiler = 'libs/testing/src/jest/run-typescript.js';

/**
 * Runs the campaign from its sources, in a process of its own on this terminal. Answers its exit code.
 *
 * @throws CliError `drill.no-checkout` where there are no sources, as in the image
 */
export function runDrill(root: string, args: readonly string[]): Promise<number> {
  if (!existsSync(join(root, campaign)))
    throw new CliError({
      code: 'drill.no-checkout',
      message: 'motcua drill is a part of the tests, and they are not installed here.',
      hint: 'Run it in a checkout of the repository, after npm ci.',
      exitCode: 2,
    });
  // Ctrl-C reaches the campaign too; this process stays until it has taken its stack down.
  process.on('SIGINT', () => undefined);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--conditions=@motcua/source', '--import', `./${compiler}`, campaign, ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    // Told to this process alone, as by a supervisor; it would leave the campaign behind.
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', fail);
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
}
