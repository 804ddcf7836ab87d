import { z } from 'zod';
import { IsoInstant } from '../instant.ts';
import { OverdueCauseCode, SlaClock } from '../sla/sla-vocabulary.ts';
import { paragraphs } from '../text/text-mark.ts';

export const ClockState = z
  .enum(['running', 'paused', 'due-soon', 'breached', 'closed'])
  .describe(
    'running: time is left and no warning was due yet; due-soon: an escalation step before the due moment was reached; breached: the due moment has passed; ' +
      'paused: it stands; closed: done.',
  )
  .meta({ id: 'ClockState' });
export type ClockState = z.infer<typeof ClockState>;

/** A clock as a worklist shows it. */
export const ClockLine = z
  .object({
    dossierId: z.uuid(),
    code: z.string().nullable().describe('Dossier code.'),
    sourceCode: z.string().nullable().describe('The code in the system it was imported from.'),
    clock: SlaClock,
    generation: z.number().int().min(1),
    state: ClockState,
    startedAt: IsoInstant.describe('When the clock started.'),
    due: IsoInstant.nullable().describe('The moment it runs to; null: it stands.'),
    originalDue: IsoInstant.nullable().describe('Of the dossier’s clock: due without extensions.'),
    remainingMinutes: z
      .number()
      .int()
      .nullable()
      .describe('Working minutes left; negative: past due; null: it stands or is done.'),
    lastEscalation: z.string().nullable().describe('The highest escalation step alerted in this generation.'),
    nextEscalation: z.string().nullable().describe('The escalation step that comes next; null: none.'),
    nextEscalationAt: IsoInstant.nullable(),
    breached: z.boolean().describe('The due moment passed before it was done: a fact that stays when the clock is closed.'),
    unit: z.string().describe('Responsible unit.'),
    handlingUnit: z.string(),
    officer: z.string().nullable().describe('Staff id of the officer in charge.'),
    procedure: z.string(),
    timeZone: z.string().describe('IANA zone, in which people read its moments.'),
  })
  .describe('A clock of a dossier.')
  .meta({ id: 'ClockLine' });
export type ClockLine = z.infer<typeof ClockLine>;

/** `GET /v1/clocks?unit=&state=&clock=&officer=&asOf=&sort=due&cursor=&limit=`: the worklist, in keyset pages. */
export const ClockPage = z
  .object({
    unit: z.string().describe('Unit whose subtree is listed.'),
    asOf: IsoInstant.describe('The moment the states stand for: the timer’s now unless told, never beyond it.'),
    count: z.number().int().min(0).describe('How many clocks there are in all, not in this page.'),
    clocks: z.array(ClockLine),
    next: z.string().nullable().describe('Cursor of the next page; null: this is the last.'),
  })
  .describe('A page of clocks.')
  .meta({ id: 'ClockPage' });
export type ClockPage = z.infer<typeof ClockPage>;

/** `GET /v1/dossiers/{id}/clocks`: every clock with what became of each generation. */
export const DossierClocks = z
  .object({
    dossierId: z.uuid(),
    asOf: IsoInstant,
    clocks: z.array(
      ClockLine.extend({
        history: z.array(
          z.object({
            generation: z.number().int(),
            at: IsoInstant.describe('When it happened.'),
            what: z
              .enum(['scheduled', 'paused', 'closed', 'alerted', 'recovered'])
              .describe('scheduled: runs to a due moment; alerted: an escalation step was reached.'),
            due: IsoInstant.nullable(),
            escalation: z.string().nullable(),
            because: z.string().nullable().describe('The dossier event behind it, for example `extended`.'),
          }),
        ),
      }),
    ),
  })
  .describe('The clocks of a dossier.')
  .meta({ id: 'DossierClocks' });
export type DossierClocks = z.infer<typeof DossierClocks>;

