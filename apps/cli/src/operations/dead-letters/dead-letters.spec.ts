import { describe, expect, it } from '@jest/globals';
import type { GatewayClient } from '@motcua/client';
import { getDeadLetter, listDeadLetters, resolveDeadLetter } from './dead-letter-client.ts';
import { parseReference, toReference } from './dead-letter-place.ts';

const letter = (id: string, parkedAt: string) => ({
  id,
  projection: 'p',
  topic: 'sla.events.v1',
  partition: 0,
  offset: '1',
  key: null,
  reason: 'malformed',
  step: 'parse',
  status: 'parked',
  publishedAt: parkedAt,
  parkedAt,
  attempts: 1,
  lastError: null,
  resolvedAt: null,
  resolvedBy: null,
});

/** Each service has one, parked in this order: digitization, notification, sla, kpi. */
function createGateway() {
  const asked: string[] = [];
  const parked = [
    ['/v1/digitization/dlq', letter('1', '2026-11-25T00:30:00.000Z')],
    ['/v1/notification/dlq', letter('1', '2026-11-25T01:00:00.000Z')],
    ['/v1/sla/dlq', letter('1', '2026-11-25T02:00:00.000Z')],
    ['/v1/dlq', letter('1', '2026-11-25T03:00:00.000Z')],
  ] as const;
  const request: GatewayClient['request'] = (path, { method = 'GET' } = {}) => {
    asked.push(`${method} ${path}`);
    const [, one] = parked.find(([base]) => path.startsWith(base)) ?? [];
    return Promise.resolve(path.endsWith('dlq') ? { deadLetters: [one], next: null } : { ...one, payload: null, headers: {} });
  };
  return { asked, client: { request, fetch: () => Promise.reject(new Error('not asked')) } };
}

describe('dead letters', () => {
  it('are listed of all services, the newest first, each with an id that names its service', async () => {
    const { client } = createGateway();
    const all = await listDeadLetters(client, { status: 'parked', limit: 10 });
    expect(all.map(({ id }) => id)).toEqual(['1', 'sla/1', 'notification/1', 'digitization/1']);
    expect((await listDeadLetters(client, { limit: 2 })).map(({ service }) => service)).toEqual(['kpi', 'sla']);
  });

  it('are asked for, and resolved, where they lie', async () => {
    const { client, asked } = createGateway();
    await getDeadLetter(client, { holder: 'notification', id: '1' });
    expect(await resolveDeadLetter(client, { holder: 'sla', id: '1' }, 'replay')).toMatchObject({ id: 'sla/1', service: 'sla' });
    expect(asked).toEqual(['GET /v1/notification/dlq/1', 'POST /v1/sla/dlq/1/replay']);
  });

  it('are known by the id that the list shows', () => {
    for (const holder of ['kpi', 'sla', 'notification', 'digitization'] as const)
      expect(parseReference(toReference({ holder, id: '17' }))).toEqual({ holder, id: '17' });
    expect([parseReference('kpi/17'), parseReference('gateway/17')]).toEqual([{ holder: 'kpi', id: '17' }, undefined]);
  });
});
