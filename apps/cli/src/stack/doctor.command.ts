import { Command } from 'commander';
import pc from 'picocolors';
import { getStackPaths } from '@motcua/stack';
import { printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { type Check, checkCallers, detectSystem, type System, toRemedy, runChecks } from '@motcua/stack/run';

/** `motcua doctor`: what is missing, and the command that installs it on this system. */
export function createDoctorCommand(): Command {
  return new Command('doctor')
    .description(
      'Checks what `motcua up` needs, and what runs here already, and names the command for each missing piece. Exits 1 when something is missing.',
    )
    .option('--json', 'print {"ok", "system", "checks": [{"name", "ok", "found" | "problem", "remedy"}]}')
    .addHelpText('after', toExamples('motcua doctor', 'motcua doctor --json'))
    .action(async ({ json = false }: { json?: boolean }) => {
      const progress = createProgress({ stream: process.stderr });
      const paths = getStackPaths();
      const look = (): Promise<[Check[], Check[], System]> =>
        Promise.all([runChecks(paths), checkCallers(paths), detectSystem()]);
      const [needed, running, system] = await (json ? look() : progress.step('looking around', look));
      const checks = [...needed, ...running];
      const ok = checks.every((check) => check.ok);
      if (json) printJson({ ok, system, checks: checks.map((check) => toJson(check, system)) });
      else
        printLines(
          ...checks.flatMap((check) => toLines(check, system)),
          ok ? 'All is there: npm start' : 'Then try again: motcua doctor',
        );
      if (!ok) process.exitCode = 1;
    });
}

function toJson(check: Check, system: System): Record<string, unknown> {
  if (check.ok) return { ...check };
  return { name: check.name, ok: false, problem: check.problem, remedy: toRemedy(check, system) };
}

function toLines(check: Check, system: System): string[] {
  if (check.ok) return [`${pc.green('✓')} ${check.name.padEnd(14)} ${pc.dim(check.found)}`];
  return [`${pc.red('✗')} ${check.name.padEnd(14)} ${check.problem}`, `    ${pc.cyan(toRemedy(check, system))}`];
}
