import { ClockState, SlaClock } from '@motcua/contracts';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { formatCount, printJson, printLines, toExamples, parseCount } from '@motcua/terminal';
import { parseAsOf } from '@motcua/terminal/as-of';
import { type ClockList, listClocks } from './clock-client.ts';
import { toClockTable } from './clock-table.ts';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface ClocksOptions {
  readonly unit: string;
  readonly state?: ClockState;
  readonly clock?: SlaClock;
  readonly officer?: string;
  readonly asOf?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** `motcua clocks`: the clocks of a unit and everything below it, the soonest due first. */
export function createClocksCommand(): Command {
  return new Command('clocks')
    .description('Lists the clocks of the dossiers of a unit and everything below it, the soonest due first.')
    .requiredOption('--unit <code>', 'unit that is responsible, or that has the dossier below it')
    .addOption(new Option('--state <state>', 'only these').choices(ClockState.options))
    .addOption(new Option('--clock <clock>', 'only these').choices(SlaClock.options))
    .option('--officer <id>', 'only those of one officer')
    .option('--as-of <moment>', 'states as they stood then, ISO 8601 with an offset (default: now)')
    .option('--limit <count>', 'list no more than so many; the count is of all', parseCount, 50)
    .option('--json', 'print {"unit", "asOf", "count", "clocks": […]}')
    .addHelpText(
      'after',
      toExamples(
        'motcua clocks --unit xa-thanh-ba --state due-soon',
        'motcua clocks --unit boston --state breached --clock dossier --json',
      ),
    )
    .action(async ({ limit, json = false, asOf, ...query }: ClocksOptions) => {
      const moment = asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString();
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const list = await listClocks(client, { ...pick(query), asOf: moment }, limit);
      if (json) printJson(list);
      else printLines(...toLines(list));
    });
}

const pick = ({ unit, state, clock, officer }: Omit<ClocksOptions, 'limit' | 'json' | 'asOf'>) => ({
  unit,
  state,
  clock,
  officer,
});

function toLines({ unit, asOf, count, clocks }: ClockList): string[] {
  return [
    `${pc.bold(unit)} · ${formatCount(count)} đồng hồ / clocks`,
    pc.dim(`tính đến / as of ${asOf} · giờ địa phương / local time`),
    '',
    ...(clocks.length === 0 ? [] : toClockTable(clocks)),
    ...(clocks.length < count ? [pc.dim(`… ${formatCount(count - clocks.length)} more: --limit`)] : []),
  ];
}
