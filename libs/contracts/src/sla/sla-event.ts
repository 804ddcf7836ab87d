import { z } from 'zod';
import { defineEventFamily } from '../event/define-event-family.ts';
import { readEvent, type EventNews, type Reading } from '../event/read-event.ts';
import { UnitKind } from '../dossier/vocabulary.ts';
import { Code, IsoInstant } from '../instant.ts';
import { topics } from '../topics.ts';
import { OverdueCauseCode, SlaAudience, SlaClock, Urgency } from './sla-vocabulary.ts';

/** Whose dossier it is: what an alert, a list or a figure needs without asking another service. No personal data. */
const subject = {
  dossierId: z.uuid().describe('The dossier; the Kafka key.'),
  dossierVersion: z.number().int().min(1).describe('Version of the dossier that this rests on.'),
  code: z.string().nullable().describe('Dossier code; null before receipt and for imports.'),
  sourceCode: z.string().nullable().describe('The code in the system it was imported from.'),
  imported: z.boolean().describe('Came in through the event import.'),
  procedure: Code.describe('Procedure code.'),
  field: Code.describe('Field code.'),
  responsibleUnit: Code.describe('The unit it is counted under.'),
  responsiblePath: z.array(Code).min(1).describe('Path of that unit from the root down to itself.'),
  responsibleKind: UnitKind,
  handlingUnit: Code.describe('The unit that handles it now.'),
  officer: z.string().nullable().describe('Staff id of the officer in charge, never a name.'),
  calendar: z
    .object({ id: Code.describe('Calendar id.'), version: z.number().int().describe('Calendar version.') })
    .describe('The working calendar.'),
  timeZone: z.string().describe('IANA zone of the calendar.'),
};

const clock = {
  clock: SlaClock,
  generation: z.number().int().min(1).describe('Generation of the clock: grows when it is paused, resumed, re-dated or closed.'),
  due: IsoInstant.describe('The moment the clock runs to.'),
  originalDue: IsoInstant.nullable().describe('Of the dossier’s clock: due without extensions; else null.'),
};

const fromImport = z
  .boolean()
  .optional()
  .describe(
    'It lies in a history that was loaded: reached before its import session had ended, or told by an event of one. A fact, of which nobody is told at once.',
  );

const alert = {
  ...subject,
  ...clock,
  rung: z.string().describe('The rung reached: the highest, where several were passed at once.'),
  foldedRungs: z.array(z.string()).describe('Lower rungs that this alert stands in for, lowest first.'),
  remainingMinutes: z
    .number()
    .int()
    .describe('Working minutes left until due when the rung was reached; negative: working minutes past it.'),
  reachedAt: IsoInstant.describe('The moment of the rung.'),
  firedAt: IsoInstant.describe('When the timer fired, by the database’s clock.'),
  tell: z.array(SlaAudience).describe('Whom to tell.'),
  urgency: Urgency,
  fromImport,
};

/** What each event says, by short name. */
export const slaData = {
  'due-soon': z.object(alert).describe('A clock will run out.'),
  breached: z.object(alert).describe('A clock has run out.'),
  recovered: z
    .object({
      ...subject,
      ...clock,
      by: z
        .enum(['closed', 're-dated'])
        .describe('closed: what the clock waited for was done; re-dated: it runs to a later moment.'),
      breachedDue: IsoInstant.describe('The due moment that had passed.'),
      newDue: IsoInstant.nullable().describe('The moment it runs to now; null: closed, or paused.'),
      lateMinutes: z.number().int().min(0).describe('Working minutes it was late.'),
      fromImport,
    })
    .describe('A breached clock was closed or re-dated.'),
  'overdue-judged': z
    .object({
      ...subject,
      judgement: z.number().int().min(1).describe('Grows with every verdict on this dossier; the newest holds.'),
      cause: OverdueCauseCode.nullable().describe('null: the verdict was taken back; it is not overdue after all.'),
      overdueSince: IsoInstant.describe('The due moment that passed, by currentDue.'),
      rule: z.string().describe('The rule that decided, or `head` where a person did.'),
      explanation: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).describe('What the rule compared.'),
      judgedBy: z.string().describe('`rules`, or the staff id of the head who corrected it.'),
      reasonCode: z.string().nullable().describe('Reason of a correction, as a code of the catalogue; null: the rules decided.'),
    })
    .describe('Why a dossier is, or was shown, overdue.'),
  'calendar-changed': z
    .object({
      unit: Code.describe('Responsible unit whose dossiers were re-dated; the Kafka key is the unit.'),
      path: z.array(Code).min(1).describe('Path of that unit.'),
      calendar: z
        .object({ id: Code.describe('Calendar id.'), version: z.number().int().describe('Calendar version.') })
        .describe('The new version.'),
      timeZone: z.string().describe('IANA zone of the calendar.'),
      dossiers: z.number().int().min(1).describe('How many open dossiers moved.'),
      earlier: z.number().int().min(0).describe('How many of them to an earlier moment.'),
      later: z.number().int().min(0).describe('How many of them to a later one.'),
    })
    .describe('A change of the calendar re-dated dossiers of a unit: one summary a unit.'),
} as const;

export type SlaEventName = keyof typeof slaData;

/** What the clocks say, from both ends. */
export const slaEvents = defineEventFamily({
  domain: 'sla',
  topic: topics.slaEvents.name,
  subject: z.string().min(1).describe('The dossier id; of calendar-changed the unit.'),
  data: slaData,
  describe: (name) => slaData[name].description ?? name,
  order: 'subject-first',
});

export const slaEventNames: readonly SlaEventName[] = slaEvents.names;
export const toSlaEventType = slaEvents.toType;
/** The event's short name, or undefined where the type is none of ours. */
export const findSlaEventName = slaEvents.findName;
/** One schema an event type, by short name: `slaEventSchemas['due-soon']`. */
export const slaEventSchemas = slaEvents.schemas;

export type SlaEvent<Name extends SlaEventName = SlaEventName> = {
  [One in Name]: z.infer<(typeof slaEventSchemas)[One]>;
}[Name];
export type SlaData<Name extends SlaEventName> = z.infer<(typeof slaData)[Name]>;

/**
 * A message of the clocks.
 *
 * @param passedOver events that are of no use to this consumer, with a word why; they are not looked at
 */
export const readSlaEvent = <Passed extends SlaEventName = never>(
  value: Buffer | null,
  passedOver: Readonly<Record<Passed, string>>,
): Reading<EventNews<SlaEventName, SlaEvent<Exclude<SlaEventName, Passed>>>> =>
  readEvent(value, {
    findName: findSlaEventName,
    // what is passed over is never parsed
    schemaOf: (name) => slaEventSchemas[name] as unknown as z.ZodType<SlaEvent<Exclude<SlaEventName, Passed>>>,
    passedOver,
  });
