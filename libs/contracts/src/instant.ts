import { z } from 'zod';

/** A moment as ISO 8601 with `Z` or an offset, for example `2022-03-01T08:15:00+07:00`. Published events use `Z` with milliseconds. */
export const IsoInstant = z.iso
  .datetime({ offset: true })
  .describe('A moment, ISO 8601 with Z or an offset, to the millisecond.')
  .meta({ id: 'IsoInstant' });
export type IsoInstant = z.infer<typeof IsoInstant>;

/** A calendar date without a zone, `YYYY-MM-DD`; the zone is that of the unit's working calendar. */
export const LocalDate = z.iso.date().describe('A local date, YYYY-MM-DD.').meta({ id: 'LocalDate' });
export type LocalDate = z.infer<typeof LocalDate>;

/** A stable code for a unit, a procedure, a field, a calendar or a rule set: printable, no spaces at the ends, at most 200 characters. */
export const Code = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\S(?:.*\S)?$/u, 'A code neither starts nor ends with a space.')
  .describe('A stable code, unique within its kind.')
  .meta({ id: 'Code' });
export type Code = z.infer<typeof Code>;

/** A name in Vietnamese, and in English where one exists. */
export const LocalizedName = z
  .object({ vi: z.string().min(1).describe('Vietnamese.'), en: z.string().min(1).optional().describe('English.') })
  .describe('A name for people.')
  .meta({ id: 'LocalizedName' });
export type LocalizedName = z.infer<typeof LocalizedName>;
