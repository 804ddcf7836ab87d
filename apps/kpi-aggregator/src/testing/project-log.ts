import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { Dimensions } from '../projection/dimensions/dimensions.ts';
import { EventProjector } from '../projection/project-events.ts';
import type { TableSet } from '../projection/table-set.ts';
import { localDays } from '../time/local-days.ts';
import type { RandomDossier } from './random-events.ts';

/** The events of dossiers in the projection, one dossier after the other; what was there before is gone. */
export async function projectLog(pool: Pool, tableSet: TableSet, dossiers: readonly RandomDossier[]): Promise<void> {
  await pool.query('TRUNCATE kpi.fact_0, kpi.fact_1, kpi.cell_0, kpi.cell_1');
  const projector = new EventProjector(new Dimensions(pool), localDays);
  const events = dossiers.flatMap((dossier) => dossier.events);
  await inTransaction(pool, (transaction) => projector.project(transaction, tableSet, 0, events));
}
