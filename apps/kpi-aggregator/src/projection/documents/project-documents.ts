import { attachDocuments, type LocalDays } from '@motcua/indicators';
import { Inject, Injectable } from '@nestjs/common';
import type { DigitizationEvent } from '../../events/digitization-event.ts';
import { LOCAL_DAYS } from '../../time/local-days.ts';
import { Dimensions } from '../dimensions/dimensions.ts';
import { EnrichmentProjector } from '../enrichment/enrichment-projector.ts';
import type { EnrichmentStream } from '../enrichment/enrichment-stream.ts';
import { writeDocuments } from './write-documents.ts';

const documents: EnrichmentStream<DigitizationEvent> = {
  numberOf: ({ digitizationVersion }) => digitizationVersion,
  putOn: (intervals, event) => attachDocuments(intervals, event.documents),
  write: (database, tableSet, rows) =>
    writeDocuments(
      database,
      tableSet,
      rows.map(({ event: { dossierId, digitizationVersion }, index, interval }) => ({
        dossierId,
        digitizationVersion,
        index,
        interval,
      })),
    ),
};

/** Brings facts and cells up to what is there of the documents. */
@Injectable()
export class DocumentProjector extends EnrichmentProjector<DigitizationEvent> {
  constructor(dimensions: Dimensions, @Inject(LOCAL_DAYS) days: LocalDays) {
    super(dimensions, days, documents);
  }
}
