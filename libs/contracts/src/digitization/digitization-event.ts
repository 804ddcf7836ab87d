import { z } from 'zod';
import { cloudEventAttributes } from '../event/cloud-event.ts';
import { defineEventFamily } from '../event/define-event-family.ts';
import { Channel, EndedBy, ServiceLevel, StatusCode, UnitKind } from '../dossier/vocabulary.ts';
import { Code, IsoInstant } from '../instant.ts';
import { topics } from '../topics.ts';
import {
  ComponentStatus,
  ExemptReason,
  IdentityProof,
  ReuseGround,
  ScanFault,
  SignatureStatus,
} from './digitization-vocabulary.ts';

const count = (text: string) => z.number().int().min(0).describe(text);

export const ComponentCounts = z
  .object({
    listed: count('Components of the checklist: asked + exempt.'),
    asked: count('Components that have to be there as a file: digitized + reused + missing.'),
    digitized: count('Of those, scanned for this dossier.'),
    reused: count('Of those, taken from another dossier: reusedComponent + reusedResult.'),
    reusedComponent: count('Taken from a component of another dossier.'),
    reusedResult: count('Taken from a result of another dossier.'),
    exempt: count('Components for which no scanning is asked.'),
    missing: count('Asked and not there yet.'),
  })
  .describe('The components of a dossier by what is there of them.')
  .meta({ id: 'ComponentCounts' });
export type ComponentCounts = z.infer<typeof ComponentCounts>;

/** The whole state of a dossier’s digitization after an event: a consumer needs no other event. No personal data, no file names. */
export const DigitizationSnapshot = z
  .object({
    dossierId: z.uuid().describe('The dossier; the Kafka key.'),
    digitizationVersion: z
      .number()
      .int()
      .min(1)
      .describe('Grows by one with each digitization event of this dossier; the newest holds.'),
    dossierVersion: z.number().int().min(1).describe('Version of the dossier that its place and dates are taken from.'),
    code: z.string().nullable().describe('Dossier code; null for imports.'),
    sourceCode: z.string().nullable().describe('The code in the system it was imported from.'),
    imported: z.boolean().describe('Came in through the event import.'),
    procedure: Code.describe('Procedure code.'),
    field: Code.describe('Field code.'),
    serviceLevel: ServiceLevel,
    channel: Channel,
    responsibleUnit: Code.describe('The unit it is counted under.'),
    responsiblePath: z.array(Code).min(1).describe('Path of that unit from the root down to itself.'),
    responsibleKind: UnitKind,
    handlingUnit: Code.describe('The unit that handles it now.'),
    timeZone: z.string().describe('IANA zone; local days are days of this zone.'),
    status: StatusCode,
    receivedAt: IsoInstant.describe('When the dossier was received.'),
    endedAt: IsoInstant.nullable().describe('When it ended, as known here; the dossier’s own events are ahead of this.'),
    endedBy: EndedBy.nullable(),
    components: ComponentCounts,
    resultPrescribed: z.boolean().describe('The procedure prescribes a result (the denominator of 4.1).'),
    resultDigitized: z
      .boolean()
      .describe('A file is attached to each result that is prescribed (numerator of 4.1); never where none is prescribed.'),
    resultSigned: z
      .boolean()
      .describe(
        'A file attached to a result carries a signature that was verified (in events without `signatures`: any signature).',
      ),
    signatures: z
      .object({
        none: count('Without a signature.'),
        broken: count('With a broken one: they are kept and count for nothing.'),
        unverified: count('With one of which it cannot be said whose it is; an archive’s claim is one of these.'),
        verified: count('With a verified one.'),
      })
      .optional()
      .describe('The files attached now, by what is known of their signatures; absent in events before it was looked at.'),
    reusedCount: count('Components taken from other dossiers (4.3: above 0).'),
    isDigitized: z.boolean().describe('4.2: nothing is missing of the components, and a file is attached to the result.'),
    digitizedAt: IsoInstant.nullable().describe('Since when isDigitized holds; null: it does not.'),
    officer: z.string().nullable().describe('Staff id of who did it, never a name; null: done by rule.'),
    occurredAt: IsoInstant.describe('When it happened.'),
    recordedAt: IsoInstant.describe('When the system learnt of it.'),
  })
  .describe('The state of a dossier’s digitization after an event.')
  .meta({ id: 'DigitizationSnapshot' });
export type DigitizationSnapshot = z.infer<typeof DigitizationSnapshot>;

