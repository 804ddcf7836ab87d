import { z } from 'zod';
import { IsoInstant } from './instant.ts';

/** On `audit.alarms.v1`, once an hour of each person and service at most. */
export const AuditAlarm = z
  .object({
    kind: z.literal('mass-look-up'),
    service: z.string().describe('Whose log it stands in.'),
    sub: z.string().describe('Who.'),
    role: z.string().describe('In which post.'),
    unit: z.string().nullable().describe('Of which unit.'),
    subjects: z.number().int().min(1).describe('How many dossiers and searches there were within the hour.'),
    at: IsoInstant.describe('When it was noticed.'),
  })
  .describe('Somebody read of more people within an hour than a desk sees.');
export type AuditAlarm = z.infer<typeof AuditAlarm>;
