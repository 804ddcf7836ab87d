import pc from 'picocolors';

/** A failure that the person at the terminal can act on: what happened, and the command or change that helps. */
export class CliError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exitCode: number;

  constructor(failure: { code: string; message: string; hint?: string; exitCode?: number; cause?: unknown }) {
    super(failure.message, { cause: failure.cause });
    this.name = 'CliError';
    this.code = failure.code;
    this.hint = failure.hint;
    this.exitCode = failure.exitCode ?? 1;
  }
}

/** Writes the failure to stderr, and with `json` also as `{ error: { code, message, hint } }` to stdout. */
export function printFailure(error: unknown, { json }: { json: boolean }): void {
  const { code, message, hint } = error instanceof CliError ? error : toUnexpected(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  process.stderr.write(`${pc.red('✗')} ${message}\n`);
  if (hint !== undefined) process.stderr.write(`  → ${hint}\n`);
  if (process.env['MOTCUA_DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
}

function toUnexpected(error: unknown): { code: string; message: string; hint: string } {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return { code: 'unexpected', message, hint: 'Run it again with MOTCUA_DEBUG=1 for the stack trace.' };
}
