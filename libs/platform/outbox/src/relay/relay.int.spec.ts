import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProducerPort } from '@motcua/kafka';
import { toTransaction } from '@motcua/postgres';
import { waitFor } from '@motcua/testing';
import { Client } from 'pg';
import { adoptStore, findRelayCursor, type Relay } from '../index.ts';
import { OutboxFixture } from '../testing/outbox-fixture.ts';

let outbox: OutboxFixture;
beforeEach(async () => {
  outbox = await OutboxFixture.create();
});
afterEach(() => outbox.close());

const keys = Array.from({ length: 10 }, (_, index) => `dossier-${index}`);

/** Eight writers at once, each picking dossiers at random and committing early or late. */
async function write(events: number): Promise<void> {
  const each = Math.ceil(events / 8);
  const writer = async () => {
    for (let n = 0; n < each; n += 1) {
      const key = keys[Math.floor(Math.random() * keys.length)] ?? 'dossier-0';
      await outbox.append(key, (transaction) => transaction.query('SELECT pg_sleep(random() * 0.004)'));
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

async function everythingArrives(): Promise<void> {
  const expected = await outbox.expected();
  const total = [...expected.values()].flat().length;
  await waitFor(() => [...outbox.firstOccurrences().values()].flat().length >= total, {
    describe: `${total} events`,
    timeoutMs: 20_000,
  });
  expect(outbox.firstOccurrences()).toEqual(expected);
}

const appended = (key: string) => waitFor(() => outbox.seen.some((seen) => seen.key === key), { describe: `${key} in Kafka` });

describe('the relay', () => {
  it('publishes everything of concurrent writers, each dossier in order, nothing twice', async () => {
    outbox.createRelay();
    await write(800);
    await everythingArrives();
    expect(outbox.seen).toHaveLength([...(await outbox.expected()).values()].flat().length);
  });

  it('loses nothing when it is cut off again and again between sending and remembering', async () => {
    let sends = 0;
    const fragile: Pick<ProducerPort, 'send'> = {
      send: async (topic, records) => {
        const bases = await outbox.producer.send(topic, records);
        if (++sends % 5 === 0) await outbox.cutOffRelays();
        return bases;
      },
    };
    outbox.createRelay({ producer: fragile, batchSize: 20 });
    await write(400);
    await everythingArrives();
    expect(sends).toBeGreaterThan(5);
  });

  it('sends again what Kafka refused', async () => {
    let sends = 0;
    const failing: Pick<ProducerPort, 'send'> = {
      send: (topic, records) =>
        ++sends % 2 === 1 ? Promise.reject(new Error('broker away')) : outbox.producer.send(topic, records),
    };
    outbox.createRelay({ producer: failing });
    await write(80);
    await everythingArrives();
  });

  it('has one active of two, and the other takes over', async () => {
    const [first, second] = [outbox.createRelay(), outbox.createRelay()];
    await waitFor(
      () =>
        [first, second]
          .map((relay) => relay.status().state)
          .sort()
          .join() === 'active,standby',
      { describe: 'one active' },
    );
    const writing = write(400);
    const active = first.status().state === 'active' ? first : second;
    await active.stop();
    await writing;
    await everythingArrives();
    expect([first, second].map((relay) => relay.healthReport().ready).sort()).toEqual([false, true]);
  });

  it('begins a new term though others wrote its records into the topic again, and goes on behind them', async () => {
    const first = outbox.createRelay();
    await write(40);
    await everythingArrives();
    await first.stop();
    const arrived = outbox.seen.length;
    // Without a relay's headers: nobody knows whose they are.
    const copies = outbox.seen.map(({ key, version }) => ({ key, value: JSON.stringify({ key, version }) }));
    await outbox.producer.send(outbox.topic, copies);
    await waitFor(() => outbox.seen.length === arrived + copies.length, { describe: 'the copies' });
    const second = outbox.createRelay();
    await outbox.append('afterwards');
    await appended('afterwards');
    await waitFor(() => second.status().state === 'active', { describe: 'active' });
    await everythingArrives();
    expect(outbox.seen).toHaveLength(arrived + copies.length + 1);
  });

  it('is not harmed by a predecessor that was thought dead and sends late', async () => {
    let wakeUp: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (wakeUp = resolve));
    let sends = 0;
    const slow: Pick<ProducerPort, 'send'> = {
      send: async (topic, records) => {
        sends += 1;
        // Once: whichever of the two has the lock next is not asleep.
        if (sends === 1) await asleep;
        return outbox.producer.send(topic, records);
      },
    };
    outbox.createRelay({ producer: slow, batchSize: 5 });
    await write(40);
    await waitFor(() => sends === 1, { describe: 'the first send' });
    await outbox.cutOffRelays();
    outbox.createRelay();
    await everythingArrives();
    const arrived = outbox.seen.length;
    // It moves after Kafka has acknowledged, which may be after we have read what was sent.
    const reached = await waitFor(
      async () => {
        const cursor = await findRelayCursor(toTransaction(outbox.pool), 'public', 'events');
        return cursor === undefined || cursor.position === '0' ? undefined : cursor;
      },
      { describe: 'the cursor to move' },
    );

    wakeUp();
    await waitFor(() => outbox.seen.length > arrived, { describe: 'what the predecessor still sent' });
    await outbox.append('afterwards');
    await everythingArrives();
    const now = await findRelayCursor(toTransaction(outbox.pool), 'public', 'events');
    expect(BigInt(now?.position ?? 0)).toBeGreaterThanOrEqual(BigInt(reached.position));
  });

  it('waits for a long foreign transaction, says so, and loses nothing', async () => {
    const relay = outbox.createRelay({ longTransactionMs: 300 });
    const foreign = new Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] });
    await foreign.connect();
    await foreign.query('BEGIN');
    await foreign.query('SELECT pg_current_xact_id()');
    await outbox.append('held-back');
    await waitFor(() => relay.status().warning !== undefined, { describe: 'a warning' });
    expect(relay.status().warning).toMatch(/write transaction \(xid \d+\) has been open for \d+ s/);
    expect(relay.healthReport()).toMatchObject({ ready: true });
    expect(outbox.seen).toEqual([]);
    await foreign.query('COMMIT');
    await foreign.end();
    await everythingArrives();
    await waitFor(() => relay.status().warning === undefined, { describe: 'the end of the warning' });
  });

  describe('that looks by itself only once a minute', () => {
    const idle = { idlePollMs: 60_000 };
    const isIdle = async (relay: Relay) => {
      await waitFor(() => relay.status().state === 'active', { describe: 'active' });
      await outbox.append('first');
      relay.wake();
      await appended('first');
    };

    it('publishes each event at once when it is woken after the commit', async () => {
      const relay = outbox.createRelay(idle);
      await isIdle(relay);
      for (let n = 0; n < 30; n += 1) {
        await outbox.append(`woken-${n}`);
        relay.wake();
        await appended(`woken-${n}`);
      }
    });

    it('is woken by a standby in another process', async () => {
      const relays = [outbox.createRelay(idle), outbox.createRelay(idle)];
      await waitFor(() => relays.some((relay) => relay.status().state === 'standby'), { describe: 'a standby' });
      const standby = relays.find((relay) => relay.status().state === 'standby');
      const active = relays.find((relay) => relay !== standby);
      if (active === undefined) throw new Error('two standbys');
      await isIdle(active);
      for (let n = 0; n < 5; n += 1) {
        await outbox.append(`told-${n}`);
        standby?.wake();
        await appended(`told-${n}`);
      }
    });

    it('publishes what waited for an older transaction as soon as that ends', async () => {
      const relay = outbox.createRelay(idle);
      await isIdle(relay);
      const foreign = new Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] });
      await foreign.connect();
      await foreign.query('BEGIN');
      await foreign.query('SELECT pg_current_xact_id()');
      await outbox.append('hidden');
      relay.wake();
      await waitFor(() => relay.status().oldestWriteTransactionMs > 0, { describe: 'a look that finds it hidden' });
      expect(outbox.seen.some(({ key }) => key === 'hidden')).toBe(false);
      await foreign.query('COMMIT');
      await foreign.end();
      await appended('hidden');
    });
  });

  it('keeps publishing after a wake, and stops within its turn', async () => {
    const relay = outbox.createRelay();
    await waitFor(() => relay.status().state === 'active', { describe: 'active' });
    await outbox.append('woken');
    relay.wake();
    await appended('woken');
    await relay.stop();
    expect(relay.status()).toMatchObject({ state: 'stopped', published: 1, epoch: '1' });
  });
});

