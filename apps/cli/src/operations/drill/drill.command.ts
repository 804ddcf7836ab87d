import { workspaceRoot } from '@motcua/stack';
import { parseCount, toExamples } from '@motcua/terminal';
import { Command } from 'commander';
import { runDrill } from './run-drill.ts';

interface DrillOptions {
  readonly seeds?: number;
  readonly minutes?: number;
  readonly seed?: number;
  readonly fault?: string;
  readonly json?: boolean;
}

/** `motcua drill`: the campaign of faults, which lives beside the other end-to-end projects (docs/adr/0051). */
export function createDrillCommand(): Command {
  return new Command('drill')
    .description(
      'Starts a stack of its own, lets clients work on it while faults strike that are drawn from a number, and holds what it shows against\n' +
        'what the clients were told. Each schedule is a line of docs/reliability/evidence.jsonl; the next run goes on behind the last.',
    )
    .option('--seeds <count>', 'so many more schedules (3)', parseCount)
    .option('--minutes <count>', 'as many more as begin within so many minutes', parseCount)
    .option('--seed <number>', 'one schedule once more, without evidence', parseCount)
    .option('--fault <class>', 'the class of faults that leads; else the one that struck least so far')
    .option('--json', 'print {"schedules": [{"seed", "led", "faults", "commands", "catchUpMs", "violations"}]} of this run')
    .addHelpText(
      'after',
      toExamples(
        'motcua drill --seeds 5',
        'motcua drill --minutes 100',
        'motcua drill --seed 42',
        'motcua drill --seeds 2 --fault poison',
      ),
    )
    .action(async (options: DrillOptions) => {
      process.exitCode = await runDrill(workspaceRoot, toArguments(options));
    });
}

const toArguments = (options: DrillOptions): string[] =>
  Object.entries(options).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, String(value)]));
