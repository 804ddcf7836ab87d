import { z } from 'zod';
import { Code, LocalDate } from '../../instant.ts';
import { SlaClock, Urgency } from '../../sla/sla-vocabulary.ts';
import { NoticeAudience, NoticeChannel } from './vocabulary.ts';

/** A chain of channels: the next one is tried where the last one failed for good. */
const chain = z.array(NoticeChannel).min(1).max(5).describe('Channels in the order of fallback.');

/** What a rule waits for: the service and the event’s short name, `sla.breached`, `dossier.received`, `notification.digest`. */
export const NoticeEvent = z
  .string()
  .regex(/^(?:dossier|sla|notification|audit)\.[a-z-]+$/)
  .describe('Service and short name of the event, for example `sla.breached`.');

/** `PUT /v1/notification-rules/{id}`, `GET /v1/notification-rules`: event × audience → channels, urgency, template, class. */
export const NotificationRule = z
  .strictObject({
    id: Code.describe('Name of the rule.'),
    event: NoticeEvent,
    clock: SlaClock.optional().describe('Only alerts of this clock; absent: of every clock.'),
    audience: NoticeAudience,
    channels: z
      .array(chain)
      .min(1)
      .max(5)
      .describe('Each chain is sent by itself; within a chain the next channel follows a failure.'),
    urgency: Urgency.optional().describe('Absent: what the event says, else normal.'),
    template: Code.describe('Template id.'),
    class: z.enum(['mandatory', 'optional']).describe('A mandatory notice cannot be muted.'),
    expiresAfterHours: z.number().int().min(1).max(8760).describe('A message that was not sent by then is not sent any more.'),
    validFrom: LocalDate.describe('First day on which the rule holds, in the unit’s zone.'),
    validTo: LocalDate.nullable().describe('Last day on which it holds; null: until further notice.'),
  })
  .describe('Who is told of what, how, and by which template.')
  .meta({ id: 'NotificationRule' });
export type NotificationRule = z.infer<typeof NotificationRule>;

export const NotificationRuleList = z
  .object({ rules: z.array(NotificationRule) })
  .describe('Every rule.')
  .meta({ id: 'NotificationRuleList' });
export type NotificationRuleList = z.infer<typeof NotificationRuleList>;
