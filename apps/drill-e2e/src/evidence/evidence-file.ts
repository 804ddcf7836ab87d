import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { workspaceRoot } from '@motcua/testing/stack';
import type { ScheduleResult } from './schedule-result.ts';

/** A line a schedule, in the order they were run; more are added behind them. */
export const evidenceFile = resolve(workspaceRoot, 'docs/reliability/evidence.jsonl');

export async function readEvidence(file = evidenceFile): Promise<ScheduleResult[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ScheduleResult); // Our own file.
}

export async function addEvidence(result: ScheduleResult, file = evidenceFile): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(result)}\n`);
}
