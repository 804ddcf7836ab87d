import { describe, expect, it } from '@jest/globals';
import { ReferenceCache } from './reference-cache.ts';
import { toUnitEvent } from './unit-event.builder.ts';
import type { ReferenceHandlers } from './reference-handlers.ts';

function createCache() {
  const names = new Map<string, string | undefined>();
  const data: ReferenceHandlers<'units'> = {
    handlers: {
      units: (code, versions) => {
        names.set(code, versions.at(-1)?.document.name.vi);
      },
    },
    remove: (_kind, code) => {
      names.delete(code);
    },
  };
  return { names, cache: new ReferenceCache(['units'], data) };
}

describe('the cache of reference data', () => {
  it('keeps the newest of an entry, in whatever order its versions come', () => {
    const { names, cache } = createCache();
    const [first, second, third] = [1, 2, 3].map((version) => toUnitEvent('a', { version, name: `A${version}` }));
    expect(cache.take('units', 'a', second ?? '').kind).toBe('taken');
    expect(cache.take('units', 'a', first ?? '').kind).toBe('older');
    expect(names.get('a')).toBe('A2');
    expect(cache.take('units', 'a', third ?? '').kind).toBe('taken');
    expect([names.get('a'), cache.counts()]).toEqual(['A3', { units: 1 }]);
  });

  it('takes of two records of one version the one that was recorded later', () => {
    const { names, cache } = createCache();
    const record = (recordedAt: string, name: string) => toUnitEvent('a', { version: 4, name, recordedAt });
    cache.take('units', 'a', record('2026-01-02T00:00:00.000Z', 'since'));
    expect(cache.take('units', 'a', record('2026-01-01T00:00:00.000Z', 'before')).kind).toBe('older');
    expect(names.get('a')).toBe('since');
  });

  it('hears the same record twice and does nothing', () => {
    const { cache } = createCache();
    const record = toUnitEvent('a', { version: 1 });
    expect([cache.take('units', 'a', record).kind, cache.take('units', 'a', record).kind]).toEqual(['taken', 'known']);
  });

  it('refuses what keeps no contract and keeps what it had', () => {
    const { names, cache } = createCache();
    cache.take('units', 'a', toUnitEvent('a', { version: 1, name: 'A' }));
    expect(() => cache.take('units', 'a', '{"data":{}}')).toThrow();
    expect([names.get('a'), cache.counts()]).toEqual(['A', { units: 1 }]);
  });

  it('forgets an entry that is taken back, and takes it anew from its first version', () => {
    const { names, cache } = createCache();
    cache.take('units', 'a', toUnitEvent('a', { version: 7 }));
    expect(cache.take('units', 'a', null).kind).toBe('removed');
    expect([names.has('a'), cache.counts()]).toEqual([false, { units: 0 }]);
    expect(cache.take('units', 'a', toUnitEvent('a', { version: 1 })).kind).toBe('taken');
  });
});