const part = z.enum(['component', 'result']).describe('What the file belongs to.');
const component = Code.describe('Component code.');
/** Of a file that is kept here everything is known; of one that another system keeps, what that system told. */
const file = {
  fileId: z.uuid().describe('The file.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('SHA-256 of its content, counted here unless `heldBy` is given; null: the archive that keeps it did not tell.'),
  bytes: z.number().int().min(1).nullable().describe('Its size; null: an archive keeps it.'),
  mediaType: z.string().nullable().describe('Its type, by content; null: an archive keeps it.'),
  pages: z
    .number()
    .int()
    .min(1)
    .nullable()
    .describe('Its pages; 1 for signed XML; null: the archive that keeps it did not tell.'),
  signed: z
    .boolean()
    .describe('It carries a verified signature (in events without `signature`: any signature, or its archive says so).'),
  signature: SignatureStatus.optional(),
  heldBy: z
    .string()
    .nullable()
    .describe('The archive of another system, which digitized the document and keeps the file; null: it is kept here.'),
};

/** Absent in what was told before grounds were asked for. */
const ground = {
  ground: ReuseGround.optional(),
  proof: IdentityProof.optional().describe('How the citizen proved who they are; given exactly where the ground is consent.'),
};

/** What is special to each event, beside the snapshot. */
export const digitizationChanges = {
  'checklist-made': z.object({
    because: z
      .enum(['received', 'corrected'])
      .describe('received: the dossier was received; corrected: its procedure or channel is another than was recorded.'),
  }),
  'component-digitized': z.object({ component, ...file }),
  'component-reused': z.object({
    component,
    status: ComponentStatus.extract(['reused-component', 'reused-result']).describe('What it was there.'),
    fromDossier: z.uuid().describe('The dossier it was taken from.'),
    fromFile: z.uuid().describe('The file it was taken from.'),
    ...ground,
    ...file,
  }),
  'file-reused': z.object({
    part,
    code: Code.describe('Component or result code here.'),
    fileId: z.uuid().describe('The file that was taken.'),
    toDossier: z.uuid().describe('The dossier that took it.'),
    toUnit: Code.describe('The unit that answers for that dossier.'),
    toComponent: Code.describe('Its component there.'),
    ...ground,
  }),
  'result-digitized': z.object({ result: Code.describe('Result code.'), ...file }),
  'signature-broken': z.object({ part, code: Code.describe('Component or result code.'), ...file }),
  exempted: z.object({ component, reason: ExemptReason }),
  rejected: z.object({
    part,
    code: Code.describe('Component or result code.'),
    faults: z.array(ScanFault).min(1).describe('What the check found wrong.'),
    files: z.array(z.uuid()).describe('The files that no longer count.'),
  }),
} as const;

export type DigitizationEventName = keyof typeof digitizationChanges;
export type DigitizationEventType = `vn.motcua.digitization.${DigitizationEventName}.v1`;

const sentences: Record<DigitizationEventName, string> = {
  'checklist-made': 'What has to be digitized of a received dossier is known.',
  'component-digitized': 'A file was attached to a component.',
  'component-reused': 'A component was taken from another dossier of the same applicant.',
  'file-reused': 'A file of this dossier was taken into another dossier of the same applicant; these documents stay as they are.',
  'result-digitized': 'A file was attached to a result.',
  'signature-broken': 'A file whose signature is broken was kept; it counts for nothing.',
  exempted: 'An officer found that a component is not scanned.',
  rejected: 'A check found faults; the files no longer count.',
};

const toData = <Name extends DigitizationEventName>(name: Name) =>
  DigitizationSnapshot.extend({
    change: digitizationChanges[name].describe('What is special to this event.') as (typeof digitizationChanges)[Name],
  }).describe('The state of the digitization after the event, and what is special to it.');

// an object of entries loses which name has which data
const data = Object.fromEntries((Object.keys(sentences) as DigitizationEventName[]).map((name) => [name, toData(name)])) as {
  readonly [Name in DigitizationEventName]: ReturnType<typeof toData<Name>>;
};
export type DigitizationData<Name extends DigitizationEventName> = z.infer<(typeof data)[Name]>;

/** What becomes of documents, from both ends. */
export const digitizationEvents = defineEventFamily({
  domain: 'digitization',
  topic: topics.digitizationEvents.name,
  subject: z.uuid().describe('The dossier id.'),
  data,
  describe: (name) => sentences[name],
  order: 'subject-first',
});

export const digitizationEventNames: readonly DigitizationEventName[] = digitizationEvents.names;
export const toDigitizationEventType = digitizationEvents.toType;
/** The event's short name, or undefined where the type is none of ours. */
export const findDigitizationEventName = digitizationEvents.findName;
/** One schema an event type, by short name: `digitizationEventSchemas['component-digitized']`. */
export const digitizationEventSchemas = digitizationEvents.schemas;

/** Any published digitization event. Consumers that need only the state read `data`. */
export const DigitizationEvent = z
  .object({
    ...cloudEventAttributes,
    subject: z.uuid().describe('The dossier id.'),
    type: z
      .enum(digitizationEvents.names.map((name): DigitizationEventType => digitizationEvents.toType(name)))
      .describe('Event type.'),
    data: DigitizationSnapshot.extend({ change: z.record(z.string(), z.unknown()).describe('What is special to this event.') }),
  })
  .describe('A published digitization event.');
export type DigitizationEvent = z.infer<typeof DigitizationEvent>;
export type DigitizationChange<Name extends DigitizationEventName> = z.infer<(typeof digitizationChanges)[Name]>;
