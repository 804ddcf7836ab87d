import { Code } from '@motcua/contracts';
import { z } from 'zod';

/** `vn.motcua.sla.breached.v1`, or all of a service: `vn.motcua.sla.*`. */
const EventPattern = z
  .string()
  .regex(
    /^vn\.motcua\.(?:sla|dossier|notification)\.(?:[a-z-]+\.v\d+|\*)$/,
    'must be an event type, vn.motcua.sla.breached.v1, or vn.motcua.sla.*',
  )
  .describe('An event type, or all of a service.');

export const PutWebhook = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .describe('Where events are sent. https, and a public address, unless the operator allows others.'),
    events: z.array(EventPattern).min(1).max(50),
    unit: Code.describe('Unit whose subtree it is notified of.'),
    rotateSecret: z
      .boolean()
      .optional()
      .describe('true: makes a new secret, shown once in the answer; the old one ends at once.'),
  })
  .describe('A subscription to events.')
  .meta({ id: 'PutWebhook' });
export type PutWebhook = z.infer<typeof PutWebhook>;

export const WebhookView = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    unit: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    secret: z.string().optional().describe('Of Standard Webhooks, whsec_…; shown once, when it is made.'),
  })
  .describe('A subscription.')
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;

export const WebhookList = z
  .object({ webhooks: z.array(WebhookView) })
  .describe('Every subscription.')
  .meta({ id: 'WebhookList' });
export type WebhookList = z.infer<typeof WebhookList>;

/** What sending needs of a subscription. */
export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}
