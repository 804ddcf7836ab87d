import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { KnownOutcome } from './known-outcome.ts';

/** A line a bug, as it was named the last time. */
const file = resolve(import.meta.dirname, '../../../../../docs/reliability/planted.jsonl');

export async function readOutcomes(): Promise<KnownOutcome[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as KnownOutcome); // Our own file.
}

/** What is known of the same bug goes. */
export async function noteOutcome(outcome: KnownOutcome): Promise<KnownOutcome[]> {
  const known = [...(await readOutcomes()).filter(({ bug }) => bug !== outcome.bug), outcome];
  await writeFile(file, known.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return known;
}
