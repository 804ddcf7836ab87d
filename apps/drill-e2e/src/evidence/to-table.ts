import { promises } from '../oracle/violation.ts';
import type { ScheduleResult } from './schedule-result.ts';

interface Row {
  readonly name: string;
  schedules: number;
  struck: number;
  violations: Set<string>;
  /** Infinite where one never caught up. */
  worstMs: number;
  takeoverMs: number;
}

/** What each class of faults has done, and what of it was too much: a table of Markdown, with the whole of it in front. */
export function toTable(results: readonly ScheduleResult[], classes: readonly string[]): string {
  const rows = new Map(
    classes.map((name): [string, Row] => [
      name,
      { name, schedules: 0, struck: 0, violations: new Set(), worstMs: 0, takeoverMs: 0 },
    ]),
  );
  for (const { seed, faults, violations, catchUpMs } of results)
    for (const { name, struck, takeoverMs = 0 } of faults) {
      const row = rows.get(name);
      // What missed proves nothing.
      if (row === undefined || struck === 0) continue;
      row.schedules += 1;
      row.struck += struck;
      row.worstMs = Math.max(row.worstMs, catchUpMs ?? Infinity);
      row.takeoverMs = Math.max(row.takeoverMs, takeoverMs);
      for (const { promise } of violations) row.violations.add(`${promises[promise]} (seed ${seed})`);
    }
  return [
    summarize(results),
    '',
    '| fault | schedules | times struck | violations | slowest to catch up | slowest takeover |',
    '| --- | --: | --: | --- | --: | --: |',
    ...[...rows.values()].map(toLine),
  ].join('\n');
}

function toLine({ name, schedules, struck, violations, worstMs, takeoverMs }: Row): string {
  const found = violations.size === 0 ? 'none' : [...violations].join('; ');
  const times = [schedules === 0 ? '–' : toSeconds(worstMs), takeoverMs === 0 ? '–' : toSeconds(takeoverMs)];
  return `| ${[name, schedules, struck, found, ...times].join(' | ')} |`;
}

function summarize(results: readonly ScheduleResult[]): string {
  const sum = (count: (result: ScheduleResult) => number): number => results.reduce((total, result) => total + count(result), 0);
  const broken = results.filter(({ violations }) => violations.length > 0).length;
  const struck = sum(({ faults }) => faults.filter(({ struck: times }) => times > 0).length);
  return (
    `${results.length} schedules, ${sum(({ commands }) => commands)} acknowledged commands, ${struck} faults that struck, ` +
    `${sum(({ repeatedMails }) => repeatedMails)} mails again within the documented window, ${broken} schedules with a violation.`
  );
}

const toSeconds = (ms: number): string => (ms === Infinity ? 'never' : `${(ms / 1000).toFixed(1)} s`);
