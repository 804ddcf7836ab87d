import { adoptStore } from '@motcua/outbox';
import { Command } from 'commander';
import { Pool } from 'pg';
import { formatCount, CliError, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { findInstallation } from '@motcua/client';
import { connectToStack } from '@motcua/stack';

/** The services that own an event table, by the schema it lies in. */
const stores = {
  intake: { service: 'dossier-intake', table: 'intake.event' },
  catalogue: { service: 'catalogue', table: 'catalogue.ref_event' },
} as const;
type StoreName = keyof typeof stores;

/** `motcua relay adopt <schema>`: what a halted relay asks for after a restore. See docs/adr/0004-store-identity.md. */
export function createRelayCommand(): Command {
  return new Command('relay')
    .description('Looks after the relays that publish the event tables.')
    .addCommand(createAdoptCommand());
}

function createAdoptCommand(): Command {
  return new Command('adopt')
    .description(
      'After a restore or a failover: gives the event table a new identity and publishes all of it again, in order.\n' +
        'Consumers ignore what they have. Afterwards rebuild the projections, for example: motcua rebuild kpi\n' +
        "It changes the database itself: of an installation that is not the embedded stack, DATABASE_URL is an administrator's of it, and\n" +
        'the service is to be started anew afterwards.',
    )
    .argument('<schema>', `whose event table: ${Object.keys(stores).join(' or ')}`)
    .option(
      '--json',
      'print {"schema", "storeId", "events", "restart"}; restart: the service that is to be started anew, or null',
    )
    .addHelpText('after', toExamples('motcua relay adopt intake', 'DATABASE_URL=postgres://… motcua relay adopt intake'))
    .action(async (schema: string, { json = false }: { json?: boolean }) => {
      const adoption = { schema, ...(await adopt(parseStoreName(schema))) };
      if (json) printJson(adoption);
      else
        printLines(
          `✓ store ${adoption.storeId} adopted; ${formatCount(adoption.events)} events are published again`,
          ...(adoption.restart === null ? [] : [`  → start ${adoption.restart} anew`]),
          '  → motcua rebuild kpi',
        );
    });
}

interface Adopted {
  readonly storeId: string;
  readonly events: number;
  /** The service that somebody has to start anew; null where it was done. */
  readonly restart: string | null;
}

async function adopt(name: StoreName, env: NodeJS.ProcessEnv = process.env): Promise<Adopted> {
  const { service, table } = stores[name];
  const { DATABASE_URL: given = '' } = env;
  if (given !== '') return { ...(await adoptIn(given, name, table)), restart: service };
  if ((await findInstallation(env)) !== undefined) throw toDatabaseMissing();

  const stack = await connectToStack();
  const adoption = await adoptIn(stack.postgresUrl, name, table);
  // A halted relay looks at its store only when it starts; the supervisor brings the service back at once.
  const pid = stack.services[service]?.pid;
  if (pid !== undefined) process.kill(pid, 'SIGTERM');
  return { ...adoption, restart: null };
}

async function adoptIn(databaseUrl: string, name: StoreName, table: string): Promise<Omit<Adopted, 'restart'>> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const progress = createProgress({ stream: process.stderr });
    return await progress.step(`adopting ${table}`, () => adoptStore(pool, name, table));
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

function parseStoreName(schema: string): StoreName {
  if (schema === 'intake' || schema === 'catalogue') return schema;
  throw new CliError({
    code: 'relay.schema-unknown',
    message: `No event table lies in a schema "${schema}".`,
    hint: `Name one of: ${Object.keys(stores).join(', ')}`,
    exitCode: 2,
  });
}
