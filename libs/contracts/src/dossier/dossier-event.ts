import { z } from 'zod';
import { cloudEventAttributes } from '../event/cloud-event.ts';
import { defineEventFamily } from '../event/define-event-family.ts';
import { readEvent, type EventNews, type Reading } from '../event/read-event.ts';
import { Code, IsoInstant } from '../instant.ts';
import { topics } from '../topics.ts';
import { DossierSnapshot } from './dossier-snapshot.ts';
import { proposed, ProposedCorrection } from './proposals.ts';
import { PauseReason } from './vocabulary.ts';

/** How the event came here, beside what it says of the dossier. */
const origin = {
  importSession: z
    .uuid()
    .nullable()
    .optional()
    .describe('The import session by which this event came; null or absent: it is live. The newest event of a dossier decides.'),
};

const reasonCode = z
  .string()
  .min(1)
  .max(100)
  .describe('Reason as a code of the catalogue (ref.reasons.v1); words about it stay in dossier-intake.');

/** Of an event that was told too late for a live command: it took effect at `occurredAt` of the snapshot. */
const lateRecord = {
  proposedMoment: z
    .object({
      occurredAt: IsoInstant.describe('When it is said to have happened.'),
      ...proposed,
    })
    .optional()
    .describe(
      'It took effect when it was recorded; that it happened earlier waits for another person’s approval, and nothing follows from it before. ' +
        'Absent: it happened when it took effect.',
    ),
};

const decision = z.object({
  proposal: z.number().int().min(1).describe('dossierVersion after the event that proposed it.'),
  approved: z.boolean().describe('true: the state is rewritten by it; false: rejected, the state is what it was.'),
  effectiveAt: IsoInstant.nullable().describe('Of a moment: when the event took effect; null: no moment was proposed.'),
  occurredAt: IsoInstant.nullable().describe('Of a moment: when it is said to have happened; null: no moment was proposed.'),
  unit: Code.nullable().describe('Of a unit: the one that was proposed; null: no unit was.'),
  correction: ProposedCorrection.optional().describe(
    'Of a correction: what it was, and what was proposed; absent: no correction was.',
  ),
  madeBy: proposed.madeBy,
});

/** Events that whoever brought them about may take back, for five minutes and where nothing followed. */
export const revertibleEventNames = [
  'refused',
  'transferred',
  'supplement-requested',
  'supplement-received',
  'payment-requested',
  'payment-made',
  'extended',
  'apologised',
  'withdrawal-requested',
  'stopped',
  'processed',
  'returned',
  'reassigned',
] as const;

