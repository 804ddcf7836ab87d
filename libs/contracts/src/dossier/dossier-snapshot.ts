import { z } from 'zod';
import { Code, IsoInstant } from '../instant.ts';
import { Channel, EndedBy, Finding, Limit, PauseReason, PauseRule, ServiceLevel, StatusCode, UnitKind } from './vocabulary.ts';

export const SnapshotPause = z
  .object({
    reason: PauseReason,
    rule: PauseRule,
    from: IsoInstant.describe('When the clock stopped.'),
    to: IsoInstant.nullable().describe('When it went on; null: it still stands.'),
  })
  .describe('An interval in which the clock stood.')
  .meta({ id: 'SnapshotPause' });
export type SnapshotPause = z.infer<typeof SnapshotPause>;

export const LateFrom = z
  .object({
    original: IsoInstant.nullable().describe('By originalDue.'),
    current: IsoInstant.nullable().describe('By currentDue.'),
    set766: IsoInstant.nullable().describe('By due766.'),
  })
  .describe(
    'The first instant at which the dossier, if unfinished, is late by each rule as things stand: a minute after a due moment of ours, a second ' +
      'after a supplied one. An open supplement postpones `original` and `set766` to its end (its request stands in the present moment’s place). ' +
      'null: it cannot become late as things stand. An ended dossier is late by a rule exactly when endedAt ≥ lateFrom.',
  )
  .meta({ id: 'LateFrom' });
export type LateFrom = z.infer<typeof LateFrom>;

/** The whole state of a dossier after an event: a consumer needs no other event and no other service. No personal data. */
export const DossierSnapshot = z
  .object({
    dossierId: z.uuid().describe('Identity of the dossier; the Kafka key.'),
    dossierVersion: z.number().int().min(1).describe('Grows by one with each event of this dossier.'),
    code: z.string().nullable().describe('Dossier code, H44.<unit>-YYMMDD-NNNN; null before receipt and for imports.'),
    origin: z.string().describe('The system the dossier was born in; with sourceCode it is unique.'),
    sourceCode: z.string().nullable().describe('The code in the system it was imported from.'),
    imported: z.boolean().describe('Came in through the event import and not by a live command.'),
    procedure: Code.describe('Procedure code.'),
    field: Code.describe('Field code of the procedure.'),
    serviceLevel: ServiceLevel,
    channel: Channel,
    responsibleUnit: Code.describe('The unit the dossier is counted under.'),
    responsiblePath: z.array(Code).min(1).describe('Path of that unit from the root down to itself, at receipt or reassignment.'),
    responsibleKind: UnitKind.describe('Level of the responsible unit.'),
    handlingUnit: Code.describe('The unit that handles it now.'),
    officer: z.string().nullable().describe('Staff id of the officer in charge, never a name.'),
    status: StatusCode,
    submittedAt: IsoInstant.nullable().describe('When it was submitted online.'),
    receivedAt: IsoInstant.nullable().describe('When it was received complete; null: not yet received.'),
    limit: Limit.nullable().describe('The limit promised at receipt.'),
    maxLimit: Limit.nullable().describe('The longest limit of the procedure.'),
    ruleSet: Code.describe('The rule set in force on the date of receipt.'),
    calendar: z
      .object({ id: Code.describe('Calendar id.'), version: z.number().int().describe('Calendar version.') })
      .describe('The calendar used.'),
    timeZone: z.string().describe('IANA zone of the calendar; local days are days of this zone.'),
    originalDue: IsoInstant.nullable().describe('Due without extensions, with pauses; null: none, or an open pause holds it.'),
    currentDue: IsoInstant.nullable().describe('Due with extensions and pauses; null: none, or an open pause holds it.'),
    due766: IsoInstant.nullable().describe('Due by indicator set 766: every supplement interval subtracted.'),
    dueSupplied: z.boolean().describe('originalDue came from outside and is compared to the second.'),
    noDue: z.boolean().describe('Neither a due moment nor a maximum limit is known: on time, counted apart.'),
    lateFrom: LateFrom,
    pauses: z.array(SnapshotPause).describe('Every interval in which the clock stood, in order.'),
    submissionPauses: z
      .array(SnapshotPause)
      .optional()
      .describe(
        'Every interval before receipt in which the acceptance of an online submission waited for the citizen; nothing of it moves a due moment. ' +
          'Absent: none.',
      ),
    supplementCount: z.number().int().min(0).describe('How many supplement requests there were.'),
    extensionCount: z.number().int().min(0).describe('How many extensions were given.'),
    apology: z
      .object({
        at: IsoInstant.describe('When it was given.'),
        promised: IsoInstant.describe('By when the result was promised then; no due moment moves by it.'),
      })
      .optional()
      .describe('The latest apology for being late; absent: none was given.'),
    endedAt: IsoInstant.nullable().describe(
      'When it ended: processed, else returned, else stopped, refused or withdrawn after receipt.',
    ),
    endedBy: EndedBy.nullable(),
    returnedAt: IsoInstant.nullable().describe('When the result was handed over.'),
    findings: z.array(Finding).describe('Data-quality findings so far.'),
    occurredAt: IsoInstant.describe('When the event happened.'),
    recordedAt: IsoInstant.describe('When the system learnt of it.'),
  })
  .describe('The state of a dossier after an event.')
  .meta({ id: 'DossierSnapshot' });
export type DossierSnapshot = z.infer<typeof DossierSnapshot>;
