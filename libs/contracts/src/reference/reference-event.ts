import { z } from 'zod';
import { cloudEventAttributes } from '../cloud-event.ts';
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

/** The schema of the compacted topic of a kind. */
export function referenceEventSchema(kind: ReferenceKind) {
  const { type, document } = referenceKinds[kind];
  return entryEventSchema(type, document, `Every version of one entry of ${kind}.`);
}

/** An entry of the catalogue with all its versions, as a compacted topic carries it. */
export function entryEventSchema<Type extends string, Document extends z.ZodType>(
  type: Type,
  document: Document,
  description: string,
) {
  return z
    .object({
      ...cloudEventAttributes,
      subject: z.string().describe('The code.'),
      type: z.literal(type).describe('Event type.'),
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
    })
    .describe(description);
}
