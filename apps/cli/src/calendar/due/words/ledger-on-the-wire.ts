import type { LedgerEntry } from '@motcua/calendar';

const instants = new Set(['at', 'from', 'to', 'countedFrom', 'dueBefore', 'dueAfter', 'newDue']);

/** The ledger as it is printed in JSON: moments as ISO text, everything else as it is. */
export function toWireLedger(ledger: readonly LedgerEntry[]): readonly object[] {
  return ledger.map((entry) =>
    Object.fromEntries(
      Object.entries(entry).map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'number' && instants.has(name) ? new Date(value).toISOString() : value,
      ]),
    ),
  );
}
