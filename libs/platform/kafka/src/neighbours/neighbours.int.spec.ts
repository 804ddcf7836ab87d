import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestDatabase,
  createTestTopic,
  FaultProxy,
  getTestKafkaBrokers,
  uniqueName,
  waitFor,
  type TestDatabase,
} from '@motcua/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { ConsumerHandlers, ConsumerPort, KafkaClientPort, TopicPartition } from '../client/kafka-client.port.ts';
import { silentLog } from '../client/transport-log.ts';
import { createKafkajsClient } from '../kafkajs/create-kafkajs-client.ts';
import { createBreakableNetwork, type BreakableNetwork } from '../testing/breakable-network.fixture.ts';
import { Neighbours, type NeighboursOptions } from './neighbours.ts';

const brokers = getTestKafkaBrokers().split(',');
const partitions = 4;
let database: TestDatabase;
let admin: KafkaClientPort;
let groupId: string;
let topic: string;
let members: Member[] = [];

/** A member of the group as a process is one: what it has of Kafka and of the database ends together, or apart. */
interface Member {
  readonly neighbours: Neighbours;
  readonly proxy: FaultProxy;
  readonly network: BreakableNetwork;
  readonly consumer: ConsumerPort;
  readonly client: KafkaClientPort;
  owned: readonly TopicPartition[];
}

beforeAll(async () => {
  database = await createTestDatabase();
  admin = createKafkajsClient({ brokers, clientId: 'neighbours-spec' });
});
afterEach(async () => {
  for (const { network } of members) network.mend();
  await Promise.all(members.map(({ consumer }) => consumer.stop()));
  for (const { neighbours, proxy, client } of members) {
    await neighbours.stop();
    await proxy.close();
    await client.close();
  }
  members = [];
});
afterAll(async () => {
  await admin.close();
  await database.drop();
});

async function startGroup(count: number, { lookEveryMs }: Pick<NeighboursOptions, 'lookEveryMs'> = {}): Promise<Member[]> {
  groupId = uniqueName('neighbours');
  topic = await createTestTopic({ partitions });
  const started: Member[] = [];
  for (let index = 0; index < count; index += 1) started.push(await join({ lookEveryMs }));
  await untilShared(started);
  await waitFor(() => started.every(({ neighbours }) => neighbours.seen.present === count - 1), {
    describe: 'each to have seen the others',
  });
  return started;
}

async function join({ lookEveryMs = 250 } = {}): Promise<Member> {
  const { proxy, url } = await FaultProxy.before(database.url);
  const network = createBreakableNetwork();
  const client = createKafkajsClient({ brokers, clientId: 'neighbour', socketFactory: network.socketFactory });
  const neighbours = new Neighbours({ url, name: 'spec', admin: client.admin, log: silentLog, lookEveryMs });
  neighbours.start();
  await neighbours.beforeJoin(groupId);
  const consumer = client.createConsumer({ groupId, topics: [topic], instance: neighbours.instance });
  const member: Member = { neighbours, proxy, network, client, consumer, owned: [] };
  members.push(member);
  const handlers: ConsumerHandlers = {
    onAssigned: (assigned) => {
      member.owned = assigned;
      neighbours.noteJoin(groupId);
      return Promise.resolve(assigned.map((partition) => ({ ...partition, offset: 0n })));
    },
    onBatch: () => Promise.resolve(),
    onPassedOver: () => undefined,
    onOffsetOutOfRange: () => undefined,
    onCrash: () => undefined,
  };
  await consumer.start(handlers);
  return member;
}

async function untilShared(of: readonly Member[]): Promise<void> {
  const share = partitions / of.length;
  await waitFor(() => of.every(({ owned }) => owned.length >= Math.floor(share)), { describe: 'shares' });
}

/** Enough looks to take a member out that they do not see, and some more. */
async function letLook({ neighbours }: Member): Promise<void> {
  const { looks } = neighbours.seen;
  await waitFor(() => neighbours.seen.looks >= looks + 5, { describe: 'five looks at the others' });
}

function die({ network, proxy }: Member): void {
  network.cut();
  proxy.refuse();
}

