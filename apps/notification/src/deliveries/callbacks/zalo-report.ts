import { z } from 'zod';
import { toReference, type ProviderReport } from './provider-report.ts';

/** An event of an Official Account; of them only the one that a message reached its reader is ours. */
export const ZaloEvent = z.object({
  event_name: z.string(),
  app_id: z.coerce.string(),
  /** Milliseconds since 1970. */
  timestamp: z.coerce.string().regex(/^\d{10,16}$/),
  message: z
    .object({
      msg_id: z.string().max(100).optional(),
      tracking_id: z.string().max(100).optional(),
      delivery_time: z.coerce.string().optional(),
    })
    .optional(),
});
export type ZaloEvent = z.infer<typeof ZaloEvent>;

export function toZaloReport({ event_name: name, message }: ZaloEvent): ProviderReport | undefined {
  if (name !== 'user_received_message') return undefined;
  const reference = toReference(message?.tracking_id, message?.msg_id);
  if (Object.keys(reference).length === 0) return undefined;
  return { channel: 'zalo', ...reference, outcome: 'delivered', answer: `${name} at ${toIso(message?.delivery_time)}` };
}

function toIso(milliseconds: string | undefined): string {
  const at = new Date(Number(milliseconds));
  return Number.isNaN(at.getTime()) ? 'an unknown time' : at.toISOString();
}
