import { z } from 'zod';
import { Code, IsoInstant, LocalDate } from '../instant.ts';

const said = {
  staff: Code.describe('Staff id of who is absent.'),
  from: LocalDate.describe('First day.'),
  to: LocalDate.describe('Last day.'),
  substitute: Code.describe('Staff id of who stands in: of the same unit, on the first and on the last day.'),
};

/** `POST /v1/absences` */
export const NewAbsence = z
  .strictObject(said)
  .refine(({ from, to }) => from <= to, { message: 'An absence begins before it ends.', path: ['to'] })
  .describe('Who is absent, from when to when, and who stands in.')
  .meta({ id: 'NewAbsence' });
export type NewAbsence = z.infer<typeof NewAbsence>;

export const Absence = z
  .object({
    id: z.uuid().describe('Identity of the absence.'),
    ...said,
    unit: Code.describe('The unit in which they work.'),
    madeBy: z.string().describe('Who recorded it: staff id.'),
    madeAt: IsoInstant.describe('When.'),
  })
  .describe(
    'An absence that holds or will. While it does, whoever stands in gets what is given to the absent, and sees what they have in hand.',
  )
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof Absence>;

/** `GET /v1/absences`: there are few of them, so that one answer has them all. */
export const AbsenceList = z
  .object({ absences: z.array(Absence).describe('Those that hold today or will, the next first.') })
  .describe('Absences of a unit and those below it.')
  .meta({ id: 'AbsenceList' });
export type AbsenceList = z.infer<typeof AbsenceList>;
