import { Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { toExamples, createRedraw, listenForStop } from '@motcua/terminal';
import { toAlertLine, toCountWords, toWatchLines } from './alert-lines.ts';
import { type AlertWatch, createAlertWatch } from './watch-alerts.ts';

interface WatchOptions {
  readonly unit: string;
  readonly json?: boolean;
}

const FRAME_MS = 250;
const SHOWN_CLOCKS = 14;

/** `motcua watch`: clocks running down and alerts arriving, until Ctrl-C. */
export function createWatchCommand(): Command {
  return new Command('watch')
    .description(
      'Shows clocks running down and alerts arriving, until Ctrl-C. Where nobody can see a screen, a line for each alert.',
    )
    .option('--unit <code>', 'the unit, with everything below it', 'phu-tho')
    .option('--json', 'one JSON object a line, for each alert as it arrives')
    .addHelpText('after', toExamples('motcua watch', 'motcua watch --unit xa-thanh-ba', 'motcua watch --unit xa-thanh-ba --json'))
    .action(async ({ unit, json = false }: WatchOptions) => {
      const watch = createAlertWatch(createGatewayClient(await connectToGateway(), { role: 'admin' }), unit, SHOWN_CLOCKS);
      const stop = listenForStop();
      const show = json || !process.stdout.isTTY ? printAlerts : drawScreen;
      await Promise.all([watch.run(stop.signal), show(watch, stop.signal, json)]);
      stop.release();
    });
}

async function drawScreen(watch: AlertWatch, signal: AbortSignal): Promise<void> {
  const redraw = createRedraw(process.stdout);
  while (!signal.aborted) {
    redraw(toWatchLines(watch.state(), Date.now(), process.stdout.columns));
    await sleep(FRAME_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** What stood there at the start comes first, oldest first; then each alert once. */
async function printAlerts(watch: AlertWatch, signal: AbortSignal, json: boolean): Promise<void> {
  const shownIds = new Set<string>();
  let counts = '';
  while (!signal.aborted) {
    const state = watch.state();
    for (const alert of state.alerts.filter(({ id }) => !shownIds.has(id)).reverse()) {
      shownIds.add(alert.id);
      process.stdout.write(`${json ? JSON.stringify(alert) : toAlertLine(alert)}\n`);
    }
    if (!json && toCountWords(state) !== counts && watch.changes() > 0) {
      counts = toCountWords(state);
      process.stdout.write(`${counts}\n`);
    }
    await sleep(FRAME_MS, undefined, { signal }).catch(() => undefined);
  }
}
