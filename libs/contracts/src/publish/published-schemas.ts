import type { z } from 'zod';
import { dossierEventNames, dossierEventSchemas, toDossierEventType } from '../dossier/dossier-event.ts';
import { digitizationEventNames, digitizationEventSchemas, toDigitizationEventType } from '../digitization/digitization-event.ts';
import { LegacyEvent } from '../dossier/legacy-event.ts';
import { LogProgressEvent, logProgressType } from '../dossier/log-progress.ts';
import { RatingGivenEvent, ratingGivenType } from '../ratings/rating-event.ts';
import { institutionalEventType, InstitutionalFigureEvent } from '../reference/institutional-event.ts';
import { slaEventNames, slaEventSchemas, toSlaEventType } from '../sla/sla-event.ts';
import { referenceEventSchema, referenceKinds, type ReferenceKind } from '../reference/reference-event.ts';

/** A message that is a promise to others: its type, the topic it travels on (none for HTTP), its schema. */
export interface PublishedSchema {
  readonly type: string;
  readonly topic: string | null;
  readonly schema: z.ZodType;
}

/** Every message ever published, by type. A version that was published stays here for ever, with its fixture. */
export const publishedSchemas: readonly PublishedSchema[] = [
  ...dossierEventNames.map((name) => ({
    type: toDossierEventType(name),
    topic: 'dossier.events.v1',
    schema: dossierEventSchemas[name],
  })),
  { type: logProgressType, topic: 'dossier.events.v1', schema: LogProgressEvent },
  ...(Object.keys(referenceKinds) as ReferenceKind[]).map((kind) => ({
    type: referenceKinds[kind].type,
    topic: referenceKinds[kind].topic,
    schema: referenceEventSchema(kind),
  })),
  ...slaEventNames.map((name) => ({ type: toSlaEventType(name), topic: 'sla.events.v1', schema: slaEventSchemas[name] })),
  { type: institutionalEventType, topic: 'ref.institutional.v1', schema: InstitutionalFigureEvent },
  ...digitizationEventNames.map((name) => ({
    type: toDigitizationEventType(name),
    topic: 'digitization.events.v1',
    schema: digitizationEventSchemas[name],
  })),
  { type: ratingGivenType, topic: 'ratings.events.v1', schema: RatingGivenEvent },
  { type: 'vn.motcua.legacy.dossier-event.v1', topic: null, schema: LegacyEvent },
];
