import { HashKeys, KeyRing } from '@motcua/config';
import { topics, type ReasonDocument } from '@motcua/contracts';
import { createReasons } from '@motcua/dossier';
import { createKafkajsClient } from '@motcua/kafka';
import { ColumnCipher, type ColumnKeys } from '@motcua/postgres';
import { Command } from 'commander';
import pg from 'pg';
import pc from 'picocolors';
import { formatCount, CliError, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { scrubIdempotencyKeys } from './scrub-answers.ts';
import type { Scrubbed } from './scrub-batches.ts';
import { scrubDeadLetterReasons } from './scrub-dead-letter-reasons.ts';
import { scrubDeadLetters } from './scrub-dead-letters.ts';
import { scrubOfficers } from './scrub-officers.ts';
import { scrubReasons } from './scrub-reasons.ts';
import { type ScrubbedTopic, scrubTopic } from './scrub-topics.ts';
import { ensureSecrets } from '@motcua/stack/run';
import { connectToStack, getStackPaths } from '@motcua/stack';

/** `motcua privacy scrub`: what earlier versions kept in clear. */
export function createPrivacyCommand(): Command {
  return new Command('privacy').description('Cleans up what must not lie in clear.').addCommand(createScrubCommand());
}

function createScrubCommand(): Command {
  return new Command('scrub')
    .description(
      'Replaces texts that earlier versions kept and published as reasons by codes of the catalogue, keeps what was written encrypted,\n' +
        'replaces officers reported by name by references, cleans dead letters and idempotency keys, and deletes the records of topics\n' +
        'from before. It may be broken off and started again. Elsewhere than on the embedded stack it takes ADMIN_DATABASE_URL,\n' +
        'KAFKA_BROKERS, APPLICANT_KEYS, APPLICANT_HASH_KEY and REASON_KEYS.',
    )
    .option('--dry-run', 'count and change nothing')
    .option(
      '--json',
      'print {"dryRun", "rows": [{"place", "rows", "left"?}], "topics": [{"topic", "records", "waiting", "waitingFor"}]}',
    )
    .addHelpText('after', toExamples('motcua privacy scrub --dry-run', 'motcua privacy scrub'))
    .action(async ({ dryRun = false, json = false }: { dryRun?: boolean; json?: boolean }) => {
      const { rows, scrubbedTopics } = await scrub(await findAccess(process.env), dryRun);
      if (json) printJson({ dryRun, rows, topics: scrubbedTopics });
      else printLines(...toLines(rows, scrubbedTopics, dryRun));
      // Not all is deleted yet: whoever runs it in a script runs it once more.
      const isLeft = scrubbedTopics.some(({ waiting }) => waiting > 0) || rows.some(({ left = 0 }) => left > 0);
      if (!dryRun && isLeft) process.exitCode = 1;
    });
}

interface Access {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly applicantKeys: ColumnKeys;
  readonly hashKeys: HashKeys;
  readonly reasonKeys: ColumnKeys;
}

async function findAccess(env: NodeJS.ProcessEnv): Promise<Access> {
  const { ADMIN_DATABASE_URL: databaseUrl, KAFKA_BROKERS, APPLICANT_KEYS, APPLICANT_HASH_KEY, REASON_KEYS } = env;
  if (databaseUrl === undefined) {
    const stack = await connectToStack();
    const secrets = await ensureSecrets(getStackPaths(), []);
    return {
      databaseUrl: stack.postgresUrl,
      brokers: stack.kafkaBrokers.split(','),
      applicantKeys: KeyRing.parse(JSON.stringify(secrets.applicantKeys)),
      hashKeys: HashKeys.parse(secrets.applicantHashKey),
      reasonKeys: KeyRing.parse(JSON.stringify(secrets.reasonKeys)),
    };
  }
  const [applicantKeys, reasonKeys] = [KeyRing.safeParse(APPLICANT_KEYS), KeyRing.safeParse(REASON_KEYS)];
  const hashKeys = HashKeys.safeParse(APPLICANT_HASH_KEY);
  if (KAFKA_BROKERS === undefined || !applicantKeys.success || !hashKeys.success || !reasonKeys.success) {
    const message =
      'With ADMIN_DATABASE_URL, KAFKA_BROKERS, APPLICANT_KEYS, APPLICANT_HASH_KEY and REASON_KEYS must be set as the services have them.';
    throw new CliError({ code: 'privacy.access-incomplete', message, hint: 'motcua privacy scrub --help', exitCode: 2 });
  }
  return {
    databaseUrl,
    brokers: KAFKA_BROKERS.split(','),
    applicantKeys: applicantKeys.data,
    hashKeys: hashKeys.data,
    reasonKeys: reasonKeys.data,
  };
}

async function scrub(
  { databaseUrl, brokers, applicantKeys, hashKeys, reasonKeys }: Access,
  isDryRun: boolean,
): Promise<{ readonly rows: Scrubbed[]; readonly scrubbedTopics: ScrubbedTopic[] }> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'motcua privacy scrub' });
  await client.connect();
  const kafka = createKafkajsClient({ brokers: [...brokers], clientId: 'motcua-privacy' });
  try {
    const documents = await readReasons(client);
    const progress = createProgress({ stream: process.stderr });
    const rows = await progress.step(isDryRun ? 'counting' : 'cleaning tables', async (say) => {
      const parts = {
        client,
        isDryRun,
        reasons: createReasons(documents),
        hashKey: getActiveKey(hashKeys),
        onProgress: (place: string, count: number) => {
          say(`${place}: ${formatCount(count)}`);
        },
      };
      return [
        ...(await scrubReasons({
          ...parts,
          codes: [...new Set(documents.map(({ code }) => code))],
          intakeCipher: new ColumnCipher(applicantKeys, 'APPLICANT_KEYS'),
          slaCipher: new ColumnCipher(reasonKeys, 'REASON_KEYS'),
        })),
        ...(await scrubOfficers(parts)),
        ...(await scrubDeadLetters(parts)),
        ...(await scrubDeadLetterReasons(parts)),
        ...(await scrubIdempotencyKeys(parts)),
      ];
    });
    const scrubbedTopics: ScrubbedTopic[] = [];
    for (const { name } of [topics.dossierEvents, topics.slaEvents])
      scrubbedTopics.push(await progress.step(name, () => scrubTopic({ client, admin: kafka.admin, isDryRun }, name)));
    return { rows, scrubbedTopics };
  } finally {
    await kafka.close();
    await client.end();
  }
}

function getActiveKey({ active, keys }: HashKeys): Buffer {
  const key = keys[active];
  if (key === undefined) throw new Error('the active hash key is among the keys by its schema');
  return key;
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
    ...rows.flatMap(({ place, rows: count, left = 0 }) => [
      `${pc.green('✓')} ${place}: ${formatCount(count)} rows ${changed}`,
      ...(left === 0
        ? []
        : [`${pc.yellow('!')} ${formatCount(left)} parked messages cannot be read: motcua dlq, then run it again`]),
    ]),
    ...scrubbed.flatMap(({ topic, records, waiting, waitingFor }) => [
      `${pc.green('✓')} ${topic}: ${formatCount(records)} records ${deleted}`,
      ...(waiting === 0
        ? []
        : [`${pc.yellow('!')} ${formatCount(waiting)} wait for ${waitingFor.join(', ')}: run it again later`]),
    ]),
  ];
}
