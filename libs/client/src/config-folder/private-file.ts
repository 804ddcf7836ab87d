import { CliError } from '@motcua/terminal';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `$XDG_CONFIG_HOME/motcua`, `~/.config/motcua` without it. */
export const getConfigFolder = (env: NodeJS.ProcessEnv): string =>
  join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'motcua');

/**
 * Who can read such a file can sign in: like ssh, we take it from nobody else's eyes.
 *
 * @returns whether it is there. @throws CliError with this code where others can read it
 */
export async function requirePrivate(file: string, code: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return false;
  if (process.platform === 'win32' || (found.mode & 0o077) === 0) return true;
  const message = `${file} can be read by other users of this machine.`;
  throw new CliError({ code, message, hint: `chmod 600 ${file}`, exitCode: 2 });
}
