import { z } from 'zod';
import { IsoInstant } from '../instant.ts';

/** The end of the chain, by which it is proven later. */
export const AuditSeal = z
  .object({
    sequence: z.number().int().min(1).describe('How many entries the chain holds.'),
    hash: z
      .string()
      .regex(/^[\da-f]{64}$/)
      .describe('SHA-256 over the hash before and the last entry: it stands for all of them.'),
  })
  .describe('The end of the chain over an audit log.');
export type AuditSeal = z.infer<typeof AuditSeal>;

export const auditSealType = 'vn.motcua.audit.seal.v1';

/** On `audit.seals.v1`, once a second where something was added. */
export const PublishedSeal = AuditSeal.extend({ service: z.string().describe('Whose log; the Kafka key.') }).describe(
  'The end of the chain over an audit log. Who keeps these can prove that nothing before was changed.',
);
export type PublishedSeal = z.infer<typeof PublishedSeal>;

export const auditAlarmType = 'vn.motcua.audit.alarm.v1';

/** On `audit.alarms.v1`, once an hour of each person and service at most. */
export const AuditAlarm = z
  .object({
    kind: z.literal('mass-look-up').describe('What was noticed.'),
    service: z.string().describe('Whose log it stands in; the Kafka key.'),
    sub: z.string().describe('Who.'),
    role: z.string().describe('In which post.'),
    unit: z.string().nullable().describe('Of which unit.'),
    subjects: z.number().int().min(1).describe('How many dossiers and searches there were within the hour.'),
    at: IsoInstant.describe('When it was noticed.'),
  })
  .describe('Somebody read of more people within an hour than a desk sees.');
export type AuditAlarm = z.infer<typeof AuditAlarm>;
