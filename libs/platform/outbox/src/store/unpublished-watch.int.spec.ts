import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toTransaction } from '@motcua/postgres';
import { waitFor } from '@motcua/testing';
import { OutboxFixture } from '../testing/outbox-fixture.ts';
import { UnpublishedWatch } from './unpublished-watch.ts';

let outbox: OutboxFixture;
let nowMs = 0;
let watch: UnpublishedWatch;
beforeEach(async () => {
  outbox = await OutboxFixture.create();
  nowMs = 0;
  watch = new UnpublishedWatch({
    database: toTransaction(outbox.pool),
    schema: 'public',
    name: 'events',
    table: 'public.event',
    nowMs: () => nowMs,
  });
});
afterEach(() => outbox.close());

/** Moves the relay's cursor to where so many events are published, as a relay does. */
async function publish(events: number): Promise<void> {
  await outbox.pool.query(
    `INSERT INTO relay_cursor (relay, store_id, epoch, xid, position, acknowledged)
     SELECT 'events', 'spec', 1, xid, position, '{}' FROM event ORDER BY event.xid, position OFFSET $1 LIMIT 1
     ON CONFLICT (relay) DO UPDATE SET xid = excluded.xid, position = excluded.position`,
    [events - 1],
  );
}

describe('the age of the oldest unpublished event', () => {
  it('is none where nothing waits, also before the relay has ever run', async () => {
    await watch.look();
    nowMs = 9_000;
    expect(watch.oldestMs).toBe(0);
  });

  it('grows from when it was seen first, and goes over to the next that waits when it is published', async () => {
    await outbox.append('a');
    await watch.look();
    nowMs = 5_000;
    await outbox.append('b');
    await watch.look();
    nowMs = 20_000;
    await outbox.append('c');
    await watch.look();
    expect(watch.oldestMs).toBe(20_000);
    await publish(1);
    await watch.look();
    nowMs = 21_000;
    expect(watch.oldestMs).toBe(16_000);
    await publish(3);
    await watch.look();
    expect(watch.oldestMs).toBe(0);
    nowMs = 90_000;
    expect(watch.oldestMs).toBe(0);
  });

  it('grows for a committed event that an older transaction holds back', async () => {
    outbox.createRelay();
    await outbox.append('open', async () => {
      await outbox.append('held-back');
      await watch.look();
      nowMs = 7_000;
      await watch.look();
      expect(watch.oldestMs).toBe(7_000);
    });
    await waitFor(() => outbox.seen.length === 2, { describe: 'both published' });
    await waitFor(async () => watch.look().then(() => watch.oldestMs === 0), { describe: 'nothing to wait' });
  });

  it('stays the age of the oldest through more looks than are kept', async () => {
    await outbox.append('a');
    await watch.look();
    for (let look = 1; look <= 1_100; look += 1) {
      // As each look finds one more event.
      await outbox.pool.query("INSERT INTO event (key, version, body) VALUES ('more', $1, '{}')", [look]);
      nowMs += 5_000;
      await watch.look();
    }
    expect(watch.oldestMs).toBe(1_100 * 5_000);
  }, 60_000);
});
