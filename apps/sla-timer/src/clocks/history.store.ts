import type { Transaction } from '@motcua/kafka';
import { createBulkInsert, momentColumn } from '@motcua/postgres';
import type { ScheduledClock } from '@motcua/sla';

/** What became of a clock: a line of its history. */
export interface ClockTransition {
  readonly clock: ScheduledClock;
  readonly what: 'armed' | 'paused' | 'closed' | 'recovered';
  readonly at: number;
  readonly because: string;
}

type Line = ClockTransition & { readonly dossierId: string };

const insert = createBulkInsert({
  into: 'sla.clock_history',
  columns: {
    dossier_id: 'uuid',
    clock: 'sla.clock_name',
    generation: 'int4',
    at: momentColumn,
    what: 'text',
    due: momentColumn,
    because: 'text',
  },
});

/** Adds to the history of clocks, in the order given. */
export async function insertHistory(transaction: Transaction, lines: readonly Line[]): Promise<void> {
  await insert(
    transaction,
    lines.map(({ dossierId, clock, at, what, because }) => ({
      dossier_id: dossierId,
      clock: clock.clock,
      generation: clock.generation,
      at,
      what,
      due: clock.due,
      because,
    })),
  );
}
