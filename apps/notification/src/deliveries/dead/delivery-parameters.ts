import { Code, NoticeChannel } from '@motcua/contracts';
import { CursorInstant } from '@motcua/http';
import { z } from 'zod';

export const DeadParameters = z.object({
  reason: z.string().max(100).optional().describe('Only those that failed for this reason.'),
  channel: NoticeChannel.optional(),
  unit: Code.optional().describe('Only those of the subtree of this unit.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('Lines a page.'),
});
export type DeadParameters = z.infer<typeof DeadParameters>;

export const DeadCursor = z.strictObject({ at: CursorInstant, id: z.uuid() });
export const DeliveryId = z.uuid().describe('Delivery.');
