import { z } from 'zod';
import { Limit } from '../dossier/vocabulary.ts';

/** The clocks of a dossier (domain rules: acceptance, transfer, step, the whole dossier, the last moment of a lawful apology). */
export const SlaClock = z
  .enum(['acceptance', 'transfer', 'step', 'dossier', 'apology', 'promise'])
  .describe(
    'acceptance: an online submission is accepted or refused; transfer: a received dossier is handed to the handling unit; step: the ' +
      'step in hand; dossier: the whole dossier; apology: the last moment at which an apology with a new appointment is lawful; promise: the moment promised in an apology for being late.',
  )
  .meta({ id: 'SlaClock' });
export type SlaClock = z.infer<typeof SlaClock>;

/** Whom an escalation step tells. `head-above` is the head of the unit above the responsible one. */
export const SlaAudience = z
  .enum(['counter-officer', 'specialist', 'head', 'head-above'])
  .describe('Whom an alert is for, by role in the unit that has the dossier.')
  .meta({ id: 'SlaAudience' });
export type SlaAudience = z.infer<typeof SlaAudience>;

export const Urgency = z
  .enum(['normal', 'high'])
  .describe('normal: waits for the unit’s next opening; high: is sent at any hour.')
  .meta({ id: 'Urgency' });
export type Urgency = z.infer<typeof Urgency>;

/** When an escalation step is reached, counted from its clock’s start and due. */
export const EscalationMoment = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('share').describe('What it is counted from.'),
      of: z.number().gt(0).lt(1).describe('Share of the working time of the limit that has gone by, for example 0.8.'),
    }),
    z.object({
      kind: z.literal('before').describe('What it is counted from.'),
      limit: Limit.describe('So long before the due moment.'),
    }),
    z.object({ kind: z.literal('breach').describe('What it is counted from.') }),
    z.object({
      kind: z.literal('after').describe('What it is counted from.'),
      limit: Limit.describe('So long after the due moment.'),
    }),
  ])
  .describe('When a rung is reached.');
export type EscalationMoment = z.infer<typeof EscalationMoment>;

/** One step of the escalation policy of warnings. */
export const EscalationStep = z
  .object({
    id: z.string().min(1).max(40).describe('Name of the rung within its clock, for example `four-hours-before`.'),
    at: EscalationMoment,
    tell: z.array(SlaAudience).min(1).describe('Who is told.'),
    urgency: Urgency,
  })
  .describe('A rung of a clock.')
  .meta({ id: 'Rung' });
export type EscalationStep = z.infer<typeof EscalationStep>;

/** A clock that a rule set runs, with its escalation policy. A rule set runs only the clocks it lists. */
export const ClockRule = z
  .object({
    clock: SlaClock,
    limitAfterCutOff: Limit.optional().describe(
      'Of `transfer` alone: the limit, from the next opening on, where the dossier came at the same-day cut-off or later.',
    ),
    rungs: z.array(EscalationStep).describe('The ladder, in any order.'),
  })
  .describe('A clock and its ladder.')
  .meta({ id: 'ClockRule' });
export type ClockRule = z.infer<typeof ClockRule>;

/** Why a dossier was, or was shown, overdue. */
export const OverdueCauseCode = z
  .enum(['real', 'sync-lag', 'late-click', 'waiting-citizen', 'configuration', 'calendar'])
  .describe(
    'real: handled late; sync-lag: ended in time, learnt late; late-click: recorded later than it happened by more than the unit tolerates; ' +
      'waiting-citizen: the citizen’s turn used up the time; configuration: the limit differs from the procedure’s; calendar: a change of the calendar.',
  )
  .meta({ id: 'OverdueCause' });
export type OverdueCauseCode = z.infer<typeof OverdueCauseCode>;
