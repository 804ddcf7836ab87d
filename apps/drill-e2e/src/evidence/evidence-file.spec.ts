import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addEvidence, readEvidence } from './evidence-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'motcua-evidence-'));
afterAll(() => rm(folder, { recursive: true }));

describe('the evidence', () => {
  it('begins with nothing, grows behind the last line, and is read in its order', async () => {
    const file = join(folder, 'reliability/evidence.jsonl');
    expect(await readEvidence(file)).toEqual([]);
    const result = { seed: 1, led: 'poison', at: '', faults: [], commands: 1, catchUpMs: 5, repeatedMails: 0, violations: [] };
    await addEvidence(result, file);
    await addEvidence({ ...result, seed: 2 }, file);
    expect((await readEvidence(file)).map(({ seed }) => seed)).toEqual([1, 2]);
  });
});
