import { z } from 'zod';
import { IsoInstant } from '../../instant.ts';
import { NoticeChannel, NoticeLanguage } from './vocabulary.ts';

export const DeliveryState = z
  .enum(['pending', 'sending', 'accepted', 'delivered', 'failed', 'expired', 'overtaken'])
  .describe(
    'accepted: the provider took it; delivered: it says that it arrived; overtaken: it is not sent, because a later event made it untrue.',
  )
  .meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

export const DeliveryAttempt = z
  .object({
    at: IsoInstant,
    channel: NoticeChannel,
    outcome: z.enum(['accepted', 'delivered', 'retry', 'refused']).describe('What became of the attempt.'),
    answer: z.string().describe('The provider’s own words, without personal data.'),
  })
  .describe('One attempt to send.')
  .meta({ id: 'DeliveryAttempt' });
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** How a notice went out: one chain of channels. */
export const DeliveryView = z
  .object({
    id: z.uuid().describe('Also what the provider is given to tell a repetition.'),
    channel: NoticeChannel.describe('The channel it went, or goes, by.'),
    state: DeliveryState,
    attempts: z.array(DeliveryAttempt),
    reason: z.string().nullable().describe('Why it failed or expired, as a code.'),
    overtakenBy: z
      .string()
      .nullable()
      .optional()
      .describe('Name of the event that made it untrue, for example `dossier.supplement-received`: it is not tried again.'),
    templateId: z.string(),
    templateVersion: z.number().int(),
    language: NoticeLanguage,
    notBefore: IsoInstant.nullable().describe('It waits until then: the unit’s next opening.'),
    expiresAt: IsoInstant,
  })
  .describe('How a notice went out.')
  .meta({ id: 'DeliveryView' });
export type DeliveryView = z.infer<typeof DeliveryView>;
