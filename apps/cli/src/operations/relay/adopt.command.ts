import { Argument, Command } from 'commander';
import { formatCount, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { adoptStores, storeNames, storeOwners, type AdoptedStore, type StoreName } from '../event-stores.ts';
import { restartOwners, withStoreDatabase } from './store-database.ts';

/** `motcua relay adopt <schema>`: what a halted relay asks for in another cluster. See docs/adr/0004-store-identity.md. */
export function createAdoptCommand(): Command {
  return new Command('adopt')
    .description(
      'After a restore into another cluster: gives the event tables of a service a new identity and publishes all of them again, in order.\n' +
        'Consumers ignore what they have. Afterwards rebuild the projections: motcua rebuild all\n' +
        "It changes the database itself: of an installation that is not the embedded stack, DATABASE_URL is an administrator's of it, and\n" +
        'the service is to be started anew afterwards.',
    )
    .addArgument(new Argument('<schema>', 'whose event tables').choices([...storeNames, 'all']))
    .option(
      '--json',
      'print [{"schema", "storeId", "tables", "events", "restart"}]; restart: the service that is to be started anew, or null',
    )
    .addHelpText(
      'after',
      toExamples('motcua relay adopt intake', 'motcua relay adopt all', 'DATABASE_URL=postgres://… motcua relay adopt intake'),
    )
    .action(async (schema: StoreName | 'all', { json = false }: { json?: boolean }) => {
      const adoptions = await adopt(schema === 'all' ? storeNames : [schema]);
      if (json) printJson(adoptions);
      else printLines(...adoptions.flatMap(toLines), '  → motcua rebuild all');
    });
}

const toLines = ({ schema, storeId, tables, events, restart }: Adopted): string[] => [
  `✓ ${schema}: store ${storeId} adopted; ${formatCount(events)} events of ${tables.join(', ')} are published again`,
  ...(restart === null ? [] : [`  → start ${restart} anew`]),
];

interface Adopted extends AdoptedStore {
  /** The service that somebody has to start anew; null where it was done. */
  readonly restart: string | null;
}

async function adopt(names: readonly StoreName[]): Promise<readonly Adopted[]> {
  const progress = createProgress({ stream: process.stderr });
  const adopted = await withStoreDatabase((pool) =>
    progress.step(`adopting ${names.join(', ')}`, () => adoptStores(pool, names)),
  );
  const left = await restartOwners(names);
  return adopted.map((adoption) => {
    const owner = storeOwners[adoption.schema];
    return { ...adoption, restart: left.includes(owner) ? owner : null };
  });
}
