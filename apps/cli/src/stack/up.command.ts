import { Command, Option } from 'commander';
import { parseDrillClock, requireOwnDatabase } from './drill-clock.ts';
import { toExamples } from '@motcua/terminal';
import { runDetached } from './run-detached.ts';
import { runInForeground } from './run-in-foreground.ts';
import type { UpOptions } from './up-options.ts';

/** `motcua up`: the whole stack until Ctrl-C. */
export function createUpCommand(): Command {
  return new Command('up')
    .description(
      'Starts PostgreSQL, Kafka and every service, loads the scenario into an empty store and shows the live board until Ctrl-C.\n' +
        "With DATABASE_URL (an administrator's), KAFKA_BROKERS or SMTP_URL the given one is used and none is started in its place;\n" +
        'with REDIS_URL the queue of deliveries lies in Redis instead of PostgreSQL.',
    )
    .option('--no-simulate', 'do not play the counters of today')
    .option('--no-scenario', 'start with an empty store')
    .option('--detach', 'return when everything is ready and leave the stack running')
    .option('--json', 'one JSON object a line')
    .addOption(
      new Option('--clock <moment>', 'set the clock of the timers, ISO 8601 with an offset; embedded PostgreSQL only')
        .argParser(parseDrillClock)
        .helpGroup('For drills:'),
    )
    .addHelpText(
      'after',
      toExamples('motcua up', 'motcua up --detach --no-simulate', 'DATABASE_URL=postgres://… KAFKA_BROKERS=… motcua up'),
    )
    .action(async (options: UpOptions) => {
      requireOwnDatabase(options, process.env);
      await (options.detach === true ? runDetached(options) : runInForeground(options));
    });
}
