import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { toCallbackToken } from '../../channels/callback-url.ts';

/** Why a callback is not believed. stale: signed, but too old or ahead of time: perhaps a recording played again. */
export type Disbelief = 'forged' | 'stale';

/** A clock may differ, and a gateway may try again at once. */
const smsWindowMs = 5 * 60_000;
/** Zalo tries again for up to about two hours and signs its first moment each time. */
const zaloWindowMs = 2.5 * 3_600_000;

/** Gateways that sign: `X-Signature: sha256=<hex of HMAC-SHA256(secret, timestamp + "." + body)>`, `X-Timestamp` in seconds. */
export function checkSmsSignature(
  secret: string | undefined,
  {
    body,
    signature = '',
    timestamp = '',
    now,
  }: {
    readonly body: Buffer;
    readonly signature?: string | undefined;
    readonly timestamp?: string | undefined;
    readonly now: number;
  },
): Disbelief | undefined {
  if (secret === undefined || !/^\d{9,11}$/u.test(timestamp)) return 'forged';
  const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  if (!isEqual(signature.replace(/^sha256=/u, ''), expected)) return 'forged';
  return isWithin(Number(timestamp) * 1_000, now, smsWindowMs) ? undefined : 'stale';
}

/** Gateways that cannot sign call the address that we gave them with each message. */
export function checkCallbackToken(secret: string | undefined, deliveryId: string, token: string): Disbelief | undefined {
  return secret !== undefined && isEqual(token, toCallbackToken(secret, deliveryId)) ? undefined : 'forged';
}

/** Zalo: `X-ZEvent-Signature: mac=<hex of SHA-256(app id + body + timestamp + secret)>`. */
export function checkZaloSignature(
  secret: string | undefined,
  {
    body,
    signature = '',
    appId,
    timestamp,
    now,
  }: {
    readonly body: Buffer;
    readonly signature?: string | undefined;
    readonly appId: string;
    readonly timestamp: string;
    readonly now: number;
  },
): Disbelief | undefined {
  if (secret === undefined) return 'forged';
  const expected = createHash('sha256').update(appId).update(body).update(timestamp).update(secret).digest('hex');
  if (!isEqual(signature.replace(/^mac\s*=\s*/u, ''), expected)) return 'forged';
  return isWithin(Number(timestamp), now, zaloWindowMs) ? undefined : 'stale';
}

/** In constant time for texts of one length; the length of a digest is no secret. */
function isEqual(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Ahead of time only by what clocks differ. */
const isWithin = (at: number, now: number, windowMs: number): boolean => at <= now + 5 * 60_000 && at >= now - windowMs;
