import type { FoldedDossier } from './fold-dossier.ts';
import type { DossierRow } from '../../dossiers/dossier-row.ts';
import { toDossierSlaEvent, toIso, type EventRow } from '../../outbox/sla-events.ts';

/** A breach that was announced is over. */
export function toRecoveredEvent(row: DossierRow, { clock, recovery, at }: FoldedDossier['recoveries'][number]): EventRow {
  const { by, breachedDue, newDue, lateMinutes } = recovery;
  return toDossierSlaEvent('recovered', row, {
    id: `${clock.clock}/${clock.generation}/recovered`,
    at,
    data: {
      clock: clock.clock,
      generation: clock.generation,
      due: toIso(newDue ?? breachedDue),
      originalDue: clock.originalDue === null ? null : toIso(clock.originalDue),
      by,
      breachedDue: toIso(breachedDue),
      newDue: newDue === null ? null : toIso(newDue),
      lateMinutes,
      ...(row.importSession === null ? {} : { fromImport: true }),
    },
  });
}
