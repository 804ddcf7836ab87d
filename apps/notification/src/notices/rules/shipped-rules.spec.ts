import { describe, expect, it } from '@jest/globals';
import { dossierEventNames } from '@motcua/contracts';
import { shippedRules } from '../../testing/shipped-rules.ts';

/** They change neither a dossier's status nor its date: another unit answers for it, or a record of it is put right. */
const silent = new Set(['reassigned', 'corrected']);

describe('the shipped rules', () => {
  it('notify the applicant of every change of status and date (NĐ 224/2026 Art. 15)', () => {
    const planned = new Set(shippedRules.filter(({ audience }) => audience === 'applicant').map(({ event }) => event));
    const expected = dossierEventNames.filter((name) => !silent.has(name)).map((name) => `dossier.${name}`);
    expect(expected.filter((event) => !planned.has(event))).toEqual([]);
  });
});
