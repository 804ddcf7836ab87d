import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxItem, InboxMessage, InboxPage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createParser } from 'eventsource-parser';
import { createAlert } from '../../testing/events.builder.ts';
import { runNotification, type NotificationInstance, type RunningNotification } from '../../testing/notification-service.ts';
import { shippedRules } from '../../testing/shipped-rules.ts';
import { createMember } from '../../testing/staff.builder.ts';

let fixture: RunningNotification;
let other: NotificationInstance;
beforeAll(async () => {
  const readers = ['an', 'binh', 'chi', 'dung'];
  const staff = Object.fromEntries(
    readers.map((id) => [id, createMember('xa-a', 'specialist', { language: id === 'binh' ? 'en' : 'vi' })]),
  );
  const rules = shippedRules.filter(({ id }) => id === 'breached.specialist');
  fixture = await runNotification({ rules, staff }, { environment: { BURST_SIZE: '1000' }, others: 1 });
  other = fixture.others[0]!;
}, 90_000);
afterAll(() => fixture.close(), 60_000);

const as = (sub: string) => ({ role: 'specialist', unit: 'xa-a', sub }) as const;
const alert = (officer: string, count = 1): Promise<void> =>
  fixture.publish(
    'slaEvents',
    Array.from({ length: count }, () => createAlert('breached', { officer, tell: ['specialist'] })),
  );
const inboxOf = async (sub: string, query = ''): Promise<InboxPage> =>
  (await fixture.call<InboxPage>(fixture.service, `/v1/inbox${query}`, { as: as(sub) })).body;
const until = (sub: string, unread: number): Promise<InboxPage> =>
  waitFor(
    async () => {
      const page = await inboxOf(sub);
      return page.unread === unread && page;
    },
    { describe: `${String(unread)} unread of ${sub}` },
  );

describe('an inbox', () => {
  it('shows one’s own notices, in one’s own language, and to nobody else', async () => {
    await alert('an');
    await alert('binh');
    const [vietnamese] = (await until('an', 1)).items;
    const [english] = (await until('binh', 1)).items;
    expect(vietnamese).toMatchObject({ title: 'Quá hạn: hồ sơ H44.32-261123-0007', readAt: null, members: 0 });
    expect(english).toMatchObject({ title: 'Overdue: dossier H44.32-261123-0007' });
    const stolen = await fixture.call(fixture.service, `/v1/inbox/${String(english?.id)}/read`, { method: 'POST', as: as('an') });
    expect(stolen.status).toBe(404);
  });

  it('is read once: what was read stays read, with its time', async () => {
    await alert('an');
    const { items } = await until('an', 2);
    const read = () =>
      fixture.call<InboxItem>(fixture.service, `/v1/inbox/${items[0]!.id}/read`, { method: 'POST', as: as('an') });
    const first = await read();
    expect(first.body.readAt).not.toBeNull();
    expect((await read()).body.readAt).toBe(first.body.readAt);
    expect((await inboxOf('an', '?unread=true')).items.map(({ id }) => id)).toEqual([items[1]!.id]);
    expect(await fixture.call(fixture.service, '/v1/inbox/read-all', { method: 'POST', as: as('an') })).toMatchObject({
      body: { read: 1 },
    });
    expect(await inboxOf('an', '?unread=true')).toMatchObject({ unread: 0, items: [] });
  });

  it('comes in pages, newest first', async () => {
    await alert('chi', 5);
    const { items } = await until('chi', 5);
    const first = await inboxOf('chi', '?limit=3');
    const second = await inboxOf('chi', `?limit=3&cursor=${String(first.next)}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(second.next).toBeNull();
  });
});

interface Received {
  readonly id: string | undefined;
  readonly message: InboxMessage;
}

async function openLive(instance: NotificationInstance, sub: string, lastId?: string) {
  const abort = new AbortController();
  const response = await fetch(`${instance.url}/v1/inbox/live`, {
    headers: {
      authorization: `Bearer ${await fixture.issuer.token(as(sub))}`,
      ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
    },
    signal: abort.signal,
  });
  const received: Received[] = [];
  const parser = createParser({
    onEvent: ({ id, data }) => received.push({ id, message: JSON.parse(data) as InboxMessage }),
  });
  const pump = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
  };
  const ended = pump().catch(() => undefined);
  return {
    received,
    items: () => received.flatMap(({ message }) => message.items),
    close: async () => {
      abort.abort();
      await ended;
    },
  };
}

describe('a live inbox', () => {
  it('brings what comes in to every instance, once, and goes on after a break without a gap', async () => {
    const streams = [await openLive(fixture.service, 'dung'), await openLive(other, 'dung')];
    for (const stream of streams) await waitFor(() => stream.received.length > 0, { describe: 'the state at the beginning' });
    expect(streams.map(({ received }) => received[0]?.message)).toEqual([
      { unread: 0, items: [] },
      { unread: 0, items: [] },
    ]);
    await alert('dung', 3);
    for (const stream of streams) await waitFor(() => stream.items().length === 3, { describe: 'three items' });
    const seen = streams[0]!.received.at(-1)?.id;
    await Promise.all(streams.map((stream) => stream.close()));

    await alert('dung', 4);
    await until('dung', 7);
    const resumed = await openLive(other, 'dung', seen);
    await waitFor(() => resumed.items().length >= 4, { describe: 'what came in meanwhile' });
    await alert('dung', 1);
    await waitFor(() => resumed.items().length >= 5, { describe: 'what comes in after it' });
    const ids = [...streams[0]!.items(), ...resumed.items()].map(({ id }) => id);
    expect(ids).toEqual((await inboxOf('dung')).items.map(({ id }) => id).toReversed());
    expect(resumed.received.at(-1)?.message.unread).toBe(8);
    await resumed.close();
  });

  it('is notified when something is read elsewhere', async () => {
    const stream = await openLive(fixture.service, 'dung');
    await waitFor(() => stream.received[0]?.message.unread === 8, { describe: 'the state' });
    await fixture.call(other, '/v1/inbox/read-all', { method: 'POST', as: as('dung') });
    await waitFor(() => stream.received.at(-1)?.message.unread === 0, { describe: 'nothing to be unread' });
    await stream.close();
  });
});
