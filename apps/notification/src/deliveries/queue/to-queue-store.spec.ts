import { describe, expect, it } from '@jest/globals';
import { toQueueStore } from './to-queue-store.ts';

const settings = { redisUrl: 'redis://cache:6379', databaseUrl: 'postgres://motcua:secret@db:5432/motcua', schema: 'queue' };
const prefixOf = (databaseUrl: string) => {
  const store = toQueueStore({ ...settings, databaseUrl });
  return store.kind === 'redis' ? store.prefix : undefined;
};

describe('the store of the queues', () => {
  it('is the database where no Redis is given', () => {
    expect(toQueueStore({ ...settings, redisUrl: undefined })).toEqual({
      kind: 'postgres',
      url: settings.databaseUrl,
      schema: 'queue',
    });
  });

  it('in Redis is apart for each database, whoever signs in to it', () => {
    expect(prefixOf('postgres://other@db:5432/motcua')).toBe(prefixOf(settings.databaseUrl));
    const prefixes = [settings.databaseUrl, 'postgres://db:5433/motcua', 'postgres://db:5432/trial'].map(prefixOf);
    expect(new Set(prefixes).size).toBe(3);
  });
});
