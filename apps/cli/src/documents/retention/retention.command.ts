import { RetentionRun } from '@motcua/contracts';
import { Command } from 'commander';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { printJson, printLines, toExamples, parseCount } from '@motcua/terminal';
import { toRetentionLines } from './retention-lines.ts';

interface RunOptions {
  readonly dryRun?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

/** `motcua retention`: erases files that have served their purpose. */
export function createRetentionCommand(): Command {
  return new Command('retention')
    .description('Erases the files of dossiers whose purpose has ended, and keeps a record of it.')
    .addHelpText('after', toExamples('motcua retention run --dry-run', 'motcua retention run --limit 500'))
    .addCommand(createRunCommand());
}

function createRunCommand(): Command {
  return new Command('run')
    .description(
      'Erases what has served its purpose, the longest past first. The terms are RETENTION_COMPONENT_DAYS, RETENTION_RESULT_DAYS and\n' +
        'RETENTION_REJECTED_DAYS of digitization-tracker. What is erased cannot be brought back: look with --dry-run first.',
    )
    .option('--dry-run', 'list what would be erased, and erase nothing')
    .option('--limit <count>', 'erase no more files than so many', parseCount, 1_000)
    .option('--json', 'print {"runId", "dryRun", "at", "files": […], "applicantRefs", "more"}')
    .addHelpText('after', toExamples('motcua retention run --dry-run --json', 'motcua retention run'))
    .action(async ({ dryRun = false, limit, json = false }: RunOptions) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const run = RetentionRun.parse(await client.request('/v1/retention/runs', { method: 'POST', body: { dryRun, limit } }));
      if (json) printJson(run);
      else printLines(...toRetentionLines(run));
    });
}
