import { z } from 'zod';
import { Code } from '../../instant.ts';
import { NoticeChannel, NoticeLanguage } from './vocabulary.ts';

export const StaffRole = z
  .enum(['counter-officer', 'specialist', 'head', 'leader'])
  .describe('What somebody does in his unit.')
  .meta({ id: 'StaffRole' });
export type StaffRole = z.infer<typeof StaffRole>;

export const StaffPreferences = z
  .strictObject({
    mute: z.array(Code).max(50).describe('Templates he does not want; only notices of an optional class obey.'),
    channels: z
      .array(NoticeChannel)
      .max(5)
      .describe('Channels he would rather be reached by, best first; empty: as the rules say.'),
    digest: z.boolean().describe('Whether he gets the daily digest.'),
  })
  .describe('What somebody wants to be told, and how.')
  .meta({ id: 'StaffPreferences' });
export type StaffPreferences = z.infer<typeof StaffPreferences>;

const staffFields = {
  name: z.string().min(1).max(200).describe('Name for people.'),
  unit: Code.describe('The unit he works in.'),
  role: StaffRole,
  mail: z.email().nullable().describe('Official mailbox; null: none.'),
  phone: z
    .string()
    .regex(/^\+?\d{8,15}$/)
    .nullable()
    .describe('Official telephone number; null: none.'),
  zalo: z.string().min(1).max(100).nullable().describe('Zalo number; null: none.'),
  language: NoticeLanguage,
  active: z.boolean().describe('false: has left, is told nothing.'),
};

/** `PUT /v1/staff/{id}`: the id is the `sub` of his token and the officer of a dossier. */
export const PutStaffMember = z
  .strictObject({ ...staffFields, preferences: StaffPreferences.optional().describe('Absent: his own stay as they are.') })
  .describe('Somebody who is told things.')
  .meta({ id: 'PutStaffMember' });
export type PutStaffMember = z.infer<typeof PutStaffMember>;

/** `GET /v1/staff/{id}`, `GET /v1/staff?unit=` */
export const StaffMember = z
  .object({ id: Code.describe('Staff id.'), ...staffFields, preferences: StaffPreferences })
  .describe('Somebody who is told things.')
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffPage = z
  .object({
    unit: z.string().describe('Unit whose subtree is listed.'),
    staff: z.array(StaffMember),
    next: z.string().nullable(),
  })
  .describe('A page of the staff directory, by id.')
  .meta({ id: 'StaffPage' });
export type StaffPage = z.infer<typeof StaffPage>;
