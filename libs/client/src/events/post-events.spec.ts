import { toDossierEventType, type EventsReceipt, type LegacyEvent } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import type { GatewayClient, GatewayRequest } from '../gateway/gateway-client.ts';
import { postEvents } from './post-events.ts';

const toEvent = (_: unknown, index: number): LegacyEvent => ({
  specversion: '1.0',
  id: String(index + 1),
  source: 'urn:legacy',
  type: toDossierEventType('processed'),
  time: '2022-03-01T10:00:00+07:00',
  data: { sourceCode: String(index + 1) },
});

/** Refuses every second event as the service does: a thousand are named, the rest counted. */
function createService({ counts }: { readonly counts: boolean }) {
  const known = new Set<string>();
  const posts: number[] = [];
  const request = (_path: string, { body }: GatewayRequest = {}): Promise<EventsReceipt> => {
    const events = String(body)
      .split('\n')
      .map((line, index) => ({ line: index + 1, id: (JSON.parse(line) as LegacyEvent).id }));
    posts.push(events.length);
    const taken = events.filter(({ id }) => Number(id) % 2 === 0);
    const refused = events.filter(({ id }) => Number(id) % 2 === 1).map((event) => ({ ...event, code: 'x', message: 'x' }));
    const fresh = taken.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    return Promise.resolve({
      accepted: fresh.length,
      alreadyThere: taken.length - fresh.length,
      refused: refused.slice(0, 1_000),
      ...(counts ? { refusedCount: refused.length } : {}),
      dossiers: fresh.length,
      position: null,
    });
  };
  const client: GatewayClient = { request, fetch: () => Promise.reject(new Error('not asked')) };
  return { client, posts };
}

describe('postEvents', () => {
  it('names every refused event although a receipt does not', async () => {
    const { client, posts } = createService({ counts: true });
    const receipt = await postEvents(client, Array.from({ length: 2_600 }, toEvent), 'session');
    expect(receipt).toMatchObject({ accepted: 1_300, alreadyThere: 0, refusedCount: 1_300, dossiers: 1_300 });
    expect(receipt.refused.map(({ line, id }) => [line, id])).toEqual(
      Array.from({ length: 1_300 }, (_, index) => [index * 2 + 1, String(index * 2 + 1)]),
    );
    expect(posts).toEqual([2_600, 1_000, 1_000, 600]);
  });

  it('asks once where all are named, also of a service that does not count them', async () => {
    const { client, posts } = createService({ counts: false });
    expect((await postEvents(client, Array.from({ length: 1_800 }, toEvent), 'session')).refused).toHaveLength(900);
    expect(posts).toEqual([1_800]);
  });
});
