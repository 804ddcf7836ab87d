import { z } from 'zod';
import { toCallbackToken, toCallbackUrl } from './callback-url.ts';
import type { Channel, OutgoingMessage, SendResult } from './channel.port.ts';
import { classifyError, classifyStatus, parseJson } from './http-failure.ts';
import { postHttp, type HttpAnswer } from './http-post.ts';
import { toInternationalNumber } from './phone-number.ts';
import { accepted, refused, retry } from './send-results.ts';
import { measureSms } from '../templates/sms-form.ts';

export interface SmsSettings {
  /** The gateway's sending address, `https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/`. */
  readonly url: string;
  /** `apiKey:secretKey` */
  readonly token: string;
  /** The registered sender. */
  readonly brandName: string;
  /** Where delivery reports are to come; absent: none are asked for. */
  readonly callbacks?: { readonly publicUrl: string; readonly secret: string } | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Customer care (chăm sóc khách hàng), as opposed to advertising. */
const customerCare = '2';

const Answer = z.object({
  CodeResult: z.coerce.string(),
  SMSID: z.string().optional(),
  ErrorMessage: z.string().nullish(),
});

/**
 * Brand-name SMS through a gateway of eSMS's published JSON interface (developers.esms.vn, read 11/2026). `RequestId` is the delivery:
 * the gateway refuses it a second time (124), which is how we learn that it has the message already.
 */
export function createSmsChannel(settings: SmsSettings): Channel {
  return {
    name: 'sms',
    send: async (message, signal) => {
      const phone = toInternationalNumber(message.to);
      if (phone === undefined) return refused('address-invalid', 'The telephone number is not one.');
      try {
        const answer = await postHttp({
          url: settings.url,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(toRequest(settings, message, phone)),
          signal,
          timeoutMs: settings.timeoutMs,
          secrets: listSecrets(settings, message),
        });
        return classifyStatus(answer) ?? classify(answer);
      } catch (error) {
        return classifyError(error, signal);
      }
    },
    close: () => Promise.resolve(),
  };
}

function listSecrets({ token, callbacks }: SmsSettings, { deliveryId }: OutgoingMessage): string[] {
  return [...token.split(':'), ...(callbacks === undefined ? [] : [toCallbackToken(callbacks.secret, deliveryId)])];
}

function toRequest({ token, brandName, callbacks }: SmsSettings, { text, deliveryId }: OutgoingMessage, phone: string) {
  const colon = token.indexOf(':');
  return {
    ApiKey: token.slice(0, colon),
    SecretKey: token.slice(colon + 1),
    Brandname: brandName,
    SmsType: customerCare,
    Phone: phone,
    Content: text,
    IsUnicode: measureSms(text).encoding === 'Unicode' ? '1' : '0',
    RequestId: deliveryId,
    ...(callbacks === undefined ? {} : { CallbackUrl: toCallbackUrl(callbacks, deliveryId) }),
  };
}

const reasons: Readonly<Record<string, string>> = {
  '99': 'address-refused', // blocked in their system
  '101': 'provider-credentials',
  '103': 'provider-quota', // balance
  '104': 'provider-configuration', // brand name
  '108': 'address-invalid',
  '140': 'provider-credentials', // our address is not on their list
  '146': 'provider-template', // text does not fit a registered one
  '177': 'provider-configuration', // brand name not registered at this network
};
const done = '100';
const alreadyTaken = '124';

function classify({ body }: HttpAnswer): SendResult {
  const parsed = Answer.safeParse(parseJson(body));
  if (!parsed.success) return retry('provider-garbled', body);
  const { CodeResult: code, SMSID: id, ErrorMessage: words } = parsed.data;
  const answer = `${code} ${words ?? ''}`;
  if (code === done) return accepted(`${answer}${id ?? ''}`, id);
  // It took an earlier attempt whose answer did not reach us; reports of it name the RequestId.
  if (code === alreadyTaken) return accepted(answer);
  return refused(reasons[code] ?? 'provider-refused', answer);
}
