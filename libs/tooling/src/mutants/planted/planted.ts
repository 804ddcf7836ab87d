import { findMutant } from '../mutants.ts';
import type { Mutant } from '../mutant.ts';

/** A deliberate bug that is built into a whole stack, and the promise by which the oracle of the campaign has to name it. */
export interface Planted {
  readonly mutant: Omit<Mutant, 'check'>;
  /** The class of faults that leads: some bugs show on any day, others only when something breaks. */
  readonly fault: string;
  /** By the words of the oracle (`apps/drill-e2e/src/oracle/violation.ts`): one of them is enough. */
  readonly promises: readonly string[];
}

/** What only a whole stack can show: no spec is its smallest check. */
const commitBeforeApply: Planted['mutant'] = {
  name: 'commit-before-apply',
  bug: 'a projection commits its position before it applies what it has read',
  invariant: 'nothing acknowledged is lost',
  file: 'libs/platform/kafka/src/runner/chunk-processor.ts',
  from: 'progress.cursor, chunk.to))) return undefined;',
  to: "progress.cursor, chunk.to))) return undefined;\n    await transaction.query('COMMIT');\n    await transaction.query('BEGIN');",
};
const watermarkIgnored: Planted['mutant'] = {
  name: 'watermark-ignored',
  bug: 'the timer fires on what it has not read yet',
  invariant: 'an alert is judged on what was read',
  file: 'apps/sla-timer/src/clocks/firing/read-partitions.ts',
  from: 'SELECT partition, ${readUpTo} AS up_to FROM sla.reading WHERE current_at + 3 * next_within > clock_timestamp()',
  to: 'SELECT partition, sla.clock_now() AS up_to FROM sla.reading',
};

/** Each in a stack of its own. `npm run test:planted` plants them. */
export const planted: readonly Planted[] = [
  { mutant: watermarkIgnored, fault: 'Kafka away', promises: ['alert'] },
  { mutant: findMutant('move-rewrites-the-past'), fault: 'service killed', promises: ['figure', 'list'] },
  // Not seen by one look, it is seen by the other.
  { mutant: findMutant('lost-tail-stays-lost'), fault: 'log without its tail', promises: ['lost', 'order'] },
  { mutant: findMutant('open-transaction-overtaken'), fault: 'slow commits', promises: ['lost', 'order'] },
  { mutant: commitBeforeApply, fault: 'server crashed', promises: ['figure', 'list', 'alert', 'document', 'verify', 'caughtUp'] },
  {
    mutant: findMutant('void-event-applied'),
    fault: 'database restored to a moment',
    promises: ['figure', 'list', 'verify', 'caughtUp'],
  },
  // Cells are read of days that are over: it shows on who was received yesterday and ends today.
  { mutant: findMutant('old-contribution-stays'), fault: 'service killed', promises: ['figure', 'list'] },
];
