import { z } from 'zod';
import { toReference, type ProviderReport } from './provider-report.ts';

const count = z.coerce.number().int().min(0).default(0);

/** A delivery report of eSMS's interface; the gateway sends it as parameters of a GET, others as JSON. Unknown fields are ignored. */
export const SmsReport = z.object({
  SMSID: z.string().max(100).optional(),
  RequestId: z.string().max(100).optional(),
  SendStatus: z.coerce.number().int(),
  SendSuccess: count,
  SendFailed: count,
});
export type SmsReport = z.infer<typeof SmsReport>;

const rejected = 4;
const finished = 5;

/** undefined: it is still on its way (waiting for approval, queued, at the network), or names no message. */
export function toSmsReport({ SMSID, RequestId, SendStatus, SendSuccess, SendFailed }: SmsReport): ProviderReport | undefined {
  const reference = toReference(RequestId, SMSID);
  if (Object.keys(reference).length === 0) return undefined;
  const report = {
    channel: 'sms',
    ...reference,
    answer: `SendStatus ${SendStatus}, SendSuccess ${SendSuccess}, SendFailed ${SendFailed}`,
  } as const;
  if (SendStatus === rejected) return { ...report, outcome: 'failed', reason: 'provider-refused' };
  if (SendStatus !== finished) return undefined;
  if (SendSuccess > 0) return { ...report, outcome: 'delivered' };
  return SendFailed > 0 ? { ...report, outcome: 'failed', reason: 'address-unreachable' } : undefined;
}
