import { z } from 'zod';
import { Code, IsoInstant } from '../instant.ts';
import { CalendarDocument } from '../reference/reference-documents.ts';

const changedCalendar = z
  .object({ id: Code.describe('Calendar id.'), version: z.number().int().describe('Calendar version.') })
  .describe('The version that moves dossiers.');

/** `POST /v1/calendar-changes`: what would move. The change itself is made by putting the document into the catalogue. */
export const CalendarChangeRequest = z
  .strictObject({
    calendar: CalendarDocument,
    apply: z
      .literal(false)
      .default(false)
      .describe('A preview is all that is given here: PUT /v1/calendars/{id} makes the change, and it is followed from there.'),
  })
  .describe('Asks what a new version of a calendar would move.')
  .meta({ id: 'CalendarChangeRequest' });
export type CalendarChangeRequest = z.infer<typeof CalendarChangeRequest>;

export const CalendarChangeUnit = z
  .object({
    unit: Code.describe('Responsible unit.'),
    dossiers: z.number().int().describe('Open dossiers of which a due moment moves.'),
    earlier: z.number().int().describe('Of those, whose promised moment moves to an earlier one.'),
    later: z
      .number()
      .int()
      .describe(
        'Whose promised moment moves to a later one. Of the rest only the due without extensions, or that of set 766, moves.',
      ),
  })
  .describe('What moves in a unit.')
  .meta({ id: 'CalendarChangeUnit' });
export type CalendarChangeUnit = z.infer<typeof CalendarChangeUnit>;

export const CalendarChangePreview = z
  .object({
    calendar: changedCalendar,
    dossiers: z.number().int().describe('Open dossiers that would be re-dated.'),
    units: z.array(CalendarChangeUnit).describe('By responsible unit, in the order of their codes.'),
    sample: z
      .array(
        z.object({
          dossierId: z.uuid(),
          code: z.string().nullable().describe('Dossier code, else the code in the system it was imported from.'),
          unit: Code.describe('Responsible unit.'),
          before: IsoInstant.nullable().describe('currentDue as promised now; null: nothing was promised.'),
          after: IsoInstant.nullable().describe('currentDue under the new version.'),
        }),
      )
      .describe('Some of them, at most 20; those whose promised moment moves.'),
  })
  .describe('What a new version of a calendar would move.')
  .meta({ id: 'CalendarChangePreview' });
export type CalendarChangePreview = z.infer<typeof CalendarChangePreview>;

/** `GET /v1/calendar-changes?calendar=&version=`. */
export const CalendarChangeProgress = z
  .object({
    calendar: changedCalendar,
    state: z
      .enum(['planning', 'applying', 'done', 'superseded'])
      .describe('superseded: a newer version came before this one was begun, and is followed in its place.'),
    planned: z.number().int().describe('Dossiers to re-date; 0 while they are being found.'),
    done: z.number().int().describe('Re-dated.'),
    skipped: z.number().int().describe('Not re-dated after all: they ended, or moved in another way, meanwhile.'),
  })
  .describe('How far a change of a calendar has come.')
  .meta({ id: 'CalendarChangeProgress' });
export type CalendarChangeProgress = z.infer<typeof CalendarChangeProgress>;
