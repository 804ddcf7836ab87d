import { expect, it } from '@jest/globals';
import { listSigns } from './list-signs.ts';

it('tells how far behind a service is, and nothing of parts that have no figures', () => {
  const checks = {
    database: { ready: true },
    projection: { ready: true, state: 'running', lag: 3, parked: 0, messagesPerSecond: 5 },
    'relay events': { ready: true, published: 42, cursor: { xid: '1' } },
    'log-progress': { ready: true, reason: 'timers rest', readUpTo: '2026-03-05T01:00:00.000Z', unjudged: 2 },
  };
  expect(listSigns({ checks })).toEqual([
    { part: 'projection', sign: 'lag', value: 3 },
    { part: 'projection', sign: 'parked', value: 0 },
    { part: 'projection', sign: 'state', value: 'running' },
    { part: 'relay events', sign: 'published', value: 42 },
    { part: 'log-progress', sign: 'readUpTo', value: '2026-03-05T01:00:00.000Z' },
    { part: 'log-progress', sign: 'unjudged', value: 2 },
  ]);
});
