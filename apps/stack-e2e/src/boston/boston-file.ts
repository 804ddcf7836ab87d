import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { workspaceRoot } from '@motcua/testing/stack';

export const bostonFile = resolve(workspaceRoot, 'data/samples/boston-311-2015.csv.gz');
export const bostonMapping = resolve(workspaceRoot, 'data/mappings/boston-311.yaml');
/** The file was drawn shortly before this moment. */
export const bostonAsOf = '2016-01-12T16:00:00-05:00';

interface BostonRow {
  readonly CASE_ENQUIRY_ID: string;
  readonly OPEN_DT: string;
  readonly TARGET_DT: string;
  readonly CLOSED_DT: string;
  readonly Department: string;
  readonly Source: string;
}

/** Counts of one department, straight from the file and by nothing of ours. */
export interface BostonCounts {
  received: number;
  finished: number;
  finishedInTime: number;
  open: number;
  openOverdue: number;
  online: number;
}

const onlineSources = new Set(['Citizens Connect App', 'Self Service', 'Twitter']);

/** `MM/DD/YYYY hh:mm:ss AM` as a text that sorts in time, all in the city's own time. */
export function toSortable(text: string): string {
  const match = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}:\d{2}) ([AP])M$/.exec(text);
  if (match === null) return '';
  const [, month, day, year, hour, rest, half] = match;
  const hour24 = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  return `${year}-${month}-${day} ${String(hour24).padStart(2, '0')}:${rest}`;
}

/** Every department's counts as of the moment the file was drawn. */
export function countBostonFile(): ReadonlyMap<string, BostonCounts> {
  const rows = parse<BostonRow>(gunzipSync(readFileSync(bostonFile)), { columns: true });
  const counts = new Map<string, BostonCounts>();
  for (const row of rows) {
    const count = counts.get(row.Department) ?? {
      received: 0,
      finished: 0,
      finishedInTime: 0,
      open: 0,
      openOverdue: 0,
      online: 0,
    };
    counts.set(row.Department, count);
    const [target, closed] = [toSortable(row.TARGET_DT), toSortable(row.CLOSED_DT)];
    count.received += 1;
    if (onlineSources.has(row.Source)) count.online += 1;
    if (closed === '') {
      count.open += 1;
      if (target !== '' && target < '2016-01-12 16:00:00') count.openOverdue += 1;
    } else {
      count.finished += 1;
      if (target === '' || closed <= target) count.finishedInTime += 1;
    }
  }
  return counts;
}
