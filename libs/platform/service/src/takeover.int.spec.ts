import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { topics } from '@motcua/contracts';
import { createKafkajsClient, type ProducerPort } from '@motcua/kafka';
import { getTestKafkaBrokers, OwnPostgres, testRolePassword, uniqueName, waitFor } from '@motcua/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'pg';
import { LedgerProcess } from './testing/ledger-process.fixture.ts';
import { migrateLedger, role } from './testing/ledger-service.fixture.ts';
import { toTestTopicNames, type TopicNames } from './topics/topic-names.ts';

const brokers = getTestKafkaBrokers();
const client = createKafkajsClient({ brokers: brokers.split(','), clientId: 'takeover-spec' });
const { partitions } = topics.dossierEvents;
const takenOut = 'a member that had died was taken out of its group';
let issuer: TestIssuer;
let producer: ProducerPort;
/** A server of its own, to be restarted. */
let postgres: OwnPostgres;
let pool: Pool;
let topicNames: TopicNames;
let members: LedgerProcess[] = [];

beforeAll(async () => {
  issuer = await createTestIssuer();
  producer = client.createProducer();
  postgres = await OwnPostgres.start(async (url) => {
    await migrateLedger(url, testRolePassword);
  });
  pool = new Pool({ connectionString: postgres.url, max: 2 });
  pool.on('error', () => undefined);
}, 60_000);
afterEach(async () => {
  await Promise.all(members.map((member) => member.kill()));
  members = [];
  await pool.query('TRUNCATE ledger.entry');
});
afterAll(async () => {
  await pool.end();
  await postgres.close();
  await producer.close();
  await client.close();
  await issuer.close();
}, 30_000);

async function start(): Promise<LedgerProcess> {
  const url = new URL(postgres.url);
  [url.username, url.password] = [role, testRolePassword];
  const member = LedgerProcess.spawn({ databaseUrl: url.href, brokers, topicNames, jwks: issuer.jwks });
  members.push(member);
  await member.untilReady();
  return member;
}

/** Members that share the log, as one. */
async function startTogether(count: number): Promise<LedgerProcess[]> {
  topicNames = toTestTopicNames(uniqueName('takeover'));
  const started = await Promise.all(Array.from({ length: count }, () => start()));
  await waitFor(async () => (await listShares(started)).every((share) => share >= Math.floor(partitions / count)), {
    describe: 'each to have its share',
    timeoutMs: 60_000,
  });
  return started;
}

/** Partitions of each. */
async function listShares(of: readonly LedgerProcess[]): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT split_part(owner, ':', 2)::int AS pid FROM ledger.consumer_offset WHERE topic = $1",
    [topicNames.dossierEvents],
  );
  return of.map((member) => rows.filter(({ pid }) => pid === member.pid).length);
}

/** One event into each partition. */
async function publish(text: string): Promise<void> {
  const records = Array.from({ length: partitions }, (_, partition) => ({ key: text, value: text, partition }));
  await producer.send(topicNames.dossierEvents, records);
}

async function countEntries(text: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM ledger.entry WHERE text = $1', [text]);
  return rows[0]?.count ?? 0;
}

const untilApplied = (text: string): Promise<boolean> =>
  waitFor(async () => (await countEntries(text)) === partitions, { describe: `${text} to be applied`, timeoutMs: 60_000 });

/** A line, which may come after what it tells of. Kafka, whose session time-out would free the partitions too, writes none. */
const untilTakenOut = (): Promise<boolean> => waitFor(() => countTakenOut() > 0, { describe: 'the line about it' });

/** In their sessions after the restart. */
async function haveLooked(): Promise<boolean> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE application_name LIKE 'presence %' AND query_start > backend_start + interval '2 s'`,
  );
  return rows[0]?.count === 2;
}

const countTakenOut = (): number => members.reduce((sum, member) => sum + member.countLines(takenOut), 0);

describe('instances of a service', () => {
  it('take over from one that is killed, before Kafka would have it so', async () => {
    const [killed, other] = (await startTogether(2)) as [LedgerProcess, LedgerProcess];
    await killed.kill();
    await publish('behind');
    await untilApplied('behind');
    expect(await listShares([other])).toEqual([partitions]);
    await untilTakenOut();
  }, 240_000);

  it('take one out of the group once, however many see it die', async () => {
    const [killed] = await startTogether(3);
    await killed?.kill();
    await publish('behind');
    await untilApplied('behind');
    await untilTakenOut();
    // Who comes second has looked by the time the others have been at work for a while.
    await publish('later');
    await untilApplied('later');
    expect(countTakenOut()).toBe(1);
  }, 240_000);

  it('read on, before Kafka would have it so, where the only one is killed and comes again', async () => {
    const [killed] = await startTogether(1);
    await killed?.kill();
    await publish('meanwhile');
    const next = start();
    await untilApplied('meanwhile');
    await untilTakenOut();
    await next;
  }, 240_000);

  it('let one live that is stopped for a while', async () => {
    const [stopped] = await startTogether(2);
    stopped?.signal('SIGSTOP');
    // eslint-disable-next-line no-restricted-syntax -- it stands still for so long, which is the point: others have looked often by then
    await delay(10_000);
    stopped?.signal('SIGCONT');
    await publish('after');
    await untilApplied('after');
    expect(countTakenOut()).toBe(0);
  }, 240_000);

  it('let each other live where the database is restarted', async () => {
    await startTogether(2);
    await postgres.restart();
    await publish('after');
    await untilApplied('after');
    await waitFor(haveLooked, { describe: 'both to have looked at each other for a while' });
    expect(countTakenOut()).toBe(0);
  }, 240_000);
});
