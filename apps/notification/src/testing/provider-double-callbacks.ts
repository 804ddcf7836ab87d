import { createHash, createHmac } from 'node:crypto';

export interface SignedCallback {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
}

/** A report as a gateway that signs sends it. */
export function signSmsReport(secret: string, report: object, at = Date.now()): SignedCallback {
  const payload = JSON.stringify(report, undefined, 1); // spaced: only the bytes that came bear the signature
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return {
    headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': `sha256=${signature}` },
    payload,
  };
}

/** That a message reached its reader, as Zalo says it. */
export function signZaloReceipt(
  secret: string,
  { trackingId, messageId, at = Date.now() }: { readonly trackingId: string; readonly messageId: string; readonly at?: number },
): SignedCallback {
  const event = {
    event_name: 'user_received_message',
    app_id: '1860141329355019864',
    timestamp: String(at),
    sender: { id: '2813091073440910336' },
    recipient: { id: '84912345678' },
    message: { delivery_time: String(at), msg_id: messageId, tracking_id: trackingId },
  };
  const payload = JSON.stringify(event);
  const mac = createHash('sha256').update(`${event.app_id}${payload}${event.timestamp}${secret}`).digest('hex');
  return { headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` }, payload };
}
