import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toImportedDossierId } from '../dossiers/dossier-id.ts';
import { DistinctDossiers } from './distinct-dossiers.ts';

describe('DistinctDossiers', () => {
  it('counts as a set does', () => {
    const codes = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 6_000, size: 'max' });
    fc.assert(
      fc.property(codes, (given) => {
        const dossiers = new DistinctDossiers();
        for (const code of given) dossiers.add(toImportedDossierId('urn:a', String(code)));
        expect(dossiers.size).toBe(new Set(given).size);
      }),
      { numRuns: 20 },
    );
  });

  it('tells ids apart that share a half', () => {
    const dossiers = new DistinctDossiers();
    for (const id of [
      '00000000-0000-8000-8000-000000000000',
      '00000001-0000-8000-8000-000000000000',
      '00000000-0000-8000-8000-000000000002',
    ])
      dossiers.add(id);
    expect(dossiers.size).toBe(3);
  });
});
