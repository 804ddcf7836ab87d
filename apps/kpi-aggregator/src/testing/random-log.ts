import { inTransaction } from '@motcua/postgres';
import fc from 'fast-check';
import { Dimensions } from '../projection/dimensions/dimensions.ts';
import { DocumentProjector } from '../projection/documents/project-documents.ts';
import { OverdueCauseProjector } from '../projection/overdue-causes/project-overdue-causes.ts';
import { EventProjector } from '../projection/project-events.ts';
import type { TableSet } from '../projection/table-set.ts';
import { localDays } from '../time/local-days.ts';
import type { KpiDatabase } from './kpi-database.ts';
import { FIRST_DAY, LAST_DAY, randomDossier, randomInstant, shuffleLog, units, type RandomDossier } from './random-events.ts';
import { toDigitizationEvent } from './to-published.ts';

const history = fc.array(randomDossier, { minLength: 1, maxLength: 10 });
const view = fc
  .record({
    unit: fc.constantFrom(...units),
    from: fc.integer({ min: FIRST_DAY - 1, max: LAST_DAY }),
    length: fc.integer({ min: 1, max: 16 }),
    asOf: randomInstant,
  })
  .map(({ length, ...rest }) => ({ ...rest, length }));
/** A log as topics may bring it, and what is asked of it. */
export const randomLog = fc.record({
  dossiers: history,
  picks: fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }),
  batch: fc.integer({ min: 1, max: 12 }),
  views: fc.array(view, { minLength: 3, maxLength: 4 }),
});

const cut = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** All streams in batches, in an order that `picks` says: topics have no order between them, so those beside may come first or last. */
export async function projectLog(
  pool: KpiDatabase['pool'],
  tableSet: TableSet,
  dossiers: readonly RandomDossier[],
  picks: readonly number[],
  batch: number,
): Promise<void> {
  const dimensions = new Dimensions(pool);
  const projector = new EventProjector(dimensions, localDays);
  const classify = new OverdueCauseProjector(dimensions, localDays);
  const documenter = new DocumentProjector(dimensions, localDays);
  const events = shuffleLog(
    dossiers.map((it) => it.events),
    picks,
  );
  const causes = shuffleLog(
    dossiers.map((it) => it.causes),
    [...picks].reverse(),
  );
  const digitizations = shuffleLog(
    dossiers.map((it) => it.digitizations.map(toDigitizationEvent)),
    picks.map((pick) => pick + 1),
  );
  const batches = shuffleLog<(shard: number) => Promise<unknown>>(
    [
      cut(events, batch).map(
        (part) => (shard) => inTransaction(pool, (transaction) => projector.project(transaction, tableSet, shard, part)),
      ),
      cut(causes, batch).map(
        (part) => (shard) => inTransaction(pool, (transaction) => classify.project(transaction, tableSet, shard, part)),
      ),
      cut(digitizations, batch).map(
        (part) => (shard) => inTransaction(pool, (transaction) => documenter.project(transaction, tableSet, shard, part)),
      ),
    ],
    picks,
  );
  for (const [index, run] of batches.entries()) await run(index % 3);
}