/** Which dossier a line is about, and who answers for it. */
const dossierOfALine = {
  dossierId: z.uuid(),
  code: z.string().nullable(),
  sourceCode: z.string().nullable(),
  unit: z.string(),
  officer: z.string().nullable(),
};

/** A line of the end-of-day list *done on paper, not clicked*. */
export const LikelyCompletedOfflineLine = z
  .object({
    ...dossierOfALine,
    procedure: z.string(),
    why: z
      .enum(['finished-in-file', 'untouched-past-due'])
      .describe(
        'finished-in-file: its trail says finished, its status does not; untouched-past-due: nothing was recorded since its due passed.',
      ),
    due: IsoInstant.nullable(),
    lastTouchedAt: IsoInstant,
    timeZone: z.string(),
  })
  .describe('A dossier that is probably done, and not clicked.')
  .meta({ id: 'PaperDoneLine' });
export type LikelyCompletedOfflineLine = z.infer<typeof LikelyCompletedOfflineLine>;

/** `GET /v1/likely-completed-offline?unit=&officer=&asOf=&cursor=&limit=` */
export const LikelyCompletedOfflinePage = z
  .object({
    unit: z.string(),
    asOf: IsoInstant,
    count: z.number().int(),
    dossiers: z.array(LikelyCompletedOfflineLine),
    next: z.string().nullable(),
  })
  .describe('A page of the end-of-day list.')
  .meta({ id: 'PaperDonePage' });
export type LikelyCompletedOfflinePage = z.infer<typeof LikelyCompletedOfflinePage>;

/** The overdue cause of an overdue dossier: `GET /v1/dossiers/{id}/overdue-cause`, `GET /v1/overdue-causes?unit=&cause=`. */
export const OverdueCauseRecord = z
  .object({
    ...dossierOfALine,
    judgement: z.number().int().min(1),
    cause: OverdueCauseCode.nullable(),
    overdueSince: IsoInstant,
    rule: z.string(),
    explanation: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    judgedBy: z.string(),
    judgedAt: IsoInstant,
    reasonCode: z.string().nullable(),
    reasonText: z.string().optional().describe('Reason in words, of one verdict and for those who handle the dossier.'),
    timeZone: z.string(),
  })
  .describe('Why a dossier is, or was shown, overdue.')
  .meta({ id: 'OverdueVerdict' });
export type OverdueCauseRecord = z.infer<typeof OverdueCauseRecord>;

/** `PUT /v1/dossiers/{id}/overdue-cause`: the head corrects the rules. */
export const CorrectOverdueCause = z
  .strictObject({
    cause: OverdueCauseCode,
    reasonCode: z.string().min(1).max(100).describe('A reason of the catalogue (GET /v1/reasons) for `correct-overdue-cause`.'),
    reasonText: paragraphs(z.string().max(2000))
      .optional()
      .describe('Reason in words; stays in sla-timer, encrypted. Needed where the reason asks for it.'),
  })
  .describe('A head corrects the cause of an overdue.');
export type CorrectOverdueCause = z.infer<typeof CorrectOverdueCause>;

/** `POST /v1/clocks/verification`: open clocks and their dues against the event table, by another path than they are scheduled. */
export const ClocksVerification = z
  .object({
    dossiers: z.number().int().describe('Dossiers whose own clock was compared.'),
    open: z.number().int().describe('Clocks that are not closed.'),
    different: z
      .array(
        z.object({
          dossierId: z.uuid(),
          clock: z.string(),
          what: z.enum(['version', 'state', 'due', 'originalDue', 'lateFrom', 'nextEscalation']),
          expected: z.string().nullable().describe('As the event table says.'),
          found: z.string().nullable().describe('As the clock has it.'),
        }),
      )
      .describe('At most 1,000; empty: equal.'),
  })
  .describe('Clocks and the event table, compared.')
  .meta({ id: 'ClocksVerification' });
export type ClocksVerification = z.infer<typeof ClocksVerification>;
