import { createHmac } from 'node:crypto';

export interface CallbackAddress {
  readonly publicUrl: string;
  readonly secret: string;
}

/**
 * The address a gateway that cannot sign calls with a delivery's report: only we can make the token of a delivery. The gateway adds
 * its own parameters.
 */
export function toCallbackUrl({ publicUrl, secret }: CallbackAddress, deliveryId: string): string {
  const url = new URL('v1/callbacks/sms', publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`);
  url.searchParams.set('delivery', deliveryId);
  url.searchParams.set('token', toCallbackToken(secret, deliveryId));
  return url.href;
}

export const toCallbackToken = (secret: string, deliveryId: string): string =>
  createHmac('sha256', secret).update(`sms callback ${deliveryId}`).digest('base64url');
