import { readLines } from './read-lines.ts';
import { resolve } from 'node:path';
import { workspaceRoot } from '@motcua/testing/stack';

/** What was mended because a schedule had broken a promise. Evidence of before it says nothing of what runs since. */
export interface Repair {
  readonly at: string;
  /** The schedules that found it. */
  readonly seeds: readonly number[];
  readonly what: string;
}

const repairsFile = resolve(workspaceRoot, 'docs/reliability/repairs.jsonl');

/** In the order in which they were made. */
export const readRepairs = (file = repairsFile): Promise<Repair[]> => readLines<Repair>(file);
