import { z } from 'zod';
import { Code, LocalDate, LocalizedName } from '../instant.ts';
import { Limit, PauseRule, ServiceLevel, UnitKind } from '../dossier/vocabulary.ts';
import { ProcedureComponent, ProcedureResult } from '../digitization/digitization-vocabulary.ts';
import { ClockRule } from '../sla/sla-vocabulary.ts';

const validity = {
  validFrom: LocalDate.describe('First day on which this version holds.'),
  validTo: LocalDate.nullable().describe('Last day on which it holds; null: until further notice.'),
};

/** A unit of the state: province, district office, commune or department. */
export const UnitDocument = z
  .object({
    code: Code,
    name: LocalizedName,
    kind: UnitKind,
    parent: Code.nullable().describe('Code of the unit above; null for a root.'),
    calendar: Code.optional().describe('Working calendar; absent: that of the nearest unit above which has one.'),
    dossierCode: z.string().max(50).optional().describe('Agency code inside dossier codes, for example H44.01.'),
    predecessors: z.array(Code).describe('Units it was formed from.'),
    formalName: LocalizedName.optional().describe(
      'The authority as its papers bear it; absent: by its kind, as “Ủy ban nhân dân xã …” of a commune.',
    ),
    telephone: z
      .string()
      .min(3)
      .max(30)
      .optional()
      .describe('Where people ask about their dossier, as it is printed; absent: that of the nearest unit above which has one.'),
    successors: z
      .array(
        z.object({
          unit: Code.describe('Unit that goes on with it.'),
          field: Code.optional().describe('Field of the dossiers it goes on with; absent: of all that no other one names.'),
        }),
      )
      .max(500)
      .optional()
      .describe('Who goes on with what it owned once it has ended; absent: nobody is known.'),
    lateClickToleranceMinutes: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe(
        'How many minutes after it happened an event may be recorded before the click counts as late; absent: that of the unit above.',
      ),
    training: z
      .boolean()
      .optional()
      .describe(
        'People practise here: its dossiers belong to nobody, nobody is written to about them, and it lies in no tree that is counted.',
      ),
    ...validity,
  })
  .describe('A unit.')
  .meta({ id: 'UnitDocument' });
export type UnitDocument = z.infer<typeof UnitDocument>;

/** An administrative procedure: a catalogue entry. */
export const ProcedureDocument = z
  .object({
    code: Code,
    name: LocalizedName,
    field: Code.describe('Code of the field (lĩnh vực).'),
    fieldName: LocalizedName.describe('Name of the field.'),
    levels: z.array(UnitKind).describe('Levels at which it is received.'),
    limit: Limit.nullable().describe('Statutory limit; null: none is known.'),
    maxLimit: Limit.nullable().describe('Longest limit, with verification; null: none is known.'),
    serviceLevel: ServiceLevel,
    steps: z
      .array(
        z.object({
          code: Code.describe('Step code, unique within the procedure.'),
          name: LocalizedName,
          limit: Limit.describe('Within what the step is done.'),
        }),
      )
      .optional()
      .describe('Steps in their order: the first starts at receipt, each transfer starts the next; absent: steps are not timed.'),
    components: z
      .array(ProcedureComponent)
      .max(200)
      .optional()
      .describe('Documents asked for, in the order of the receipt; absent: not listed, the paper file counts as one component.'),
    results: z
      .array(ProcedureResult)
      .max(50)
      .optional()
      .describe(
        'Documents the procedure ends with; none: it prescribes no result; absent: not listed, one result is prescribed.',
      ),
    ...validity,
  })
  .describe('A procedure.')
  .meta({ id: 'ProcedureDocument' });
export type ProcedureDocument = z.infer<typeof ProcedureDocument>;

const clockPeriod = z
  .tuple([z.string(), z.string()])
  .describe('Half-open working period, "07:30" to "11:30"; a close may be "24:00".');
const periods = z.array(clockPeriod).describe('Working periods of the day, in order; none: a day off.');
const weekDay = periods.optional();

/** A working calendar in one zone. Periods of `workingDays` beat `daysOff`, which beat the base week. */
export const CalendarDocument = z
  .object({
    id: Code,
    version: z.number().int().min(1).describe('Grows with every change.'),
    timeZone: z.string().describe('IANA zone, for example Asia/Ho_Chi_Minh.'),
    week: z
      .object({ mon: weekDay, tue: weekDay, wed: weekDay, thu: weekDay, fri: weekDay, sat: weekDay, sun: weekDay })
      .describe('Working periods of each week day.'),
    daysOff: z.array(z.object({ date: LocalDate, name: z.string().describe('Why.') })).describe('Days off.'),
    workingDays: z
      .array(z.object({ date: LocalDate, periods, name: z.string().describe('Why.') }))
      .describe('Days worked although the week or a holiday says otherwise, such as make-up Saturdays.'),
    sameDayCutOff: z.string().describe('From this clock time on, a same-day limit ends on the next working day.'),
    confirmedThrough: LocalDate.describe('Last date for which days off and swaps are decided.'),
  })
  .describe('A working calendar.')
  .meta({ id: 'CalendarDocument' });
