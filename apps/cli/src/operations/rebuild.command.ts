import { RebuildStatus } from '@motcua/contracts';
import { Command, Argument } from 'commander';
import pc from 'picocolors';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatCount, formatDecimal, CliError, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

const POLL_MS = 200;

/** What is built of the event tables, and by whom; in the order in which `all` goes: figures are made of what clocks and documents say. */
const projections = {
  sla: { path: '/v1/sla/rebuild', service: 'sla-timer' },
  digitization: { path: '/v1/digitization/rebuild', service: 'digitization-tracker' },
  notification: { path: '/v1/notification/rebuild', service: 'notification' },
  kpi: { path: '/v1/rebuild', service: 'kpi-aggregator' },
} as const;
type Projection = keyof typeof projections;
const names = Object.keys(projections) as Projection[];

type Rebuilt = RebuildStatus & { readonly projection: Projection };

/** `motcua rebuild`: a projection made whole from the event tables. See docs/adr/0049-rebuilt-from-the-event-table.md. */
export function createRebuildCommand(): Command {
  return new Command('rebuild')
    .description(
      'Makes what a service knows whole from the event tables, whatever became of the topics.\n' +
        'kpi: the figures are built anew beside those in use, and the board turns to them at the end.\n' +
        'sla, digitization, notification: what they lack is added while they run; what they have stays. Nobody is told again what was told.',
    )
    .addArgument(new Argument('<projection>', 'which one').choices([...names, 'all']))
    .option(
      '--json',
      'print [{"projection", "state", "startedAt", "endedAt", "events", "dossiers", "total", "unreadable", "reason"}]',
    )
    .addHelpText('after', toExamples('motcua rebuild kpi', 'motcua rebuild all'))
    .action(async (projection: Projection | 'all', { json = false }: { json?: boolean }) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const rebuilt: Rebuilt[] = [];
      for (const name of projection === 'all' ? names : [projection]) rebuilt.push(await rebuild(client, name));
      if (json) printJson(rebuilt);
      else printLines(...rebuilt.flatMap(toLines));
      if (rebuilt.some(({ state }) => state === 'failed')) process.exitCode = 1;
    });
}

async function rebuild(client: GatewayClient, projection: Projection): Promise<Rebuilt> {
  const { path, service } = projections[projection];
  return createProgress({ stream: process.stderr }).step(`rebuilding ${projection}`, async (say) => {
    let status = RebuildStatus.parse(await client.request(path, { method: 'POST' }));
    while (status.state === 'running') {
      say(`${formatCount(status.events)} of ${formatCount(status.total)} events, ${formatCount(status.dossiers)} dossiers`);
      await sleep(POLL_MS);
      status = RebuildStatus.parse(await client.request(path));
    }
    // Progress is kept in the service's memory: one that knows of no rebuild was restarted in the middle of it.
    if (status.state !== 'none') return { projection, ...status };
    const message = `${service} was restarted before the rebuild ended; it goes on with what it had.`;
    throw new CliError({ code: 'rebuild.interrupted', message, hint: `motcua rebuild ${projection}` });
  });
}

function toLines({ projection, state, events, dossiers, unreadable, reason, startedAt, endedAt }: Rebuilt): string[] {
  if (state === 'failed') return [`${pc.red('✗')} ${projection}: ${reason ?? 'It failed without a reason.'}`];
  const seconds =
    startedAt === null || endedAt === null
      ? ''
      : ` in ${formatDecimal((Date.parse(endedAt) - Date.parse(startedAt)) / 1000, 1)} s`;
  const left = unreadable === 0 ? [] : [pc.yellow(`! ${formatCount(unreadable)} events could not be read and were left out`)];
  return [
    `${pc.green('✓')} ${projection}: ${formatCount(dossiers)} dossiers from ${formatCount(events)} events${seconds}`,
    ...left,
  ];
}
