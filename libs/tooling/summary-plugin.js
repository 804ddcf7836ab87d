/**
 * The last line of a run of Nx: `N passed, N failed`, the specs of all its tasks, those whose result came from the cache too. A task
 * that failed without a failed spec (a rule, a type, a build) counts as one that failed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { toTotalsFile } from './totals.js';

const none = { passed: 0, failed: 0 };
const kinds = { test: 'unit', integration: 'integration', e2e: 'e2e' };

export const name = 'summary';

export function postTasksExecution(_options, { taskResults }) {
  const results = Object.values(taskResults);
  if (!results.some(({ task }) => task.target.target in kinds)) return;
  const counts = results.map(countSpecs);
  const sum = (of) => counts.reduce((total, count) => total + count[of], 0);
  const failed = results.filter(({ status }) => status === 'failure' || status === 'skipped').map(({ task }) => task.id);
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

function countSpecs({ task, status }) {
  const kind = kinds[task.target.target];
  const totals = kind === undefined || status === 'skipped' ? none : readTotals(toTotalsFile(task.projectRoot, kind));
  // What was skipped for want of another's result has specs that nobody saw pass; other targets have none.
  const isLost = status === 'failure' || (status === 'skipped' && kind !== undefined);
  return isLost ? { ...totals, failed: Math.max(totals.failed, 1) } : totals;
}

const readTotals = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none);
