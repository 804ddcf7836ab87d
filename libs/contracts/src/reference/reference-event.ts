import { z } from 'zod';
import { defineEvent } from '../event/define-event.ts';
import type { EventOrigin } from '../event/envelope.ts';
import { IsoInstant } from '../instant.ts';
import {
  CalendarDocument,
  ProcedureDocument,
  ReasonDocument,
  RuleSetDocument,
  StaffDocument,
  UnitDocument,
} from './reference-documents.ts';

/** The kinds of reference data: path segment, topic and document of each. */
export const referenceKinds = {
  units: { topic: 'ref.units.v1', type: 'vn.motcua.ref.unit.v1', document: UnitDocument },
  procedures: { topic: 'ref.procedures.v1', type: 'vn.motcua.ref.procedure.v1', document: ProcedureDocument },
  calendars: { topic: 'ref.calendars.v1', type: 'vn.motcua.ref.calendar.v1', document: CalendarDocument },
  'rule-sets': { topic: 'ref.rule-sets.v1', type: 'vn.motcua.ref.rule-set.v1', document: RuleSetDocument },
  staff: { topic: 'ref.staff.v1', type: 'vn.motcua.ref.staff.v1', document: StaffDocument },
  reasons: { topic: 'ref.reasons.v1', type: 'vn.motcua.ref.reason.v1', document: ReasonDocument },
} as const;
export type ReferenceKind = keyof typeof referenceKinds;

export interface ReferenceDocuments {
  units: UnitDocument;
  procedures: ProcedureDocument;
  calendars: CalendarDocument;
  'rule-sets': RuleSetDocument;
  staff: StaffDocument;
  reasons: ReasonDocument;
}

/** All versions of one code, oldest first: a compacted topic keeps the last record of a key, and so keeps the history. */
export interface ReferenceEvent<Kind extends ReferenceKind> {
  specversion: '1.0';
  id: string;
  source: string;
  type: (typeof referenceKinds)[Kind]['type'];
  subject: string;
  time: string;
  datacontenttype?: 'application/json';
  data: {
    code: string;
    versions: { version: number; recordedAt: string; document: ReferenceDocuments[Kind] }[];
  };
}

/** An entry of the catalogue with all its versions, as a compacted topic carries it, from both ends. */
export const defineEntryEvent = <const Type extends string, Document extends z.ZodType>({
  type,
  topic,
  document,
  description,
}: {
  readonly type: Type;
  readonly topic: string;
  readonly document: Document;
  readonly description: string;
}) =>
  defineEvent({
    type,
    topic,
    subject: z.string().describe('The code.'),
    data: z
      .object({
        code: z.string().describe('The code; the Kafka key.'),
        versions: z
          .array(
            z.object({
              version: z.number().int().min(1).describe('Version of the catalogue entry.'),
              recordedAt: IsoInstant.describe('When the catalogue took it.'),
              document,
            }),
          )
          .min(1)
          .describe('Every version, oldest first.'),
      })
      .describe('The entry with its history.'),
    description,
    order: 'type-first',
  });

const define = <const Type extends string, Document extends z.ZodType>(
  kind: ReferenceKind,
  entry: { readonly type: Type; readonly topic: string; readonly document: Document },
) => defineEntryEvent({ ...entry, description: `Every version of one entry of ${kind}.` });

const definitions = {
  units: define('units', referenceKinds.units),
  procedures: define('procedures', referenceKinds.procedures),
  calendars: define('calendars', referenceKinds.calendars),
  'rule-sets': define('rule-sets', referenceKinds['rule-sets']),
  staff: define('staff', referenceKinds.staff),
  reasons: define('reasons', referenceKinds.reasons),
} satisfies Record<ReferenceKind, unknown>;

/** The schema of the compacted topic of a kind. */
export const referenceEventSchema = (kind: ReferenceKind) => definitions[kind].schema;

type Create<Kind extends ReferenceKind> = (
  code: string,
  origin: EventOrigin,
  data: ReferenceEvent<Kind>['data'],
) => ReferenceEvent<Kind>;

/** The published event of an entry, of all its versions. */
export function createReferenceEvent<Kind extends ReferenceKind>(
  kind: Kind,
  origin: EventOrigin,
  entry: ReferenceEvent<Kind>['data'],
): ReferenceEvent<Kind> {
  // a union of definitions does not know which of them the kind has picked
  const create = definitions[kind].create as unknown as Create<Kind>;
  return create(entry.code, origin, entry);
}
