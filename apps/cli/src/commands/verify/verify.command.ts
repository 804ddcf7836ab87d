import type { VerifyReport } from '@motcua/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { formatCount } from '../../board/format-figure.ts';
import { requestVerification } from '../../projection/request-verification.ts';
import { connectToStack } from '../../stack/stack-connection.ts';
import { CliError } from '../../terminal/failure.ts';
import { printJson, printLines, toExamples } from '../../terminal/output.ts';
import { createProgress } from '../../terminal/progress.ts';
import { toTable } from '../../terminal/table.ts';

const exitCodes = { equal: 0, different: 1, 'not-comparable': 2 } as const satisfies Record<VerifyReport['outcome'], number>;

/** `motcua verify`: the projection against a recomputation from the event table. */
export function createVerifyCommand(): Command {
  return new Command('verify')
    .description(
      'Recomputes every fact, cell and figure from the event table by another path and lists each difference.\n' +
        'Exit code 0: equal · 1: different · 2: not comparable now, with the reason.',
    )
    .option('--unit <code>', 'only the figures of this unit')
    .option('--json', 'print {"outcome", "reason", "position", "checked", "differences", "differenceCount"}')
    .addHelpText('after', toExamples('motcua verify', 'motcua verify --json'))
    .action(async ({ unit, json = false }: { unit?: string; json?: boolean }) => {
      const report = await requestReport(unit).catch(toNotComparable);
      if (json) printJson(report);
      else printLines(...toLines(report));
      process.exitCode = exitCodes[report.outcome];
    });
}

async function requestReport(unit: string | undefined): Promise<VerifyReport> {
  const stack = await connectToStack();
  const progress = createProgress({ stream: process.stderr });
  return progress.step('recomputing every figure from the event table', () => requestVerification(stack, unit));
}

/** Nothing was compared, so nothing was found different: a stack that does not answer is exit code 2, not 1. */
function toNotComparable(error: unknown): never {
  if (!(error instanceof CliError)) throw error;
  const { code, message, hint, cause } = error;
  throw new CliError({ code, message, ...(hint === undefined ? {} : { hint }), cause, exitCode: exitCodes['not-comparable'] });
}

function toLines({ outcome, reason, checked, differences, differenceCount }: VerifyReport): string[] {
  const scope = `${formatCount(checked.dossiers)} dossiers, ${formatCount(checked.cells)} cells, ${formatCount(checked.figures)} figures`;
  switch (outcome) {
    case 'equal':
      return [`${pc.green('✓ equal')} · ${scope}`];
    case 'not-comparable':
      return [`${pc.yellow('! not comparable now')}: ${reason ?? 'no reason given'}`];
    case 'different': {
      const rows = differences.map(({ kind, key, projected, recomputed }) => [
        kind,
        key,
        JSON.stringify(projected),
        JSON.stringify(recomputed),
      ]);
      const columns = ['KIND', 'KEY', 'PROJECTED', 'RECOMPUTED'].map((title) => ({ title }));
      const more = differenceCount > differences.length ? [`… ${formatCount(differenceCount - differences.length)} more`] : [];
      return [
        `${pc.red(`✗ ${formatCount(differenceCount)} differences`)} · ${scope}`,
        toTable(columns, rows),
        ...more,
        '  → motcua rebuild kpi',
      ];
    }
  }
}
