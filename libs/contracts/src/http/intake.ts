import { z } from 'zod';
import { Code, IsoInstant, LocalizedName } from '../instant.ts';
import { Channel, Limit } from '../dossier/vocabulary.ts';
import { revertibleEventNames } from '../dossier/dossier-event.ts';
import { DossierSnapshot } from '../dossier/dossier-snapshot.ts';
import { DeskEntry } from './desk-entry.ts';
import { DossierProposal } from './proposals.ts';
import { StepEntry } from './step-entry.ts';

const occurredAt = IsoInstant.optional().describe(
  'When it happened; absent: now. At most 5 minutes ahead of now. Before the opening of this working day (in its first hour: of the one before) ' +
    'the command takes effect now, and its moment waits as a proposal for another person’s approval.',
);
const officer = z.string().max(200).optional().describe('Staff id of who is put in charge, of the handling unit’s staff.');
const reason = {
  reasonCode: z.string().min(1).max(100).describe('A reason of the catalogue (GET /v1/reasons) for this command and day.'),
  reasonText: z
    .string()
    .max(2000)
    .optional()
    .describe('Reason in words; stays in dossier-intake. Needed where the reason asks for it, as `other` does.'),
};

/** Personal data: lives in dossier-intake alone, encrypted, and in no event. */
export const Applicant = z
  .strictObject({
    name: z.string().min(1).max(200).describe('Full name.'),
    idNumber: z.string().max(20).optional().describe('Personal identification number.'),
    phone: z.string().max(20).optional().describe('Telephone number.'),
    email: z.email().optional().describe('E-mail address.'),
    address: z.string().max(500).optional().describe('Address.'),
    language: z.enum(['vi', 'en']).optional().describe('Language in which the applicant wishes to be written to.'),
    zaloConsent: z.boolean().optional().describe('Whether the applicant agreed to messages over Zalo.'),
  })
  .describe('The applicant.')
  .meta({ id: 'Applicant' });
export type Applicant = z.infer<typeof Applicant>;

/** Stars stand where the reader may not see a text: what is masked is no address any more. */
export const ShownApplicant = Applicant.partial()
  .extend({
    name: z.string().optional().describe('Full name; `N*** H***` where it is masked.'),
    email: z.string().optional().describe('E-mail address; `***` where it is masked.'),
  })
  .describe('The applicant, masked unless the reader may see it.')
  .meta({ id: 'ShownApplicant' });

/** `POST /v1/dossiers`: `submit` registers an online submission (status 1), `receive` receives at the counter (status 2). */
export const OpenDossier = z
  .strictObject({
    action: z
      .enum(['submit', 'receive'])
      .default('receive')
      .describe('submit: online, not yet a receipt; receive: at the counter.'),
    unit: Code.describe('The unit that will be responsible.'),
    procedure: Code.describe('Procedure code.'),
    channel: Channel,
    officer: z
      .string()
      .max(200)
      .optional()
      .describe(
        'Staff id of the receiving officer, of the unit’s staff; absent: the token’s subject if it is of the staff, else none.',
      ),
    applicant: Applicant.optional(),
    desk: DeskEntry.optional(),
    limit: Limit.optional().describe('Where the promised limit differs from the procedure’s.'),
    occurredAt,
  })
  .describe('Opens a dossier.')
  .meta({ id: 'OpenDossier' });
export type OpenDossier = z.infer<typeof OpenDossier>;

const proposal = z.number().int().min(1).max(2_147_483_647).describe('Number of the proposal within the dossier.');