export type CalendarDocument = z.infer<typeof CalendarDocument>;

/** What a reason is given for: commands on a dossier, and a head's correction of why it was overdue. */
export const ReasonCommand = z
  .enum([
    'refuse',
    'request-supplement',
    'extend',
    'apologise',
    'redate',
    'stop',
    'reassign',
    'correct',
    'propose-unit',
    'reject-proposal',
    'correct-overdue-cause',
  ])
  .describe('A command that is given with a reason.')
  .meta({ id: 'ReasonCommand' });
export type ReasonCommand = z.infer<typeof ReasonCommand>;

/** Words in small letters joined by hyphens: nothing about a person can be written as one. */
export const ReasonCode = z
  .string()
  .max(60)
  .regex(/^[a-z]+(?:-[a-z]+)*$/, 'A code of a reason is words in small letters joined by hyphens.')
  .describe('Code of a reason, for example components-missing.')
  .meta({ id: 'ReasonCode' });
export type ReasonCode = z.infer<typeof ReasonCode>;

/** A reason that officers choose: what is said of a dossier in a word, so that nothing about a person need be written. */
export const ReasonDocument = z
  .object({
    code: ReasonCode,
    name: LocalizedName.describe('As a notice to the applicant says it.'),
    commands: z.array(ReasonCommand).describe('Commands it may be given for; none: it stands in imported events alone.'),
    asksText: z.boolean().describe('Whether the command must say more in words (`reasonText`); true of `other`.'),
    legacyCodes: z
      .array(
        z.object({
          source: z.string().min(1).max(500).optional().describe('Source of the events (URN); absent: any.'),
          code: z.string().min(1).max(100).describe('What that source writes; compared without regard to case and outer spaces.'),
        }),
      )
      .max(500)
      .optional()
      .describe('What legacy systems write for it; absent: nothing but the code itself.'),
    ...validity,
  })
  .describe('A reason.')
  .meta({ id: 'ReasonDocument' });
export type ReasonDocument = z.infer<typeof ReasonDocument>;

/** The rules of one legal period; which one applies is decided by the date of receipt. */
export const RuleSetDocument = z
  .object({
    code: Code,
    name: LocalizedName,
    law: z.string().describe('Decrees and circulars it stands for.'),
    pauseRules: z
      .object({
        supplement: PauseRule.describe('What a return for completion does.'),
        payment: PauseRule.describe('What a payment hold does.'),
        withdrawal: PauseRule.describe('What a withdrawal being decided does.'),
      })
      .describe('Rule of each reason for a pause.'),
    maxSupplementRequests: z.number().int().min(0).describe('How many supplement requests are lawful.'),
    maxExtensions: z.number().int().min(0).describe('How many re-appointments are lawful.'),
    extensionNoticeHours: z.number().int().min(0).describe('An extension comes at the latest this many hours before currentDue.'),
    backdateToleranceMinutes: z
      .number()
      .int()
      .min(0)
      .max(1440)
      .optional()
      .describe(
        'A live command may lie back to the opening of this working day; for so many minutes after an opening, to that of the working day before. ' +
          'What lies further back takes effect at once and proposes its moment. Absent: 60. Has nothing to do with lateClickToleranceMinutes, ' +
          'which says from when on a lawful delay counts as a late click.',
      ),
    acceptanceLimit: Limit.describe('Within what an online submission must be accepted or refused.'),
    clocks: z.array(ClockRule).optional().describe('The clocks that run under these rules, with their warnings; absent: none.'),
    ...validity,
  })
  .describe('A rule set.')
  .meta({ id: 'RuleSetDocument' });
export type RuleSetDocument = z.infer<typeof RuleSetDocument>;

export const StaffRole = z
  .enum(['counter-officer', 'specialist', 'head', 'leader'])
  .describe('What somebody does in the unit.')
  .meta({ id: 'StaffRole' });
export type StaffRole = z.infer<typeof StaffRole>;

/** Who works where, and as what. Neither a name nor an address: those stay with notification. */
export const StaffDocument = z
  .object({
    id: Code.describe('Staff id: the `sub` of their token and the officer of a dossier; says nothing of the person.'),
    unit: Code.describe('The unit they work in.'),
    role: StaffRole,
    ...validity,
  })
  .describe('Somebody of the staff, for as long as they do this work in this unit.')
  .meta({ id: 'StaffDocument' });
export type StaffDocument = z.infer<typeof StaffDocument>;
