import { Argument, Command } from 'commander';
import { Pool } from 'pg';
import { formatCount, CliError, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { findInstallation } from '@motcua/client';
import { connectToStack } from '@motcua/stack';
import { adoptStores, storeNames, storeOwners, type AdoptedStore, type StoreName } from './event-stores.ts';

/** `motcua relay adopt <schema>`: what a halted relay asks for after a restore. See docs/adr/0004-store-identity.md. */
export function createRelayCommand(): Command {
  return new Command('relay')
    .description('Looks after the relays that publish the event tables.')
    .addCommand(createAdoptCommand());
}

function createAdoptCommand(): Command {
  return new Command('adopt')
    .description(
      'After a restore or a failover: gives the event tables of a service a new identity and publishes all of them again, in order.\n' +
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

async function adopt(names: readonly StoreName[], env: NodeJS.ProcessEnv = process.env): Promise<readonly Adopted[]> {
  const { DATABASE_URL: given = '' } = env;
  if (given !== '') return adoptIn(given, names);
  if ((await findInstallation(env)) !== undefined) throw toDatabaseMissing();

  const stack = await connectToStack();
  const adoptions = await adoptIn(stack.postgresUrl, names);
  // A halted relay looks at its store only when it starts; the supervisor brings the service back at once.
  for (const name of names) {
    const pid = stack.services[storeOwners[name]]?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGTERM');
  }
  return adoptions.map((adoption) => ({ ...adoption, restart: null }));
}

async function adoptIn(databaseUrl: string, names: readonly StoreName[]): Promise<readonly Adopted[]> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const progress = createProgress({ stream: process.stderr });
    const adopted = await progress.step(`adopting ${names.join(', ')}`, () => adoptStores(pool, names));
    return adopted.map((adoption) => ({ ...adoption, restart: storeOwners[adoption.schema] }));
  } finally {
    await pool.end();
  }
}

const toDatabaseMissing = (): CliError =>
  new CliError({
    code: 'relay.database-missing',
    message: 'A store is adopted in its database, not through the gateway.',
    hint: "DATABASE_URL=postgres://… (an administrator's, beside MOTCUA_URL or alone)",
    exitCode: 2,
  });