/** `POST /v1/dossiers/{id}/<action>`: the body of each action. */
export const dossierActions = {
  receive: z.strictObject({ occurredAt, limit: Limit.optional(), officer }).describe('Accepts an online submission.'),
  refuse: z
    .strictObject({ occurredAt, ...reason })
    .describe('Refuses a submission, or returns a received dossier as not eligible.'),
  transfer: z
    .strictObject({ occurredAt, toUnit: Code.describe('Handling unit.'), officer })
    .describe('Hands over to a handling unit.'),
  'request-supplement': z
    .strictObject({ occurredAt, ...reason, desk: StepEntry.pick({ papers: true }).optional() })
    .describe('Asks the citizen to complete the dossier.'),
  'receive-supplement': z.strictObject({ occurredAt }).describe('The citizen completed it.'),
  'request-payment': z
    .strictObject({ occurredAt, desk: StepEntry.pick({ payment: true }).optional() })
    .describe('Asks for a financial obligation.'),
  'confirm-payment': z
    .strictObject({ occurredAt, desk: StepEntry.pick({ payment: true }).optional() })
    .describe('The payment arrived.'),
  extend: z
    .strictObject({ occurredAt, newDue: IsoInstant.describe('The re-appointed moment.'), ...reason })
    .describe('Apology and re-appointment.'),
  redate: z
    .strictObject({ occurredAt, ...reason })
    .describe('Counts the due moments afresh with the newest version of the calendar (after a late swap of days).'),
  'request-withdrawal': z.strictObject({ occurredAt }).describe('The citizen asks to withdraw.'),
  stop: z
    .strictObject({ occurredAt, endedBy: z.enum(['stopped', 'withdrawn']).default('stopped'), ...reason })
    .describe('Stops the dossier, with notice.'),
  process: z.strictObject({ occurredAt }).describe('The result is ready.'),
  return: z
    .strictObject({ occurredAt, desk: StepEntry.pick({ takenBy: true }).optional() })
    .describe('The result was handed over.'),
  reassign: z
    .strictObject({ occurredAt, toUnit: Code.describe('New responsible unit.'), ...reason })
    .describe('Moves responsibility, as in a reform.'),
  correct: z
    .strictObject({
      occurredAt,
      ...reason,
      correction: z
        .strictObject({
          unit: Code.optional().describe('Refused since responsibility moves by reassign or by propose-unit alone.'),
          procedure: Code.optional(),
          channel: Channel.optional(),
          officer: z
            .string()
            .min(1)
            .max(200)
            .optional()
            .describe(
              'Staff id of who has it in hand from now on, of the handling unit’s staff: no step ends by it, and no clock moves.',
            ),
          receivedAt: IsoInstant.optional(),
          endedAt: IsoInstant.optional(),
          limit: Limit.optional(),
        })
        .describe(
          'The fields to rewrite. Those by which it is counted whether the dossier was on time (procedure, receivedAt, endedAt, limit) are ' +
            'proposed and stay what they are until another person approves them.',
        ),
    })
    .describe('Rewrites what was recorded wrongly, or proposes it where the dossier’s figures would move.'),
  'propose-unit': z
    .strictObject({ unit: Code.describe('The unit that was responsible from receipt on.'), occurredAt, ...reason })
    .describe('Proposes that another unit was responsible from receipt on; somebody above both units approves it.'),
  'approve-proposal': z
    .strictObject({ proposal, occurredAt })
    .describe('Approves what another person proposed: everything is counted afresh, as if it had been right from the start.'),
  'reject-proposal': z.strictObject({ proposal, occurredAt, ...reason }).describe('Rejects a proposal: the figures stay.'),
  revert: z
    .strictObject({
      event: z.number().int().min(1).max(2_147_483_647).describe('dossierVersion after the event to take back: the latest one.'),
      occurredAt,
    })
    .describe('Takes the latest event back: by whoever brought it about, within five minutes, where nothing followed.'),
} as const;
export type DossierAction = keyof typeof dossierActions;
export type DossierActionBody<Action extends DossierAction> = z.infer<(typeof dossierActions)[Action]>;

const actions = z
  .array(z.enum(Object.keys(dossierActions) as DossierAction[]))
  .describe('What the reader may do to it as it stands: lawful in its status, and permitted to their role and unit.');

/** One event of a dossier, as those who handle it read it. */
export const HistoryEntry = z
  .object({
    version: z.number().int().describe('dossierVersion after it.'),
    type: z.string().describe('Event type.'),
    occurredAt: IsoInstant,
    recordedAt: IsoInstant,
    actor: z.string().nullable().describe('Who did it: staff id or system.'),
    change: z.record(z.string(), z.unknown()).describe('What was special to it.'),
    reasonText: z.string().optional().describe('Reason in words, for those who handle the dossier.'),
    desk: StepEntry.optional().describe('What was taken down with it, for those who handle the dossier.'),
  })
  .describe('An event of a dossier.')
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Answer of every write and of `GET /v1/dossiers/{id}`. The header `ETag: "<dossierVersion>"` is the value for `If-Match`. */
export const DossierView = z
  .object({
    dossier: DossierSnapshot,
    ledger: z.array(z.record(z.string(), z.unknown())).describe('How currentDue was counted, step by step.'),
    applicant: ShownApplicant.optional(),
    desk: DeskEntry.optional().describe(
      'What the counter took down (single read only); texts are stars for who does not handle the dossier. Absent: nothing was taken down.',
    ),
    proposals: z
      .array(DossierProposal)
      .optional()
      .describe('What was proposed about it and what has become of that; absent: nothing was.'),
    undo: z
      .object({
        event: z.number().int().describe('dossierVersion after the event that the reader may take back.'),
        name: z.enum(revertibleEventNames).describe('Its short name.'),
        until: IsoInstant.describe('The last moment at which they may.'),
      })
      .optional()
      .describe('What the reader did last and may still take back; absent: nothing.'),
    actions: actions.optional().describe('What the reader may do to it as it stands (single read only).'),
    lookUpPath: z
      .string()
      .optional()
      .describe(
        'Where the applicant follows the dossier without signing in: for the slip, with the receipt alone. Whoever has it may look.',
      ),
    history: z.array(HistoryEntry).optional().describe('Every event, oldest first (single read only).'),
  })
  .describe('A dossier.')
  .meta({ id: 'DossierView' });
export type DossierView = z.infer<typeof DossierView>;

