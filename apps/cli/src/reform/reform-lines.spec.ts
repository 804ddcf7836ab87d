import { expect, it } from '@jest/globals';
import type { ReformView } from '@motcua/contracts';
import { stripVTControlCharacters } from 'node:util';
import { parseReformFile } from './read-reform-file.ts';
import { toPreviewLines, toReformLines } from './reform-lines.ts';

const plain = (lines: readonly string[]): string => stripVTControlCharacters(lines.join('\n'));
const preview = {
  id: 'thanh-ba-2025',
  effectiveFrom: '2025-07-01',
  obstacles: [
    {
      code: 'reform.dossier-unmapped',
      about: 'thanh-ba · dat-dai',
      message: { vi: 'Hãy thêm một dòng.', en: 'Add a line.' },
      dossiers: 2,
      sample: [{ dossierId: '0198a3f2-6c1e-7d30-9b1a-52f0c5b0a001', code: 'H44.20-220301-0007' }],
    },
  ],
  units: [{ from: 'thanh-ba', to: 'xa-thanh-ba', dossiers: 1_300 }],
  dossiers: 1_300,
  staff: 4,
  catalogue: { units: [], staff: [] },
};

it('shows what moves from where to where, and what stands in the way with the dossiers', () => {
  const text = plain(toPreviewLines(preview));
  expect(text).toMatch(/Reform thanh-ba-2025, from 2025-07-01 · 1[.,]300 dossiers and 4 staff move/);
  expect(text).toMatch(/thanh-ba +xa-thanh-ba +1[.,]300/);
  expect(text).toContain('! thanh-ba · dat-dai (2 dossiers) · reform.dossier-unmapped\n  Hãy thêm một dòng.\n  Add a line.');
  expect(text).toContain('H44.20-220301-0007');
});

it('says how far a reform is, and who did what', () => {
  const reform: ReformView = {
    ...{ id: 'r', name: { vi: 'r' }, law: 'NQ', effectiveFrom: '2025-07-01', state: 'confirmed', waitsFor: [] },
    ...{ planned: 0, moved: 13, skipped: 0, unmapped: 0, returned: 0, appliedBy: 'a', appliedAt: '2026-11-29T00:00:00Z' },
    ...{ confirmedBy: 'b', confirmedAt: '2026-11-29T00:01:00Z', revertedBy: null, catalogue: { units: [], staff: [] } },
  };
  expect(plain(toReformLines(reform))).toBe(
    'r · from 2025-07-01 · confirmed; it stands\n13 moved\napplied by a · confirmed by b',
  );
});

it('names every mistake of a file', () => {
  expect(() => parseReformFile('{"id": "R 1", "successions": []}', 'r.json')).toThrow(/id: .*\n.*successions: /su);
  expect(() => parseReformFile('{', 'r.json')).toThrow('The reform r.json is not right');
});
