import { z } from 'zod';
import { cloudEventAttributes } from '../event/cloud-event.ts';
import { Code, IsoInstant } from '../instant.ts';
import { dossierEventNames, toDossierEventType, type DossierEventName } from './dossier-event.ts';
import { Channel, EndedBy, Limit, ServiceLevel } from './vocabulary.ts';

/** Events that a legacy system may report; these are ours alone. */
const ownEventNames = ['apologised', 'redated', 'reverted'] as const satisfies readonly DossierEventName[];
export type LegacyEventName = Exclude<DossierEventName, (typeof ownEventNames)[number]>;
export const legacyEventNames = dossierEventNames.filter(
  (name): name is LegacyEventName => !ownEventNames.some((own) => own === name),
);
/** The event's short name; undefined where the type is none that a legacy system may report. */
export const findLegacyEventName = (type: string): LegacyEventName | undefined =>
  legacyEventNames.find((name) => toDossierEventType(name) === type);

/**
 * What a legacy system reports about a dossier, lean: it says what happened, and intake computes the state. `(source, sourceCode)`
 * is the dossier; `time` of the envelope is the moment it happened. Which fields an event needs:
 * submitted, received: unit, procedure, channel · transferred: unit (handling) · extended: newDue · reassigned: unit (responsible).
 */
export const LegacyEventData = z
  .object({
    sourceCode: z.string().min(1).max(200).describe('Code of the dossier in the source system.'),
    unit: Code.optional().describe('Responsible unit (submitted, received, reassigned) or handling unit (transferred).'),
    procedure: Code.optional().describe('Procedure code.'),
    field: Code.optional().describe(
      'Field code, where it differs from the procedure’s; one that the catalogue does not know is left out.',
    ),
    channel: Channel.optional(),
    serviceLevel: ServiceLevel.optional().describe('Where it differs from the procedure’s.'),
    officer: z
      .string()
      .max(200)
      .optional()
      .describe(
        'Staff id, never a name: what looks like a person’s name or number is recorded as a reference that says nothing.',
      ),
    due: IsoInstant.optional().describe('received: a due moment promised by the source system; null due: send dueKnown false.'),
    dueKnown: z
      .boolean()
      .optional()
      .describe('received: false says that the source system promised no due moment; then neither limit nor due is computed.'),
    limit: Limit.optional().describe('received: the limit promised, where it differs from the procedure’s.'),
    reasonCode: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe(
        'Reason as a code, of the catalogue or of the source’s own; what stands for none becomes `other` and is kept encrypted.',
      ),
    newDue: IsoInstant.optional().describe('extended: the re-appointed moment.'),
    endedBy: EndedBy.optional().describe('stopped: stopped or withdrawn.'),
    correction: z
      .object({
        unit: Code.optional().describe('The right responsible unit.'),
        procedure: Code.optional().describe('The right procedure.'),
        channel: Channel.optional(),
        receivedAt: IsoInstant.optional().describe('The right moment of receipt.'),
        endedAt: IsoInstant.optional().describe('The right moment of the end.'),
        due: IsoInstant.optional().describe('The right supplied due moment.'),
        limit: Limit.optional().describe('The right limit.'),
      })
      .optional()
      .describe('corrected: the fields to rewrite.'),
  })
  .describe('What a legacy system reports.');
export type LegacyEventData = z.infer<typeof LegacyEventData>;

export const LegacyEvent = z
  .object({
    ...cloudEventAttributes,
    type: z.enum(legacyEventNames.map(toDossierEventType)).describe('Event type.'),
    data: LegacyEventData,
  })
  .describe('A dossier event as a legacy system reports it to POST /v1/events.');
export type LegacyEvent = z.infer<typeof LegacyEvent>;