/** `GET /v1/dossiers/{id}/contact`, for services alone: asked at the moment of sending, kept nowhere. */
export const ApplicantContact = z
  .object({
    dossierId: z.uuid(),
    name: z.string().nullable().describe('Full name; null: no applicant is known.'),
    phone: z.string().nullable().describe('As it was written.'),
    email: z.string().nullable(),
    language: z.enum(['vi', 'en']).nullable().describe('null: nothing was said of it.'),
    zaloConsent: z.boolean().nullable().describe('null: nobody asked.'),
    ratingToken: z
      .string()
      .nullable()
      .default(null)
      .describe('Opens the rating of the dossier; null: it has not been returned, or was rated, or nobody is known.'),
    reasonText: z
      .string()
      .nullable()
      .default(null)
      .describe(
        'Reason in words of the event that `reason` asks for; null: it was not asked for, none was given, or it is not for the applicant.',
      ),
  })
  .describe('How the applicant of a dossier is reached, and asked for an opinion.')
  .meta({ id: 'ApplicantContact' });
export type ApplicantContact = z.infer<typeof ApplicantContact>;

/** `GET /v1/dossiers/{id}/applicant-ref`, for services alone: by it they tell dossiers of one applicant from those of another. */
export const ApplicantRef = z
  .object({
    dossierId: z.uuid(),
    applicantRef: z
      .string()
      .nullable()
      .describe('A keyed hash of the personal ID that only dossier-intake can make; null: none was given.'),
    keyId: z.string().optional().describe('The hash key that made it: the active one.'),
    otherRefs: z
      .array(z.string())
      .optional()
      .describe('The same by every other hash key that is live: while keys are rotated, one citizen has a reference of each.'),
  })
  .describe('Whose a dossier is, without saying who that is.')
  .meta({ id: 'ApplicantRef' });
export type ApplicantRef = z.infer<typeof ApplicantRef>;

/** A dossier of a list: its state, and what its reader may do next. */
export const ListedDossier = DossierSnapshot.extend({
  actions,
  applicantName: z
    .string()
    .optional()
    .describe('Full name of the applicant, `N*** H***` where it is masked; absent: not asked for, or none is known.'),
  standIn: z.string().optional().describe('Staff id of who stands in today for the officer in charge; absent: they are there.'),
})
  .describe('A dossier of a list.')
  .meta({ id: 'ListedDossier' });
export type ListedDossier = z.infer<typeof ListedDossier>;

/** `GET /v1/dossiers`: a keyset page. */
export const DossierPage = z
  .object({
    dossiers: z.array(ListedDossier).describe('The page.'),
    next: z.string().nullable().describe('Value for `cursor` of the next page; null: this was the last.'),
  })
  .describe('A page of dossiers.')
  .meta({ id: 'DossierPage' });
export type DossierPage = z.infer<typeof DossierPage>;

/** So many refused events are named in a receipt, the first by line; those beyond are counted. */
export const MAX_LISTED_REFUSALS = 1_000;

/**
 * `POST /v1/events` takes one CloudEvent (`application/cloudevents+json`), a JSON array of them
 * (`application/cloudevents-batch+json`) or one a line (`application/x-ndjson`). Lines count from 1; an array's first is line 1.
 * Answers 200 also when lines were refused: each says why, and nothing else is held up.
 */
export const EventsReceipt = z
  .object({
    accepted: z.number().int().describe('Events taken now.'),
    alreadyThere: z.number().int().describe('Events known before, by (source, id).'),
    refused: z
      .array(
        z.object({
          line: z.number().int().min(1).describe('Line number, from 1.'),
          id: z.string().nullable().describe('Event id where it could be read.'),
          code: z.string().describe('Stable code of the reason.'),
          message: z.string().describe('What is wrong and what to do (Vietnamese or English by Accept-Language).'),
          titles: LocalizedName.optional(),
        }),
      )
      .describe('Refused lines, the first 1,000.'),
    refusedCount: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe('How many lines were refused, listed or not; absent: all are listed.'),
    dossiers: z.number().int().describe('Dossiers touched.'),
    position: z
      .object({ xid: z.string(), position: z.string() })
      .nullable()
      .describe('Place of the last accepted event in the log; null: nothing was accepted.'),
  })
  .describe('What became of each event.')
  .meta({ id: 'EventsReceipt' });
export type EventsReceipt = z.infer<typeof EventsReceipt>;

/** `GET /v1/events/position`: how far the event log goes, and how far it has been published. */
export const EventLogPosition = z
  .object({
    end: z.object({ xid: z.string(), position: z.string() }).nullable().describe('Place of the last event; null: there is none.'),
    relay: z
      .object({ xid: z.string(), position: z.string() })
      .nullable()
      .describe('Everything up to here is in Kafka; null: the relay never ran.'),
    published: z.boolean().describe('Whether the relay has reached the end.'),
    state: z.string().describe('What the relay of this instance does: starting, standby, active, halted or stopped.'),
  })
  .describe('Places in the event log, ordered by (xid, position).')
  .meta({ id: 'EventLogPosition' });
export type EventLogPosition = z.infer<typeof EventLogPosition>;
