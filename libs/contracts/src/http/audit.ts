import { z } from 'zod';
import { AuditSeal } from '../audit/audit-messages.ts';
import { IsoInstant } from '../instant.ts';

export const AuditRecord = z
  .object({
    position: z.string().describe('Its place in the log of its service.'),
    at: IsoInstant.describe('When it was asked.'),
    sub: z.string().describe('Who: a person, a legacy system, a service; public: whoever asks.'),
    role: z.string().describe('In which post.'),
    unit: z.string().nullable().describe('Of which unit.'),
    action: z.string().describe('What, in the words of the table of access.'),
    route: z.string().describe('By which route.'),
    about: z.string().describe('Of what: the identifiers that were named; what begins with ~ is a keyed hash.'),
    terms: z.string().nullable().describe('What was searched for, as a keyed hash.'),
    reason: z.string().nullable().describe('Why, as the asker said in `motcua-reason`.'),
    address: z.string().describe('From where, as the gateway saw it.'),
    requestId: z.string().describe('Of the request, as its answer and the request log name it.'),
  })
  .describe('Somebody did something, or read of somebody.')
  .meta({ id: 'AuditRecord' });
export type AuditRecord = z.infer<typeof AuditRecord>;

/** `GET /v1/audit/{service}` */
export const AuditPage = z
  .object({
    service: z.string(),
    entries: z.array(AuditRecord),
    next: z.string().nullable().describe('Cursor of the next page; null: this is the last.'),
  })
  .describe('A page of the audit log of one service, newest first.')
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof AuditPage>;

/** `POST /v1/audit/{service}/verification` */
export const VerifyAudit = z
  .strictObject({
    seals: z.array(AuditSeal).max(1_000).default([]).describe('Seals read from the topic: the chain must go through them.'),
  })
  .describe('Recompute the chain from its entries.');
export type VerifyAudit = z.infer<typeof VerifyAudit>;

export const AuditVerification = z
  .object({
    service: z.string(),
    links: z.number().int().describe('How many entries the chain holds.'),
    unsealed: z.number().int().describe('How many wait for the next second.'),
    broken: z
      .object({ sequence: z.number().int(), why: z.enum(['missing', 'changed', 'not-as-sealed']) })
      .nullable()
      .describe('The first place at which the chain is not what the entries make; null: it is whole.'),
  })
  .describe('Whether the chain is whole.')
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.infer<typeof AuditVerification>;
