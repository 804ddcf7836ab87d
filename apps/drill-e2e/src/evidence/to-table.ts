import { promises } from '../oracle/violation.ts';
import type { Repair } from './repair.ts';
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
export function toTable(results: readonly ScheduleResult[], classes: readonly string[], repairs: readonly Repair[] = []): string {
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
    [summarize(results), ...summarizeSince(results, repairs.at(-1))].join(' '),
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
  return (
    `${results.length} schedules, ${sum(({ commands }) => commands)} acknowledged commands, ${sum(countStruck)} faults that struck, ` +
    `${sum(({ repeatedMails }) => repeatedMails)} mails again within the documented window, ${countBroken(results)} schedules with a violation.`
  );
}

function summarizeSince(results: readonly ScheduleResult[], last: Repair | undefined): string[] {
  if (last === undefined) return [];
  const since = results.filter(({ at }) => at >= last.at);
  const atOnce = since.filter((result) => countStruck(result) > 1).length;
  return [
    `Of these ${since.length} since the last repair (${last.at.slice(0, 10)}: ${last.what}), ` +
      `${atOnce} with two or three faults at once, ${countBroken(since)} with a violation.`,
  ];
}

const countStruck = ({ faults }: ScheduleResult): number => faults.filter(({ struck }) => struck > 0).length;

const countBroken = (results: readonly ScheduleResult[]): number =>
  results.filter(({ violations }) => violations.length > 0).length;

const toSeconds = (ms: number): string => (ms === Infinity ? 'never' : `${(ms / 1000).toFixed(1)} s`);
