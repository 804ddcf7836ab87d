import type { z } from 'zod';
import { topics } from '../topics.ts';
import { InstitutionalFigure } from './institutional-figure.ts';
import { defineEntryEvent } from './reference-event.ts';

/** Every version of the figures of one kind and unit; the code, and the Kafka key, is `kind/unit`. */
export const institutionalFigures = defineEntryEvent({
  type: 'vn.motcua.ref.institutional.v1',
  topic: topics.institutional.name,
  document: InstitutionalFigure,
  description:
    'Every version of the institutional figures of one kind and unit. Of two that begin on one day the later one counts.',
});
export const InstitutionalFigureEvent = institutionalFigures.schema;
export type InstitutionalFigureEvent = z.infer<typeof InstitutionalFigureEvent>;
