import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { workspaceRoot } from '@motcua/testing/stack';
import { readLines } from './read-lines.ts';
import type { ScheduleResult } from './schedule-result.ts';

/** A line a schedule, in the order they were run; more are added behind them. */
export const evidenceFile = resolve(workspaceRoot, 'docs/reliability/evidence.jsonl');

export const readEvidence = (file = evidenceFile): Promise<ScheduleResult[]> => readLines<ScheduleResult>(file);

export async function addEvidence(result: ScheduleResult, file = evidenceFile): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(result)}\n`);
}
