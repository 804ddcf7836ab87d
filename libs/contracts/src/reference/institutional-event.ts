import type { z } from 'zod';
import { InstitutionalFigure } from '../http/institutional.ts';
import { entryEventSchema } from './reference-event.ts';

export const institutionalEventType = 'vn.motcua.ref.institutional.v1';

/** Every version of the figures of one kind and unit; the code, and the Kafka key, is `kind/unit`. */
export const InstitutionalFigureEvent = entryEventSchema(
  institutionalEventType,
  InstitutionalFigure,
  'Every version of the institutional figures of one kind and unit. Of two that begin on one day the later one counts.',
);
export type InstitutionalFigureEvent = z.infer<typeof InstitutionalFigureEvent>;
