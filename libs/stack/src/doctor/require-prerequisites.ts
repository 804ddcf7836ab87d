import type { StackPaths } from '../state/stack-paths.ts';
import { CliError } from '@motcua/terminal';
import { detectSystem, installCommands, type System } from './install-commands.ts';
import type { Check } from './check.ts';
import { runChecks } from './run-checks.ts';

/** The command, or the change, that removes the obstacle on this system. */
export function toRemedy(check: Exclude<Check, { ok: true }>, system: System): string {
  return 'missing' in check ? installCommands[check.missing][system] : check.help;
}

/** Throws one CliError that names everything that is missing and what installs it. */
export async function requirePrerequisites(paths: StackPaths): Promise<void> {
  const [checks, system] = await Promise.all([runChecks(paths), detectSystem()]);
  const failures = checks.flatMap((check) =>
    check.ok ? [] : [`${check.name} ${check.problem}\n    ${toRemedy(check, system)}`],
  );
  if (failures.length === 0) return;
  throw new CliError({ code: 'stack.prerequisites', message: failures.join('\n  '), hint: 'motcua doctor' });
}
