import { Command } from 'commander';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { printJson, printLines, toExamples, parseCount } from '@motcua/terminal';
import { toBacklogLines } from './backlog-lines.ts';
import { listBacklog } from './list-backlog.ts';

interface BacklogOptions {
  readonly unit: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** `motcua backlog`: the dossiers whose documents are not all digitized. */
export function createBacklogCommand(): Command {
  return new Command('backlog')
    .description('Lists the dossiers of a unit and everything below it that have something left to scan, the oldest first.')
    .requiredOption('--unit <code>', 'unit that is responsible, or that has the dossier below it')
    .option('--limit <count>', 'list no more than so many; the count is of all', parseCount, 50)
    .option('--json', 'print {"unit", "asOf", "count", "dossiers": […]}')
    .addHelpText('after', toExamples('motcua backlog --unit xa-thanh-ba', 'motcua backlog --unit phu-tho --limit 500 --json'))
    .action(async ({ unit, limit, json = false }: BacklogOptions) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const backlog = await listBacklog(client, unit, limit);
      if (json) printJson(backlog);
      else printLines(...toBacklogLines(backlog));
    });
}
