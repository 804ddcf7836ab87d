import { listAgreements, listLostEvents, type LostEvent, type TopicAgreement } from '@motcua/outbox';
import { formatCount, printJson, printLines, toExamples } from '@motcua/terminal';
import { Argument, Command } from 'commander';
import pc from 'picocolors';
import type { Pool } from 'pg';
import { storeNames, type StoreName } from '../event-stores.ts';
import { withStoreDatabase } from './store-database.ts';

interface Comparison {
  readonly schema: StoreName;
  readonly agreements: readonly TopicAgreement[];
  /** In Kafka, and not in the event tables. */
  readonly lost: readonly LostEvent[];
}

const mostPrinted = 40;

/** `motcua relay compare [schema]`: what the relays found when they compared the log with their tables. See docs/adr/0052-restored-and-failed-over.md. */
export function createCompareCommand(): Command {
  return new Command('compare')
    .description(
      'After a restore to a moment, or a failover: what Kafka holds and the database has lost, as the relays found it when they started.\n' +
        'Nothing is published, and nothing is read, of a topic with such events, until they are settled. Exits 1 where there are some.\n' +
        "Of an installation that is not the embedded stack DATABASE_URL is an administrator's.",
    )
    .addArgument(new Argument('[schema]', 'whose event tables').choices([...storeNames, 'all']).default('all'))
    .option('--settled', 'also those that were settled')
    .option(
      '--json',
      'print [{"schema", "agreements": [{"topic", "agrees", "agreedAt"}], "lost": [{"topic", "partition", "offset", "key", "eventId", "type", "version", "occurredAt", "recordedAt", "foundAt", "settledAt"}]}]',
    )
    .addHelpText('after', toExamples('motcua relay compare', 'motcua relay compare intake --json'))
    .action(async (schema: StoreName | 'all', { json = false, settled = false }: { json?: boolean; settled?: boolean }) => {
      const names = schema === 'all' ? storeNames : [schema];
      const comparisons = await withStoreDatabase((pool) => compare(pool, names, settled));
      if (json) printJson(comparisons);
      else printLines(...comparisons.flatMap(toLines));
      if (comparisons.some(({ lost }) => lost.some(isOpen))) process.exitCode = 1;
    });
}

const isOpen = ({ settledAt }: LostEvent): boolean => settledAt === null;

async function compare(pool: Pool, names: readonly StoreName[], settled: boolean): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const schema of names) {
    const lost = (await listLostEvents(pool, schema)).filter((event) => settled || isOpen(event));
    comparisons.push({ schema, agreements: await listAgreements(pool, schema), lost });
  }
  return comparisons;
}

function toLines({ schema, agreements, lost }: Comparison): string[] {
  const open = lost.filter(isOpen).length;
  // Of a topic with open events the list says it.
  const isListed = (topic: string): boolean => lost.some((event) => event.topic === topic && isOpen(event));
  const agreed = agreements
    .filter(({ topic }) => !isListed(topic))
    .map(({ topic, agrees, agreedAt }) =>
      agrees
        ? `${pc.green('✓')} ${schema}: ${topic} holds nothing that the table has not, as of ${agreedAt}`
        : `${pc.yellow('!')} ${schema}: ${topic} was not compared since the database was restored or failed over`,
    );
  const listed = lost.slice(0, mostPrinted).map(toLine);
  const more = lost.length > mostPrinted ? [`  … and ${formatCount(lost.length - mostPrinted)} more; --json lists all`] : [];
  if (open === 0) return [...agreed, ...listed, ...more];
  return [
    ...agreed,
    `${pc.red('✗')} ${schema}: ${formatCount(open)} events lie in Kafka that the database has lost`,
    ...listed,
    ...more,
    `  → enter them again, and let consumers pass over what is lost: motcua relay settle ${schema}`,
  ];
}

const toLine = ({ topic, key, version, type, eventId, occurredAt, recordedAt, settledAt }: LostEvent): string => {
  const what = [key, version === null ? (eventId ?? '') : `version ${version}`, type ?? ''].filter((part) => part !== '');
  const when = `occurred ${occurredAt ?? '?'}${recordedAt === null ? '' : `, recorded ${recordedAt}`}`;
  return `  ${topic}  ${what.join('  ')}  ${when}${settledAt === null ? '' : `, settled ${settledAt}`}`;
};
