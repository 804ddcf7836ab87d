import { Command } from 'commander';
import pc from 'picocolors';
import { getStackPaths } from '@motcua/stack';
import { printJson, printLines, toExamples, toTable } from '@motcua/terminal';
import { getStackStatus, type ServerStatus, type StackStatus } from '@motcua/stack/run';

/** `motcua status`: exit code 0 only when all is ready and the scenario is loaded and projected. */
export function createStatusCommand(): Command {
  return new Command('status')
    .description('Says what runs. Exits 0 only when every service is ready and the scenario is loaded and projected, else 1.')
    .option('--json', 'print {"ready", "reasons", "services": […], "scenario": {…}}')
    .addHelpText('after', toExamples('motcua status', 'motcua status --json'))
    .action(async ({ json = false }: { json?: boolean }) => {
      const status = await getStackStatus(getStackPaths());
      if (json) printJson(status);
      else printLines(...toLines(status));
      if (!status.ready) process.exitCode = 1;
    });
}

function toLines({ ready, reasons, services, scenario }: StackStatus): string[] {
  const table = toTable(
    [
      { title: 'NAME' },
      { title: 'STATE' },
      { title: 'PID', align: 'right' },
      { title: 'RSS', align: 'right' },
      { title: 'UP', align: 'right' },
      { title: 'ADDRESS' },
    ],
    services.map(toRow),
  );
  const lag = scenario.lag === undefined ? '' : `, ${scenario.lag} events to project`;
  return [
    ...(services.length === 0 ? [] : [table, '', `scenario: ${scenario.state}${lag}`]),
    ...(ready ? [pc.green('ready')] : reasons.map((reason) => `${pc.red('✗')} ${reason}`)),
  ];
}

function toRow({ name, state, pid, rssBytes, uptimeSeconds, url }: ServerStatus): string[] {
  const colour = state === 'ready' || state === 'given' ? pc.green : pc.red;
  const rss = rssBytes === undefined ? '' : `${Math.round(rssBytes / 1024 ** 2)} MB`;
  return [name, colour(state), pid === undefined ? '' : String(pid), rss, toUptime(uptimeSeconds), url];
}

function toUptime(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}
