import { describe, expect, it } from '@jest/globals';
import { NameDirectory } from './name-directory.ts';

const toRecord = (code: string, ...versions: { parent: string | null; validFrom: string; validTo: string | null }[]): Buffer =>
  Buffer.from(
    JSON.stringify({
      data: {
        versions: versions.map((version, index) => ({ version: index + 1, document: { code, name: { vi: code }, ...version } })),
      },
    }),
  );

describe('the path of a unit', () => {
  const names = new NameDirectory();
  const always = { validFrom: '2020-01-01', validTo: null };
  names.putUnit('province', toRecord('province', { parent: null, ...always }));
  for (const code of ['old', 'new']) names.putUnit(code, toRecord(code, { parent: 'province', ...always }));

  it('is that of today: not of a parent it had, nor of one it will have', () => {
    names.putUnit(
      'commune',
      toRecord(
        'commune',
        { parent: 'old', validFrom: '2020-01-01', validTo: '2025-06-30' },
        { parent: 'province', validFrom: '2025-07-01', validTo: '2998-12-31' },
        { parent: 'new', validFrom: '2999-01-01', validTo: null },
      ),
    );
    expect(names.findPath('commune')).toEqual(['province', 'commune']);
  });

  it('is the last where the unit is no more, and the first where it is still to come', () => {
    names.putUnit('gone', toRecord('gone', { parent: 'old', validFrom: '2020-01-01', validTo: '2025-06-30' }));
    names.putUnit('coming', toRecord('coming', { parent: 'new', validFrom: '2999-01-01', validTo: null }));
    expect([names.findPath('gone'), names.findPath('coming')]).toEqual([
      ['province', 'old', 'gone'],
      ['province', 'new', 'coming'],
    ]);
  });

  it('is not bent by the correction of an earlier validity', () => {
    names.putUnit(
      'corrected',
      toRecord(
        'corrected',
        { parent: 'old', validFrom: '2020-01-01', validTo: '2025-06-30' },
        { parent: 'new', validFrom: '2025-07-01', validTo: null },
        { parent: 'province', validFrom: '2020-01-01', validTo: '2025-06-30' },
      ),
    );
    expect(names.findPath('corrected')).toEqual(['province', 'new', 'corrected']);
  });
});