/** What is special to each event, beside the snapshot. */
export const dossierChanges = {
  submitted: z.object({ ...lateRecord }),
  received: z.object({ ...lateRecord }),
  refused: z.object({ reasonCode, ...lateRecord }),
  transferred: z.object({
    fromUnit: Code.describe('Handling unit before.'),
    toUnit: Code.describe('Handling unit after.'),
    ...lateRecord,
  }),
  'supplement-requested': z.object({
    reasonCode,
    ordinal: z.number().int().min(1).describe('1 for the first request.'),
    ...lateRecord,
  }),
  'supplement-received': z.object({ ...lateRecord }),
  'payment-requested': z.object({ ...lateRecord }),
  'payment-made': z.object({ ...lateRecord }),
  extended: z.object({
    reasonCode,
    newDue: IsoInstant.describe('The re-appointed moment.'),
    previousDue: IsoInstant.optional().describe('currentDue before; absent: it is not known.'),
    ...lateRecord,
  }),
  apologised: z.object({
    reasonCode,
    due: IsoInstant.describe('The due moment that was missed: currentDue, which stays.'),
    promised: IsoInstant.describe('By when the result is promised now. The dossier stays late.'),
    ...lateRecord,
  }),
  redated: z.object({
    reasonCode,
    previousDue: IsoInstant.nullable().describe('currentDue before.'),
    calendarChange: z
      .object({
        id: Code.describe('Calendar id.'),
        version: z.number().int().describe('The version that moved it.'),
        unitDossiers: z
          .number()
          .int()
          .min(1)
          .describe('How many open dossiers of the responsible unit this change moves in all.'),
        ledgerBefore: z
          .array(z.unknown())
          .describe('Ledger of currentDue under the version before, in the shape of the dossier’s ledger.'),
        ledgerAfter: z.array(z.unknown()).describe('Ledger of currentDue under the new version.'),
      })
      .optional()
      .describe('Where a new version of the calendar moved it; absent: an officer did.'),
  }),
  'withdrawal-requested': z.object({ ...lateRecord }),
  stopped: z.object({
    reasonCode,
    closedPause: PauseReason.nullable().describe('The pause that the stop closed.'),
    ...lateRecord,
  }),
  processed: z.object({ ...lateRecord }),
  returned: z.object({ ...lateRecord }),
  reassigned: z.object({
    fromUnit: Code.describe('Responsible unit before.'),
    toUnit: Code.describe('Responsible unit after; the same where a reform moves the handling unit alone.'),
    reform: z
      .object({
        id: z.string().describe('Id of the reform.'),
        fromHandlingUnit: Code.describe('Handling unit before.'),
        toHandlingUnit: Code.describe('Handling unit after.'),
        takenBack: z.boolean().describe('true: the reform was reverted, and this goes back.'),
      })
      .optional()
      .describe('The reform that moved it, at the first moment of its day, whatever had happened since; absent: an officer did.'),
  }),
  corrected: z.object({
    reasonCode,
    fields: z.array(z.string()).describe('Names of the rewritten fields; none: the state is what it was.'),
    proposedUnit: z
      .object({
        unit: Code.describe('The unit that is said to have been responsible from receipt on.'),
        ...proposed,
      })
      .optional()
      .describe('A proposal that waits for the approval of somebody above both units; nothing follows from it before.'),
    proposedCorrection: ProposedCorrection.extend(proposed)
      .optional()
      .describe(
        'What is counted whether the dossier was on time is said to be recorded wrongly: it waits for another person’s approval, and nothing ' +
          'follows from it before. The state has the fields as they were.',
      ),
    decision: decision.optional().describe('What was decided on an earlier proposal.'),
  }),
  reverted: z.object({
    event: z.enum(revertibleEventNames).describe('Short name of the event that is taken back.'),
    version: z
      .number()
      .int()
      .min(2)
      .describe(
        'dossierVersion after the event that is taken back. The state is that of before it: both are as if they had not been.',
      ),
    eventId: z.string().min(1).describe('Its id.'),
    occurredAt: IsoInstant.describe('When the event that is taken back was said to have happened.'),
    recordedAt: IsoInstant.describe('When it was recorded.'),
    decision: decision
      .optional()
      .describe('Where the event that is taken back had proposed its moment: the proposal is rejected with it.'),
  }),
} as const;

export type DossierEventName = keyof typeof dossierChanges;
export type DossierEventType = `vn.motcua.dossier.${DossierEventName}.v1`;

const toData = <Name extends DossierEventName>(name: Name) =>
  DossierSnapshot.extend({
    ...origin,
    change: dossierChanges[name].describe('What is special to this event.') as (typeof dossierChanges)[Name],
  }).describe('The state of the dossier after the event, and what is special to it.');

const subject = z.uuid().describe('The dossier id.');

/** The dossier log from both ends. The attributes and then `dossierId` and `dossierVersion` come first: see `peekDossierEvent`. */
export const dossierEvents = defineEventFamily({
  domain: 'dossier',
  topic: topics.dossierEvents.name,
  subject,
  // an object of entries loses which name has which data
  data: Object.fromEntries((Object.keys(dossierChanges) as DossierEventName[]).map((name) => [name, toData(name)])) as {
    readonly [Name in DossierEventName]: ReturnType<typeof toData<Name>>;
  },
  describe: (name) => `A dossier was ${name}.`,
  order: 'type-first',
});

export const dossierEventNames: readonly DossierEventName[] = dossierEvents.names;
export const toDossierEventType = (name: DossierEventName): DossierEventType => dossierEvents.toType(name);
/** The event's short name, or undefined where the type is none of ours. */
export const findDossierEventName = dossierEvents.findName;
/** One schema an event type, by short name: `dossierEventSchemas['received']`. */
export const dossierEventSchemas = dossierEvents.schemas;

/** Any published dossier event. The type decides which `change` it carries; consumers that need only the state read `data`. */
export const DossierEvent = z
  .object({
    ...cloudEventAttributes,
    subject,
    type: z.enum(dossierEventNames.map(toDossierEventType)).describe('Event type.'),
    data: DossierSnapshot.extend({
      ...origin,
      change: z.record(z.string(), z.unknown()).describe('What is special to this event.'),
    }),
  })
  .describe('A published dossier event.');
export type DossierEvent = z.infer<typeof DossierEvent>;
export type DossierNews = EventNews<DossierEventName, DossierEvent>;

const view = { findName: findDossierEventName, schemaOf: () => DossierEvent };

/** A message of the dossier log. `change` is left as it is: who looks at it says what is needed of it (`dossierChanges`). */
export const readDossierEvent = (value: Buffer | null): Reading<DossierNews> => readEvent(value, view);
