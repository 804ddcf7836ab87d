import { attachCause, type LocalDays } from '@motcua/indicators';
import { Inject, Injectable } from '@nestjs/common';
import type { OverdueCauseEvent } from '../../events/overdue-cause-event.ts';
import { LOCAL_DAYS } from '../../time/local-days.ts';
import { Dimensions } from '../dimensions/dimensions.ts';
import { EnrichmentProjector } from '../enrichment/enrichment-projector.ts';
import type { EnrichmentStream } from '../enrichment/enrichment-stream.ts';
import { writeCauses } from './write-causes.ts';

const causes: EnrichmentStream<OverdueCauseEvent> = {
  numberOf: ({ judgement }) => judgement,
  putOn: (intervals, { overdueCause }) => attachCause(intervals, overdueCause),
  write: (database, tableSet, rows) =>
    writeCauses(
      database,
      tableSet,
      rows.map(({ event, index, interval }) => ({ dossierId: event.dossierId, judgement: event.judgement, index, interval })),
    ),
};

/** Brings facts and cells up to the newest overdue causes. */
@Injectable()
export class OverdueCauseProjector extends EnrichmentProjector<OverdueCauseEvent> {
  constructor(dimensions: Dimensions, @Inject(LOCAL_DAYS) days: LocalDays) {
    super(dimensions, days, causes);
  }
}
