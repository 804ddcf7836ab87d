import { judgeSpans, type LocalDays } from '@motcua/indicators';
import type { VerdictEvent } from '../../events/verdict-event.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { SideProjector } from '../side-stream/side-projector.ts';
import type { SideStream } from '../side-stream/side-stream.ts';
import { writeVerdicts } from './write-verdicts.ts';

const verdicts: SideStream<VerdictEvent> = {
  numberOf: ({ judgement }) => judgement,
  putOn: (spans, { verdict }) => judgeSpans(spans, verdict),
  write: (database, slot, rows) =>
    writeVerdicts(
      database,
      slot,
      rows.map(({ event, index, span }) => ({ dossierId: event.dossierId, judgement: event.judgement, index, span })),
    ),
};

/** Brings facts and cells up to the newest verdicts. */
export class VerdictProjector extends SideProjector<VerdictEvent> {
  constructor(dictionary: Dictionary, days: LocalDays) {
    super(dictionary, days, verdicts);
  }
}
