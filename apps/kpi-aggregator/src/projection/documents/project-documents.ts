import { documentSpans, type LocalDays } from '@motcua/indicators';
import type { DigitizationEvent } from '../../events/digitization-event.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { SideProjector } from '../side-stream/side-projector.ts';
import type { SideStream } from '../side-stream/side-stream.ts';
import { writeDocuments } from './write-documents.ts';

const documents: SideStream<DigitizationEvent> = {
  numberOf: ({ digitizationVersion }) => digitizationVersion,
  putOn: (spans, event) => documentSpans(spans, event.documents),
  write: (database, slot, rows) =>
    writeDocuments(
      database,
      slot,
      rows.map(({ event: { dossierId, digitizationVersion }, index, span }) => ({ dossierId, digitizationVersion, index, span })),
    ),
};

/** Brings facts and cells up to what is there of the documents. */
export class DocumentProjector extends SideProjector<DigitizationEvent> {
  constructor(dictionary: Dictionary, days: LocalDays) {
    super(dictionary, days, documents);
  }
}
