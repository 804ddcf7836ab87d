import { RebuildStatus } from '@motcua/contracts';
import { Command, Argument } from 'commander';
import pc from 'picocolors';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatCount, formatDecimal, CliError, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

const POLL_MS = 200;

/** `motcua rebuild kpi`: the projection anew from the event table, beside the one in use. */
export function createRebuildCommand(): Command {
  return new Command('rebuild')
    .description(
      'Builds a projection anew from the event table. The board stays readable meanwhile and turns to the new one at the end.',
    )
    .addArgument(new Argument('<projection>', 'which one').choices(['kpi']))
    .option('--json', 'print {"state", "startedAt", "endedAt", "events", "dossiers", "total", "unreadable", "reason"}')
    .addHelpText('after', toExamples('motcua rebuild kpi'))
    .action(async (_projection: string, { json = false }: { json?: boolean }) => {
      const status = await rebuild(createGatewayClient(await connectToGateway(), { role: 'admin' }));
      if (json) printJson(status);
      else printLines(...toLines(status));
      if (status.state === 'failed') process.exitCode = 1;
    });
}

async function rebuild(client: GatewayClient): Promise<RebuildStatus> {
  return createProgress({ stream: process.stderr }).step('rebuilding kpi', async (say) => {
    let status = RebuildStatus.parse(await client.request('/v1/rebuild', { method: 'POST' }));
    while (status.state === 'running') {
      say(`${formatCount(status.events)} of ${formatCount(status.total)} events, ${formatCount(status.dossiers)} dossiers`);
      await sleep(POLL_MS);
      status = RebuildStatus.parse(await client.request('/v1/rebuild'));
    }
    // Progress is kept in the service's memory: one that knows of no rebuild was restarted in the middle of it.
    if (status.state !== 'none') return status;
    const message = 'kpi-aggregator was restarted before the rebuild ended; the board shows the projection it had.';
    throw new CliError({ code: 'rebuild.interrupted', message, hint: 'motcua rebuild kpi' });
  });
}

function toLines({ state, events, dossiers, unreadable, reason, startedAt, endedAt }: RebuildStatus): string[] {
  if (state === 'failed') return [`${pc.red('✗')} ${reason ?? 'It failed without a reason.'}`];
  const seconds =
    startedAt === null || endedAt === null
      ? ''
      : ` in ${formatDecimal((Date.parse(endedAt) - Date.parse(startedAt)) / 1000, 1)} s`;
  const left = unreadable === 0 ? [] : [pc.yellow(`! ${formatCount(unreadable)} events could not be read and were left out`)];
  return [`${pc.green('✓')} ${formatCount(dossiers)} dossiers from ${formatCount(events)} events${seconds}`, ...left];
}
