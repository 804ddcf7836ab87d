import { z } from 'zod';
import type { Channel, OutgoingMessage, SendResult } from './channel.port.ts';
import { classifyError, classifyStatus, parseJson } from './http-failure.ts';
import { postHttp, type HttpAnswer } from './http-post.ts';
import { toInternationalNumber } from './phone-number.ts';
import { accepted, refused, retry } from './send-results.ts';

export interface ZaloSettings {
  /** `https://business.openapi.zalo.me/message/template` */
  readonly url: string;
  readonly token: string;
  /** Ids under which Zalo has approved our templates: `{"processed.v1.vi": "272889"}`. What is not in it is not offered. */
  readonly templates: Readonly<Record<string, string>>;
  readonly timeoutMs?: number | undefined;
}

const Answer = z.object({
  error: z.number(),
  message: z.string().optional(),
  data: z.object({ msg_id: z.string().optional() }).nullish(),
});

/**
 * Zalo Notification Service as published (developers.zalo.me, zalo.cloud, read 11/2026). Texts live at Zalo, we send the id of an
 * approved template and its values. `tracking_id` is the delivery: the callback brings it back.
 */
export function createZaloChannel(settings: ZaloSettings): Channel {
  return {
    name: 'zalo',
    send: async (message, signal) => {
      const phone = toInternationalNumber(message.to);
      if (phone === undefined) return refused('address-invalid', 'The telephone number is not one.');
      const templateId = settings.templates[templateKey(message)];
      if (templateId === undefined)
        return refused('template-unregistered', `No template of Zalo is set for ${templateKey(message)}.`);
      try {
        const answer = await postHttp({
          url: settings.url,
          headers: { 'content-type': 'application/json', access_token: settings.token },
          body: JSON.stringify({
            phone,
            template_id: templateId,
            template_data: message.variables,
            tracking_id: message.deliveryId,
          }),
          signal,
          timeoutMs: settings.timeoutMs,
          secrets: [settings.token],
        });
        return classifyStatus(answer) ?? classify(answer);
      } catch (error) {
        return classifyError(error, signal);
      }
    },
    close: () => Promise.resolve(),
  };
}

const templateKey = ({ template, language }: OutgoingMessage): string => `${template.id}.v${template.version}.${language}`;

/** By Zalo's table of error codes. Quotas are refused and not waited for: the next channel of the chain is quicker. */
const reasons: readonly (readonly [string, readonly number[]])[] = [
  ['address-invalid', [-108]],
  ['address-unreachable', [-110, -114, -118, -119]], // no Zalo, an old one, or an account that cannot receive
  ['recipient-declined', [-134, -139, -140, -141]],
  ['provider-credentials', [-101, -102, -103, -104, -105, -117, -124, -135, -136, -138]],
  ['provider-quota', [-115, -137, -144, -147]],
  ['provider-night', [-133]], // some templates are not sent from 22:00 to 6:00
  ['provider-template', [-109, -111, -112, -113, -116, -131, -132, -145, -146]],
];
const unknownError = -100; // “try again later”

function classify({ body }: HttpAnswer): SendResult {
  const parsed = Answer.safeParse(parseJson(body));
  if (!parsed.success) return retry('provider-garbled', body);
  const { error, message = '', data } = parsed.data;
  const answer = `${error} ${message}`;
  if (error === 0) return accepted(answer, data?.msg_id);
  if (error === unknownError) return retry('provider-unavailable', answer);
  return refused(reasons.find(([, codes]) => codes.includes(error))?.[0] ?? 'provider-refused', answer);
}