describe('a relay in a restored store', () => {
  async function publishOne(): Promise<void> {
    const relay = outbox.createRelay();
    await outbox.append('before');
    await appended('before');
    await relay.stop();
  }
  const isHalted = async () => {
    const relay = outbox.createRelay({ adoptCommand: 'motcua relay adopt spec' });
    await waitFor(() => relay.status().state === 'halted', { describe: 'halted' });
    return relay.healthReport();
  };

  it('stops when its cursor lies beyond the transactions given out, and publishes all when adopted', async () => {
    await publishOne();
    await outbox.pool.query("UPDATE relay_cursor SET xid = '900000000000'");
    await outbox.append('after');
    const report = await isHalted();
    expect(report).toMatchObject({
      ready: false,
      reason: expect.stringMatching(/cursor stands at transaction 900000000000.*"motcua relay adopt spec"/),
    });
    expect(outbox.seen.map(({ key }) => key)).toEqual(['before']);

    expect(await adoptStore(outbox.pool, 'public')).toMatchObject({ events: 2 });
    outbox.createRelay();
    await everythingArrives();
  });

  it('has every event table of its schema adopted, whichever relay asked for it', async () => {
    await outbox.pool.query(`CREATE TABLE rating (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(), key text NOT NULL, body text NOT NULL);
      CREATE TABLE audit_entry (position bigint PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id());
      INSERT INTO audit_entry VALUES (1, '900000000000');
      INSERT INTO rating (key, body) VALUES ('rated', '{"key":"rated","version":1}');
      UPDATE rating SET xid = '900000000000'`);
    const rating = { name: 'ratings', table: 'public.rating' };
    await publishOne();
    const halted = outbox.createRelay(rating);
    await waitFor(() => halted.status().state === 'halted', { describe: 'halted' });
    expect(await adoptStore(outbox.pool, 'public')).toMatchObject({ events: 2, tables: ['event', 'rating'] });
    const relay = outbox.createRelay(rating);
    await appended('rated');
    expect(relay.status().state).toBe('active');
    expect((await outbox.pool.query('SELECT xid FROM audit_entry')).rows).toEqual([{ xid: '900000000000' }]);
  });

  it('stops when events come from another counting of transactions', async () => {
    await publishOne();
    await outbox.pool.query("UPDATE event SET xid = '900000000000'");
    expect((await isHalted()).reason).toMatch(/event table holds transaction 900000000000/);
  });

  it('stops in another store', async () => {
    await publishOne();
    await outbox.pool.query('UPDATE store_identity SET store_id = gen_random_uuid()');
    expect((await isHalted()).reason).toMatch(/written for store .* this is store/);
  });
});

