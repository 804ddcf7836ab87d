import { describe, expect, it } from '@jest/globals';
import { NameDirectory } from './name-directory.ts';

const toVersions = (code: string, ...versions: { parent: string | null; validFrom: string; validTo: string | null }[]) =>
  versions.map((version, index) => ({
    version: index + 1,
    recordedAt: '2020-01-01T00:00:00.000Z',
    document: { code, name: { vi: code }, kind: 'commune' as const, predecessors: [], ...version },
  }));

describe('the path of a unit', () => {
  const names = new NameDirectory();
  const always = { validFrom: '2020-01-01', validTo: null };
  names.handlers.units('province', toVersions('province', { parent: null, ...always }));
  for (const code of ['old', 'new']) names.handlers.units(code, toVersions(code, { parent: 'province', ...always }));

  it('is that of today: not of a parent it had, nor of one it will have', () => {
    names.handlers.units(
      'commune',
      toVersions(
        'commune',
        { parent: 'old', validFrom: '2020-01-01', validTo: '2025-06-30' },
        { parent: 'province', validFrom: '2025-07-01', validTo: '2998-12-31' },
        { parent: 'new', validFrom: '2999-01-01', validTo: null },
      ),
    );
    expect(names.findPath('commune')).toEqual(['province', 'commune']);
  });

  it('is the last where the unit is no more, and the first where it is still to come', () => {
    names.handlers.units('gone', toVersions('gone', { parent: 'old', validFrom: '2020-01-01', validTo: '2025-06-30' }));
    names.handlers.units('coming', toVersions('coming', { parent: 'new', validFrom: '2999-01-01', validTo: null }));
    expect([names.findPath('gone'), names.findPath('coming')]).toEqual([
      ['province', 'old', 'gone'],
      ['province', 'new', 'coming'],
    ]);
  });

  it('is not bent by the correction of an earlier validity', () => {
    names.handlers.units(
      'corrected',
      toVersions(
        'corrected',
        { parent: 'old', validFrom: '2020-01-01', validTo: '2025-06-30' },
        { parent: 'new', validFrom: '2025-07-01', validTo: null },
        { parent: 'province', validFrom: '2020-01-01', validTo: '2025-06-30' },
      ),
    );
    expect(names.findPath('corrected')).toEqual(['province', 'new', 'corrected']);
  });
});
