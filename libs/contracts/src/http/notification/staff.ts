import { z } from 'zod';
import { Code } from '../../instant.ts';
import { StaffRole } from '../../reference/reference-documents.ts';
import { NoticeChannel, NoticeLanguage } from './vocabulary.ts';

export const StaffPreferences = z
  .strictObject({
    mute: z.array(Code).max(50).describe('Templates they do not want; only notices of an optional class obey.'),
    channels: z
      .array(NoticeChannel)
      .max(5)
      .describe('Channels they would rather be reached by, best first; empty: as the rules say.'),
    digest: z.boolean().describe('Whether they get the daily digest.'),
  })
  .describe('What somebody wants to be told, and how.')
  .meta({ id: 'StaffPreferences' });
export type StaffPreferences = z.infer<typeof StaffPreferences>;

const contactFields = {
  name: z.string().min(1).max(200).nullable().describe('Name for people; null: not entered.'),
  mail: z.email().nullable().describe('Official mailbox; null: none.'),
  phone: z
    .string()
    .regex(/^\+?\d{8,15}$/)
    .nullable()
    .describe('Official telephone number; null: none.'),
  zalo: z.string().min(1).max(100).nullable().describe('Zalo number; null: none.'),
  language: NoticeLanguage,
};

/** `PUT /v1/staff/{id}/contact`: how somebody is reached. Where they work is the catalogue's: `PUT /v1/staff/{id}`. */
export const PutStaffContact = z
  .strictObject({ ...contactFields, preferences: StaffPreferences.optional().describe('Absent: their own stay as they are.') })
  .describe('How somebody of the staff is reached.')
  .meta({ id: 'PutStaffContact' });
export type PutStaffContact = z.infer<typeof PutStaffContact>;

/** Who says where somebody works: the catalogue; or, until it knows them, what notification was told before the catalogue had staff. */
export const PlacedBy = z.enum(['catalogue', 'notification']).describe('Who says where they work.');
export type PlacedBy = z.infer<typeof PlacedBy>;

/** `GET /v1/staff/{id}/contact`, `GET /v1/staff-contacts?unit=` */
export const StaffContact = z
  .object({
    id: Code.describe('Staff id.'),
    ...contactFields,
    preferences: StaffPreferences,
    place: z
      .object({ unit: z.string(), role: StaffRole, placedBy: PlacedBy })
      .nullable()
      .describe('Where they work today; null: nowhere, they are told nothing.'),
  })
  .describe('How somebody of the staff is reached.')
  .meta({ id: 'StaffContact' });
export type StaffContact = z.infer<typeof StaffContact>;

export const StaffContactPage = z
  .object({
    unit: z.string().nullable().describe('Unit whose subtree is listed; null: all.'),
    staff: z.array(StaffContact),
    next: z.string().nullable(),
  })
  .describe('A page of contacts, by staff id.')
  .meta({ id: 'StaffContactPage' });
export type StaffContactPage = z.infer<typeof StaffContactPage>;
