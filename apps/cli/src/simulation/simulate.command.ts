import { Command, InvalidArgumentError, Option } from 'commander';
import { formatCount, printJson, printLines, toExamples, createProgress, toTable } from '@motcua/terminal';
import {
  createRandom,
  parseDuration,
  parseRate,
  playCounters,
  createSimulationTally,
  type SimulationSummary,
  openTodaysCounters,
} from '@motcua/demo/simulation';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface SimulateOptions {
  readonly rate: number;
  readonly for: number;
  readonly seed: number;
  readonly json?: boolean;
}

/** `motcua simulate`: counters of today's communes at work, through the HTTP API and nothing else. */
export function createSimulateCommand(): Command {
  return new Command('simulate')
    .description(
      "Plays counters of today's communes through the HTTP API: receive, scan, transfer, supplement, pay, process, return, rate.",
    )
    .addOption(
      new Option('--rate <rate>', 'actions a second').default(10, '10/s').argParser(orRefuse(parseRate, 'a rate such as 50/s')),
    )
    .addOption(
      new Option('--for <duration>', 'how long')
        .default(60_000, '60s')
        .argParser(orRefuse(parseDuration, 'a duration such as 60s')),
    )
    .addOption(
      new Option('--seed <number>', 'the same seed makes the same choices')
        .default(1)
        .argParser(orRefuse(parseSeed, 'a whole number')),
    )
    .option('--json', 'print {"seconds", "actions", "actionsPerSecond", "done", "refused", "milliseconds"}')
    .addHelpText(
      'after',
      toExamples('motcua simulate --rate 50/s --for 60s', 'motcua simulate --rate 5/s --for 10s --seed 7 --json'),
    )
    .action(async (options: SimulateOptions) => {
      const summary = await simulate(options);
      if (options.json === true) printJson(summary);
      else printLines(...toLines(summary));
    });
}

async function simulate({ rate, for: duration, seed }: SimulateOptions): Promise<SimulationSummary> {
  const { counters, procedures } = await openTodaysCounters(await connectToGateway());
  const tally = createSimulationTally();
  const signal = AbortSignal.timeout(duration);
  const startedAt = performance.now();
  const secondsSoFar = (): number => (performance.now() - startedAt) / 1000;
  await createProgress({ stream: process.stderr }).step(`playing counters at ${rate} actions a second`, (say) =>
    playCounters({
      counters,
      procedures,
      random: createRandom(seed),
      actionsPerSecond: rate,
      desired: Math.max(50, rate * 4),
      signal,
      onAction(outcome) {
        tally.note(outcome);
        say(`${Math.floor(secondsSoFar())} of ${Math.round(duration / 1000)} s`);
      },
    }),
  );
  return tally.summarise(secondsSoFar());
}

function toLines({ seconds, actions, actionsPerSecond, done, refused, milliseconds }: SimulationSummary): string[] {
  const rows = [
    ...Object.entries(done).map(([action, count]) => [action, formatCount(count), '']),
    ...Object.entries(refused).map(([code, count]) => ['', formatCount(count), `refused: ${code}`]),
  ];
  return [
    `${formatCount(actions)} actions in ${seconds} s: ${actionsPerSecond} a second, p50 ${milliseconds.p50} ms, p99 ${milliseconds.p99} ms`,
    toTable([{ title: 'ACTION' }, { title: 'COUNT', align: 'right' }, { title: '' }], rows),
  ];
}

function orRefuse(parse: (text: string) => number | undefined, what: string): (text: string) => number {
  return (text) => {
    const value = parse(text);
    if (value === undefined) throw new InvalidArgumentError(`write ${what}.`);
    return value;
  };
}

function parseSeed(text: string): number | undefined {
  const seed = Number(text);
  return Number.isInteger(seed) ? seed : undefined;
}
