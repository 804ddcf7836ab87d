import { z } from 'zod';
import { Code, IsoInstant } from '../instant.ts';
import { Channel, Limit } from '../dossier/vocabulary.ts';
import { Applicant } from './applicant.ts';
import { DeskEntry } from './desk-entry.ts';
import { StepEntry } from './step-entry.ts';
import { paragraphs } from '../text/text-mark.ts';

const occurredAt = IsoInstant.optional().describe(
  'When it happened; absent: now. At most 5 minutes ahead of now, which is then taken as now: clocks differ. Before the opening of this working day (in its first hour: of the one before) ' +
    'the command takes effect now, and its moment waits as a proposal for another person’s approval.',
);
const officer = z.string().max(200).optional().describe('Staff id of who is put in charge, of the handling unit’s staff.');
const reason = {
  reasonCode: z.string().min(1).max(100).describe('A reason of the catalogue (GET /v1/reasons) for this command and day.'),
  reasonText: paragraphs(z.string().max(2000))
    .optional()
    .describe('Reason in words; stays in dossier-intake. Needed where the reason asks for it, as `other` does.'),
};

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
  'receive-supplement': z
    .strictObject({ occurredAt, desk: StepEntry.pick({ handedIn: true }).optional() })
    .describe('The citizen completed it.'),
  'request-payment': z
    .strictObject({ occurredAt, desk: StepEntry.pick({ payment: true }).optional() })
    .describe('Asks for a financial obligation.'),
  'confirm-payment': z
    .strictObject({ occurredAt, desk: StepEntry.pick({ payment: true }).optional() })
    .describe('The payment arrived.'),
  extend: z
    .strictObject({ occurredAt, newDue: IsoInstant.describe('The re-appointed moment.'), ...reason })
    .describe('Apology and re-appointment.'),
  apologise: z
    .strictObject({ occurredAt, promised: IsoInstant.describe('By when the result comes now.'), ...reason })
    .describe('Apology for a result that is late: no due moment moves by it.'),
  redate: z
    .strictObject({ occurredAt, ...reason })
    .describe('Counts the due moments afresh with the newest version of the calendar (after a late swap of days).'),
  'request-withdrawal': z.strictObject({ occurredAt }).describe('The citizen asks to withdraw.'),
  stop: z
    .strictObject({ occurredAt, endedBy: z.enum(['stopped', 'withdrawn']).default('stopped'), ...reason })
    .describe('Stops the dossier, with notice.'),
  process: z.strictObject({ occurredAt }).describe('The result is ready.'),
  return: z
    .strictObject({ occurredAt, desk: StepEntry.pick({ takenBy: true, payment: true }).optional() })
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
