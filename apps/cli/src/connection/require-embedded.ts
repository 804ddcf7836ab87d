import { findInstallation } from '@motcua/client';
import { CliError } from '@motcua/terminal/failure';

/** `motcua reset` with MOTCUA_URL set is a mistake that must not delete anything. CliError `stack.embedded-only` (exit code 2). */
export async function requireEmbedded(command: string): Promise<void> {
  if ((await findInstallation(process.env)) === undefined) return;
  throw new CliError({
    code: 'stack.embedded-only',
    message: `motcua ${command} is for the embedded stack of this machine alone, and another installation is named.`,
    hint: 'Unset MOTCUA_URL and MOTCUA_PROFILE.',
    exitCode: 2,
  });
}
