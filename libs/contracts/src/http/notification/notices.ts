import { z } from 'zod';
import { IsoInstant } from '../../instant.ts';
import { Urgency } from '../../sla/sla-vocabulary.ts';
import { DeliveryView } from './deliveries.ts';
import { NoticeAudience } from './vocabulary.ts';

export const NoticeRecipient = z
  .object({
    kind: z
      .enum(['staff', 'applicant', 'webhook', 'nobody'])
      .describe(
        'applicant: the contact stays in dossier-intake; nobody: no such person is in the directory, the notice is unaddressed.',
      ),
    id: z.string().describe('Staff id, `applicant`, subscription id, or the unit in which nobody was found.'),
  })
  .describe('Who was told.')
  .meta({ id: 'NoticeRecipient' });
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

/** What a notice and a line of an inbox have alike. */
export const noticeFields = {
  id: z.uuid(),
  event: z.string().describe('What it is about, `sla.breached`.'),
  dossierId: z.uuid().nullable(),
  code: z.string().nullable().describe('Dossier code.'),
  sourceCode: z.string().nullable().describe('The code in the system it was imported from.'),
  unit: z.string().describe('Responsible unit.'),
  template: z.string().describe('Template id.'),
  urgency: Urgency,
  createdAt: IsoInstant.describe('When it was decided.'),
  readAt: IsoInstant.nullable().describe('When it was read in the inbox.'),
  timeZone: z.string().describe('IANA zone in which people read its moments.'),
};

/** A notice with its proof: who was told what, why, when, by which template version, with what answer. */
export const Notice = z
  .object({
    ...noticeFields,
    eventId: z.string().describe('The event behind it.'),
    rule: z.string().describe('The rule that decided it.'),
    audience: NoticeAudience.nullable().describe('null: a subscriber’s webhook.'),
    recipient: NoticeRecipient,
    why: z.string().nullable().describe('Clock and escalation step, or the change behind it, as a code: `dossier/breach`.'),
    class: z.enum(['mandatory', 'optional']),
    coalescedInto: z.uuid().nullable().describe('The notice in whose list this one was told: there were many alike.'),
    deliveries: z.array(DeliveryView).describe('Of a folded notice: those of the notice it was folded into.'),
  })
  .describe('A notice with its proof of delivery.')
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

/** `GET /v1/notices?dossier=|recipient=|unit=&event=&cursor=&limit=`, newest first; `/v1/notices/export` the same as CSV. */
export const NoticePage = z
  .object({ notices: z.array(Notice), next: z.string().nullable().describe('Cursor of the next page; null: this is the last.') })
  .describe('A page of notices.')
  .meta({ id: 'NoticePage' });
export type NoticePage = z.infer<typeof NoticePage>;
