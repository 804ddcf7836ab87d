/** Lines of a ledger as the API gives them; moments are ISO 8601, days are local dates. */
export interface LedgerEntry {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** Counted days one after another are one line; days off between them stand by themselves, and weekends say nothing new. */
export interface CountedDays {
  readonly kind: 'counted';
  readonly from: string;
  readonly to: string;
  readonly number: number;
}

interface Day extends LedgerEntry {
  readonly date: string;
  readonly counted: boolean;
  readonly reason: string;
  readonly towards: string;
  /** How much of it counts, of a limit in hours. */
  readonly minutes?: number | null;
}

const isDay = (entry: LedgerEntry): entry is Day => entry.kind === 'day';

const saysNothing = new Set(['weekend', 'working-day']);

/** A ledger of thirty days as the few lines that say something. */
export function toLedgerLines(ledger: readonly LedgerEntry[]): (LedgerEntry | CountedDays)[] {
  const lines: (LedgerEntry | CountedDays)[] = [];
  for (const entry of ledger) {
    if (!isDay(entry)) lines.push(entry);
    else if (entry.counted && (entry.minutes ?? null) === null) addCounted(lines, entry.date);
    else if (entry.counted || !saysNothing.has(entry.reason)) lines.push(entry);
  }
  return lines;
}

function addCounted(lines: (LedgerEntry | CountedDays)[], date: string): void {
  const last = lines.at(-1);
  if (last?.kind === 'counted') {
    const before = last as CountedDays;
    lines[lines.length - 1] = { ...before, to: date, number: before.number + 1 };
  } else lines.push({ kind: 'counted', from: date, to: date, number: 1 });
}
