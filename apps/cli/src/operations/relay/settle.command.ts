import { settleLostEvents } from '@motcua/outbox';
import { formatCount, printJson, printLines, toExamples } from '@motcua/terminal';
import { Argument, Command } from 'commander';
import { storeNames, type StoreName } from '../event-stores.ts';
import { restartOwners, withStoreDatabase } from './store-database.ts';

interface Settled {
  readonly schema: StoreName;
  readonly events: number;
}

/** `motcua relay settle <schema>`: what the database has lost is void in Kafka too. See docs/adr/0052-restored-and-failed-over.md. */
export function createSettleCommand(): Command {
  return new Command('settle')
    .description(
      'Declares void what Kafka holds and the database has lost (motcua relay compare lists it): consumers pass it over, relays publish again.\n' +
        'The database is what counts from then on: whatever is in that list has to be entered again. The list is kept.\n' +
        "It changes the database itself: of an installation that is not the embedded stack, DATABASE_URL is an administrator's of it, and\n" +
        'the service is to be started anew afterwards.',
    )
    .addArgument(new Argument('<schema>', 'whose event tables').choices([...storeNames, 'all']))
    .option('--json', 'print {"settled": [{"schema", "events"}], "restart": [services that are to be started anew]}')
    .addHelpText('after', toExamples('motcua relay settle intake', 'motcua relay settle all'))
    .action(async (schema: StoreName | 'all', { json = false }: { json?: boolean }) => {
      const names = schema === 'all' ? storeNames : [schema];
      const settled = await withStoreDatabase(async (pool) => {
        const each: Settled[] = [];
        for (const name of names) each.push({ schema: name, events: await settleLostEvents(pool, name) });
        return each;
      });
      const restart = await restartOwners(settled.filter(({ events }) => events > 0).map((one) => one.schema));
      if (json) printJson({ settled, restart });
      else printLines(...settled.map(toLine), ...restart.map((service) => `  → start ${service} anew`));
    });
}

const toLine = ({ schema, events }: Settled): string =>
  events === 0
    ? `✓ ${schema}: there is nothing to settle`
    : `✓ ${schema}: ${formatCount(events)} events are void; motcua relay compare ${schema} --settled lists them`;
