import { KeyRing } from '@motcua/config';
import { topics, type ReasonDocument } from '@motcua/contracts';
import { createReasons } from '@motcua/dossier';
import { createKafkajsClient } from '@motcua/kafka';
import { ColumnCipher, type ColumnKeys } from '@motcua/postgres';
import { Command } from 'commander';
import pg from 'pg';
import pc from 'picocolors';
import { formatCount } from '../../board/format-figure.ts';
import { scrubReasons, type Scrubbed } from '../../privacy/scrub-reasons.ts';
import { scrubTopic, type ScrubbedTopic } from '../../privacy/scrub-topics.ts';
import { ensureSecrets } from '../../stack/secrets.ts';
import { connectToStack } from '../../stack/stack-connection.ts';
import { getStackPaths } from '../../stack/stack-paths.ts';
import { CliError } from '../../terminal/failure.ts';
import { printJson, printLines, toExamples } from '../../terminal/output.ts';
import { createProgress } from '../../terminal/progress.ts';

/** `motcua privacy scrub`: what earlier versions kept in clear. */
export function createPrivacyCommand(): Command {
  return new Command('privacy').description('Cleans up what must not lie in clear.').addCommand(createScrubCommand());
}

function createScrubCommand(): Command {
  return new Command('scrub')
    .description(
      'Replaces texts that earlier versions kept and published as reasons by codes of the catalogue, keeps what was written encrypted,\n' +
        'and deletes the records of topics from before. It may be broken off and started again. Elsewhere than on the embedded stack it\n' +
        'takes ADMIN_DATABASE_URL, KAFKA_BROKERS, APPLICANT_KEYS and REASON_KEYS.',
    )
    .option('--dry-run', 'count and change nothing')
    .option('--json', 'print {"dryRun", "rows": [{"place", "rows"}], "topics": [{"topic", "records", "waiting", "waitingFor"}]}')
    .addHelpText('after', toExamples('motcua privacy scrub --dry-run', 'motcua privacy scrub'))
    .action(async ({ dryRun = false, json = false }: { dryRun?: boolean; json?: boolean }) => {
      const { rows, scrubbedTopics } = await scrub(await findAccess(process.env), dryRun);
      if (json) printJson({ dryRun, rows, topics: scrubbedTopics });
      else printLines(...toLines(rows, scrubbedTopics, dryRun));
      // Not all is deleted yet: whoever runs it in a script runs it once more.
      if (!dryRun && scrubbedTopics.some(({ waiting }) => waiting > 0)) process.exitCode = 1;
    });
}

interface Access {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly applicantKeys: ColumnKeys;
  readonly reasonKeys: ColumnKeys;
}

async function findAccess(env: NodeJS.ProcessEnv): Promise<Access> {
  const { ADMIN_DATABASE_URL: databaseUrl, KAFKA_BROKERS, APPLICANT_KEYS, REASON_KEYS } = env;
  if (databaseUrl === undefined) {
    const stack = await connectToStack();
    const secrets = await ensureSecrets(getStackPaths(), []);
    return {
      databaseUrl: stack.postgresUrl,
      brokers: stack.kafkaBrokers.split(','),
      applicantKeys: KeyRing.parse(JSON.stringify(secrets.applicantKeys)),
      reasonKeys: KeyRing.parse(JSON.stringify(secrets.reasonKeys)),
    };
  }
  const [applicantKeys, reasonKeys] = [KeyRing.safeParse(APPLICANT_KEYS), KeyRing.safeParse(REASON_KEYS)];
  if (KAFKA_BROKERS === undefined || !applicantKeys.success || !reasonKeys.success) {
    const message =
      'With ADMIN_DATABASE_URL, KAFKA_BROKERS, APPLICANT_KEYS and REASON_KEYS must be set as the services have them.';
    throw new CliError({ code: 'privacy.access-incomplete', message, hint: 'motcua privacy scrub --help', exitCode: 2 });
  }
  return { databaseUrl, brokers: KAFKA_BROKERS.split(','), applicantKeys: applicantKeys.data, reasonKeys: reasonKeys.data };
}

async function scrub(
  { databaseUrl, brokers, applicantKeys, reasonKeys }: Access,
  isDryRun: boolean,
): Promise<{ readonly rows: Scrubbed[]; readonly scrubbedTopics: ScrubbedTopic[] }> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'motcua privacy scrub' });
  await client.connect();
  const kafka = createKafkajsClient({ brokers: [...brokers], clientId: 'motcua-privacy' });
  try {
    const documents = await readReasons(client);
    const progress = createProgress({ stream: process.stderr });
    const rows = await progress.step(isDryRun ? 'counting' : 'cleaning tables', (say) =>
      scrubReasons({
        client,
        reasons: createReasons(documents),
        codes: [...new Set(documents.map(({ code }) => code))],
        intakeCipher: new ColumnCipher(applicantKeys, 'APPLICANT_KEYS'),
        slaCipher: new ColumnCipher(reasonKeys, 'REASON_KEYS'),
        isDryRun,
        onProgress: (place, count) => {
          say(`${place}: ${formatCount(count)}`);
        },
      }),
    );
    const scrubbedTopics: ScrubbedTopic[] = [];
    for (const { name } of [topics.dossierEvents, topics.slaEvents])
      scrubbedTopics.push(await progress.step(name, () => scrubTopic({ client, admin: kafka.admin, isDryRun }, name)));
    return { rows, scrubbedTopics };
  } finally {
    await kafka.close();
    await client.end();
  }
}

/** Every wording of every reason. Without any, everything would become `other`. */
async function readReasons(client: pg.Client): Promise<ReasonDocument[]> {
  const { rows } = await client.query<{ document: ReasonDocument }>(
    "SELECT document FROM catalogue.entry_version WHERE kind = 'reasons' AND superseded_by IS NULL",
  );
  if (rows.length > 0) return rows.map(({ document }) => document);
  const message = 'The catalogue has no reasons yet: nothing written before could be mapped to one.';
  throw new CliError({ code: 'privacy.no-reasons', message, hint: 'node deploy/seed-reference.js <gateway>' });
}

function toLines(rows: readonly Scrubbed[], scrubbed: readonly ScrubbedTopic[], isDryRun: boolean): string[] {
  const [changed, deleted] = isDryRun ? ['to change', 'to delete'] : ['changed', 'deleted'];
  return [
    ...rows.map((row) => `${pc.green('✓')} ${row.place}: ${formatCount(row.rows)} rows ${changed}`),
    ...scrubbed.flatMap(({ topic, records, waiting, waitingFor }) => [
      `${pc.green('✓')} ${topic}: ${formatCount(records)} records ${deleted}`,
      ...(waiting === 0
        ? []
        : [`${pc.yellow('!')} ${formatCount(waiting)} wait for ${waitingFor.join(', ')}: run it again later`]),
    ]),
  ];
}
