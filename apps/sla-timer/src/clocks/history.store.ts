import type { Transaction } from '@motcua/kafka';
import type { ScheduledClock } from '@motcua/sla';

/** What became of a clock: a line of its history. */
export interface ClockTransition {
  readonly clock: ScheduledClock;
  readonly what: 'armed' | 'paused' | 'closed' | 'recovered';
  readonly at: number;
  readonly because: string;
}

type Line = ClockTransition & { readonly dossierId: string };

/** Adds to the history of clocks, in the order given. */
export async function insertHistory(transaction: Transaction, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const column = (of: (line: Line) => unknown): unknown[] => lines.map(of);
  await transaction.query(
    `INSERT INTO sla.clock_history (dossier_id, clock, generation, at, what, due, because)
     SELECT dossier_id, clock, generation, to_timestamp(at / 1000), what, to_timestamp(due / 1000), because
     FROM unnest($1::uuid[], $2::sla.clock_name[], $3::int4[], $4::float8[], $5::text[], $6::float8[], $7::text[]) WITH ORDINALITY
       AS given (dossier_id, clock, generation, at, what, due, because, place) ORDER BY place`,
    [
      column((line) => line.dossierId),
      column((line) => line.clock.clock),
      column((line) => line.clock.generation),
      column((line) => line.at),
      column((line) => line.what),
      column((line) => line.clock.due),
      column((line) => line.because),
    ],
  );
}
