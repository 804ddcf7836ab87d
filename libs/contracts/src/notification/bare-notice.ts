import { z } from 'zod';
import { cloudEventAttributes } from '../event/cloud-event.ts';
import { toHeadWithoutSubject, type EventOrigin } from '../event/envelope.ts';

export const bareNoticeType = 'vn.motcua.notification.notice.v1';

/** What a subscriber gets where no event stands behind a notice (a digest, a target missed). Over HTTP alone, signed after Standard Webhooks. */
export const BareNotice = z
  .object({
    ...cloudEventAttributes,
    type: z.literal(bareNoticeType).describe('Event type.'),
    data: z
      .object({
        template: z
          .object({ id: z.string().describe('Template id.'), version: z.number().int().min(1).describe('Its version.') })
          .describe('What it was written by.'),
        language: z.enum(['vi', 'en']).describe('The language of subject and text.'),
        subject: z.string().describe('One line.'),
        text: z.string().describe('The notice in words.'),
        variables: z.record(z.string(), z.unknown()).describe('What was filled in, by the names of the template.'),
      })
      .describe('The notice.'),
  })
  .describe('A notice that no event stands behind.');
export type BareNotice = z.infer<typeof BareNotice>;

export const createBareNotice = (origin: EventOrigin, data: BareNotice['data']): BareNotice => ({
  ...toHeadWithoutSubject(bareNoticeType, origin),
  data,
});
