import type { DueRequest, ExplainedDue, WorkingCalendar } from '@motcua/calendar';
import pc from 'picocolors';
import { describeEntry } from './words/describe-entry.ts';
import { describeLimit } from './words/describe-limit.ts';
import { toWallText, weekdayWords } from './words/wall-text.ts';

type Answer = Extract<ExplainedDue, { ok: true }>;

/** The due moment first, then every step that led there as one aligned table. */
export function printExplanation(
  calendar: WorkingCalendar,
  request: DueRequest,
  due: Answer,
  { assumedZone }: { assumedZone: boolean },
): void {
  const lines = [`${pc.bold('Due · hẹn trả')}  ${pc.bold(describeDue(calendar, due))}`, describeQuestion(calendar, request)];
  if (assumedZone) lines.push(pc.dim(`Moments without an offset are read as local time in ${calendar.timeZone}.`));
  lines.push('', ...describeLedger(calendar, due));
  process.stdout.write(`${lines.join('\n')}\n`);
}

function describeDue({ timeZone }: WorkingCalendar, { dueAt, beforeOpenPause }: Answer): string {
  if (dueAt !== null) return `${weekdayWords(timeZone, dueAt)} ${toWallText(timeZone, dueAt)}`;
  const before = beforeOpenPause === null ? '' : ` (it was ${toWallText(timeZone, beforeOpenPause)} before that)`;
  return `none while a pause is open · đang tạm dừng${before}`;
}

function describeQuestion({ id, version, timeZone }: WorkingCalendar, { receivedAt, limit }: DueRequest): string {
  return pc.dim(
    `${describeLimit(limit)}, received ${toWallText(timeZone, receivedAt)}; calendar ${id} version ${version}, ${timeZone}`,
  );
}

function describeLedger({ timeZone }: WorkingCalendar, { ledger }: Answer): readonly string[] {
  const rows = ledger.flatMap((entry) => describeEntry(entry, timeZone));
  const [when, mark] = [Math.max(...rows.map((row) => row.when.length)), Math.max(...rows.map((row) => row.mark.length))];
  return rows.map((row) => {
    const line = `  ${row.when.padEnd(when)}  ${row.mark.padEnd(mark)}  ${row.what}`;
    return row.quiet ? pc.dim(line) : line;
  });
}
