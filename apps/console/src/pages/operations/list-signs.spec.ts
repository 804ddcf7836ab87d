import { expect, it } from '@jest/globals';
import { listSigns } from './list-signs.ts';

it('tells how far behind a service is, and nothing of parts that have no figures', () => {
  const checks = {
    database: { ready: true },
    projection: { ready: true, state: 'running', lag: 3, parked: 0, messagesPerSecond: 5 },
    'relay events': { ready: true, published: 42, cursor: { xid: '1' } },
  };
  expect(listSigns({ checks })).toEqual([
    { part: 'projection', sign: 'lag', value: 3 },
    { part: 'projection', sign: 'parked', value: 0 },
    { part: 'projection', sign: 'state', value: 'running' },
    { part: 'relay events', sign: 'published', value: 42 },
  ]);
});