/** Sessions that hold the lock of their instance. */
async function listHolders(): Promise<number[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY pid`,
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}

const isAnew = (holders: readonly number[], former: readonly number[]): boolean =>
  holders.length === former.length && holders.some((pid) => !former.includes(pid));

/** Every session of the database but the asking one. */
async function endSessions(): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
}

const listMemberIds = async (): Promise<string[]> =>
  (await admin.admin.listMembers(groupId)).map(({ memberId }) => memberId).toSorted();
const countDismissed = (of: readonly Member[]): number =>
  of.reduce((sum, { neighbours }) => sum + (neighbours.dismissed.get(groupId) ?? 0), 0);

describe('neighbours', () => {
  it('take one that has died out of the group, one of them does, and share what it had', async () => {
    const [dead, ...others] = (await startGroup(3)) as [Member, Member, Member];
    die(dead);
    await untilSharedBy(others);
    // And not by Kafka, whose session time-out would have shared it too.
    expect(countDismissed(others)).toBe(1);
  }, 60_000);

  it('let one live that is back later than they are where the server has ended all sessions', async () => {
    const [late, other] = (await startGroup(2)) as [Member, Member];
    const before = await listMemberIds();
    late.proxy.refuse();
    await endSessions();
    await letLook(other);
    expect(await listMemberIds()).toEqual(before);
    expect(countDismissed([other])).toBe(0);
    // And it is watched again, once it is seen to be there.
    late.proxy.open(new URL(database.url).host);
    await waitFor(() => other.neighbours.seen.present === 1, { describe: 'it to be seen again' });
    die(late);
    await waitFor(() => other.owned.length === partitions, { describe: 'the other to have all' });
    expect(countDismissed([other])).toBe(1);
  }, 60_000);

  it('let one live whose connection is cut and that is back at once', async () => {
    // At once is between two looks: so far apart that a busy server makes the connection anew meanwhile.
    const [cut, other] = (await startGroup(2, { lookEveryMs: 3_000 })) as [Member, Member];
    const before = await listMemberIds();
    for (let times = 0; times < 3; times += 1) {
      const former = await listHolders();
      cut.proxy.cut();
      await waitFor(async () => isAnew(await listHolders(), former), { describe: 'it to hold its lock again' });
      const { looks } = other.neighbours.seen;
      await waitFor(() => other.neighbours.seen.looks > looks, { describe: 'the other to look' });
    }
    expect(await listMemberIds()).toEqual(before);
    expect(countDismissed([other])).toBe(0);
  }, 60_000);

  it('take one out once that has no database for long, and not again when it is back without', async () => {
    const [cut, other] = (await startGroup(2)) as [Member, Member];
    const before = await listMemberIds();
    cut.proxy.refuse();
    await waitFor(() => countDismissed([other]) === 1, { describe: 'it to be taken out' });
    await waitFor(async () => (await listMemberIds()).length === 2, { describe: 'it to be back' });
    await untilShared([cut, other]);
    await letLook(other);
    expect(countDismissed([other])).toBe(1);
    expect(await listMemberIds()).not.toEqual(before);
  }, 60_000);

  it('are looked at before one joins, so that it waits for no dead predecessor', async () => {
    const [dead] = (await startGroup(1)) as [Member];
    die(dead);
    const next = await join();
    await waitFor(() => next.owned.length === partitions, { describe: 'the next to have all' });
    expect(countDismissed([next])).toBe(1);
  }, 60_000);

  it('ask the database nothing while there are none', async () => {
    await startGroup(1);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const asked = async (): Promise<unknown> =>
      (
        await client.query(
          "SELECT query_start FROM pg_stat_activity WHERE application_name = 'presence spec' AND datname = current_database()",
        )
      ).rows;
    const before = await asked();
    // eslint-disable-next-line no-restricted-syntax -- nothing is to happen, and nothing comes behind it
    await delay(1_500);
    expect(await asked()).toEqual(before);
    await client.end();
  }, 60_000);
});

async function untilSharedBy(others: readonly Member[]): Promise<void> {
  const isShared = (): boolean => others.reduce((sum, { owned }) => sum + owned.length, 0) === partitions;
  await waitFor(isShared, { describe: 'all partitions to be shared anew' });
}
