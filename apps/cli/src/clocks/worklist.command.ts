import type { ClockLine, ClockState } from '@motcua/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { formatCount, printJson, printLines, toExamples, parseCount } from '@motcua/terminal';
import { listClocks } from './clock-client.ts';
import { toClockTable } from './clock-table.ts';
import { stateNames } from './clock-words.ts';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface WorklistOptions {
  readonly unit: string;
  readonly officer?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** In the order in which an officer works: what is late, what will be, what has time. */
const ORDER = ['breached', 'due-soon', 'running'] as const satisfies readonly ClockState[];

interface Worklist {
  readonly unit: string;
  readonly officer: string | null;
  readonly asOf: string;
  readonly count: number;
  readonly counts: Readonly<Record<(typeof ORDER)[number], number>>;
  readonly clocks: readonly ClockLine[];
}

/** `motcua worklist`: what an officer, or a whole unit, has to do next. */
export function createWorklistCommand(): Command {
  return new Command('worklist')
    .description('Lists what is to be done next: what is overdue first, then what soon will be, each with its working time left.')
    .requiredOption('--unit <code>', 'the unit, with everything below it')
    .option('--officer <id>', 'only what one officer has in hand')
    .option('--limit <count>', 'list no more than so many; the counts are of all', parseCount, 40)
    .option('--json', 'print {"unit", "officer", "asOf", "count", "counts", "clocks": […]}')
    .addHelpText(
      'after',
      toExamples('motcua worklist --unit xa-thanh-ba', 'motcua worklist --unit xa-thanh-ba --officer xa-thanh-ba.01 --json'),
    )
    .action(async ({ limit, json = false, ...whose }: WorklistOptions) => {
      const worklist = await readWorklist(createGatewayClient(await connectToGateway(), { role: 'admin' }), whose, limit);
      if (json) printJson(worklist);
      else printLines(...toLines(worklist));
    });
}

/** All three lists stand for the moment of the first. */
async function readWorklist(
  client: GatewayClient,
  { unit, officer }: Pick<WorklistOptions, 'unit' | 'officer'>,
  limit: number,
): Promise<Worklist> {
  const clocks: ClockLine[] = [];
  const counts = { breached: 0, 'due-soon': 0, running: 0 };
  let asOf: string | undefined;
  for (const state of ORDER) {
    const list = await listClocks(client, { unit, officer, state, asOf }, Math.max(1, limit - clocks.length));
    asOf = list.asOf;
    counts[state] = list.count;
    clocks.push(...list.clocks);
  }
  const count = counts.breached + counts['due-soon'] + counts.running;
  return { unit, officer: officer ?? null, asOf: asOf ?? '', count, counts, clocks: clocks.slice(0, limit) };
}

function toLines({ unit, officer, asOf, count, counts, clocks }: Worklist): string[] {
  const sums = ORDER.map((state) => `${formatCount(counts[state])} ${stateNames[state]}`).join(' · ');
  return [
    `${pc.bold(officer ?? unit)} · ${sums}`,
    pc.dim(`tính đến / as of ${asOf} · giờ địa phương / local time`),
    '',
    ...(clocks.length === 0 ? [pc.green('✓ không có việc đang chờ / nothing to do')] : toClockTable(clocks)),
    ...(clocks.length < count ? [pc.dim(`… ${formatCount(count - clocks.length)} more: --limit`)] : []),
  ];
}