describe('a log that lost its end', () => {
  const rewindTo = async (positions: string[]) => {
    const { rows } = await outbox.pool.query<{ acknowledged: Record<string, Record<string, string>> }>(
      'SELECT acknowledged FROM relay_cursor',
    );
    const partitions = Object.keys(rows[0]?.acknowledged[outbox.topic] ?? {});
    const beyond = { [outbox.topic]: Object.fromEntries(partitions.map((partition) => [partition, '1000'])) };
    await outbox.pool.query('UPDATE relay_cursor SET acknowledged = $1', [beyond]);
    await outbox.pool.query('DELETE FROM relay_checkpoint WHERE NOT (position::text = ANY($1))', [positions]);
  };

  it('gets the events since the last place it still has again', async () => {
    const first = outbox.createRelay();
    await outbox.append('one');
    await appended('one');
    await first.stop();
    await rewindTo(['1']);
    outbox.createRelay();
    await outbox.append('two');
    await appended('two');
    expect(outbox.seen.map(({ key }) => key)).toEqual(['one', 'two']);
  });

  it('gets everything again when no such place is known', async () => {
    const first = outbox.createRelay();
    await outbox.append('one');
    await appended('one');
    await first.stop();
    await rewindTo([]);
    outbox.createRelay();
    await waitFor(() => outbox.seen.length === 2, { describe: 'the event again' });
    await everythingArrives();
  });
});
