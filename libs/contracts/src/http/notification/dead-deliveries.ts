import { z } from 'zod';
import { IsoInstant } from '../../instant.ts';
import { DeliveryView } from './deliveries.ts';
import { NoticeRecipient } from './notices.ts';

/** A delivery that failed or expired. */
export const DeadDelivery = z
  .object({
    ...DeliveryView.shape,
    noticeId: z.uuid(),
    recipient: NoticeRecipient,
    dossierId: z.uuid().nullable(),
    unit: z.string(),
    failedAt: IsoInstant,
  })
  .describe('A delivery that failed or expired.')
  .meta({ id: 'DeadDelivery' });
export type DeadDelivery = z.infer<typeof DeadDelivery>;

/** `GET /v1/deliveries/dead?reason=&channel=&unit=&cursor=&limit=` */
export const DeadDeliveryPage = z
  .object({
    reasons: z.array(z.object({ reason: z.string(), count: z.number().int() })).describe('How many there are by reason, in all.'),
    deliveries: z.array(DeadDelivery),
    next: z.string().nullable(),
  })
  .describe('A page of dead deliveries.')
  .meta({ id: 'DeadDeliveryPage' });
export type DeadDeliveryPage = z.infer<typeof DeadDeliveryPage>;

/** `POST /v1/deliveries/{id}/retry`, `POST /v1/deliveries/retry {reason}` */
export const RetryDeliveries = z
  .strictObject({ reason: z.string().min(1).max(100).describe('Every dead delivery with this reason is sent anew.') })
  .describe('Which dead deliveries are sent anew.')
  .meta({ id: 'RetryDeliveries' });
export type RetryDeliveries = z.infer<typeof RetryDeliveries>;

export const RetriedDeliveries = z
  .object({ retried: z.number().int().min(0) })
  .describe('How many deliveries are sent anew.')
  .meta({ id: 'RetriedDeliveries' });
export type RetriedDeliveries = z.infer<typeof RetriedDeliveries>;
