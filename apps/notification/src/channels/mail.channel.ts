import { toOneLine } from '@motcua/contracts';
import { createTransport } from 'nodemailer';
import type { Channel, OutgoingMessage, SendResult } from './channel.port.ts';
import { accepted, refused, retry } from './send-results.ts';

export interface MailSettings {
  /** `smtps://user:password@host:465`, or `smtp://…` for STARTTLS; `?ignoreTLS=true` for a catcher that has none. */
  readonly url: string;
  /** `Name <address>`; what stands after its @ ends the Message-ID. */
  readonly from: string;
  /** Of each step of the exchange, unless told 10 s. */
  readonly timeoutMs?: number | undefined;
}

/** Mail through an SMTP relay. A relay accepts; whether the mail arrives no callback tells, so a mail stays `accepted`. */
export function createMailChannel({ url, from, timeoutMs = 10_000 }: MailSettings): Channel {
  const settings = {
    url,
    requireTLS: needsTls(new URL(url)),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What a template could name from outside is never fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const pooled = createTransport({ ...settings, pool: true, maxConnections: 4 } as Parameters<typeof createTransport>[0]); // The types know `url` and `pool`, not both at once.
  // A connection for each: four recipients for whom a relay takes its time hold up the pool, and nobody who waits for a code.
  const direct = createTransport(settings);
  const domain = /@([^\s>]+)>?\s*$/u.exec(from)?.[1] ?? 'motcua.invalid';
  return {
    name: 'mail',
    send: async (message, signal) => {
      if (!isMailAddress(message.to)) return refused('address-invalid', 'The mail address is not one.');
      try {
        const transport = message.atOnce === true ? direct : pooled;
        const sent = (await orAborted(() => transport.sendMail(toMail(message, from, domain)), signal)) as {
          readonly response: string;
        };
        return accepted(sent.response, messageIdOf(message, domain));
      } catch (error) {
        return classifyMailError(error, signal);
      }
    },
    close: () => {
      pooled.close();
      direct.close();
      return Promise.resolve();
    },
  };
}

function toMail(message: OutgoingMessage, from: string, domain: string) {
  return {
    from,
    // As an object it is one address whatever it holds; as text it could be a list.
    to: { name: '', address: message.to },
    // Names in it may have been kept before such characters were refused.
    subject: toOneLine(message.subject),
    text: message.text,
    ...(message.html === undefined ? {} : { html: message.html }),
    ...(message.attachments === undefined ? {} : { attachments: message.attachments.map(toAttachment) }),
    // Of every attempt the same: a mail that is sent again after a crash is the same mail.
    messageId: messageIdOf(message, domain),
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: no holiday reply comes back
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language,
    },
  };
}

const toAttachment = ({ name, content }: { readonly name: string; readonly content: Buffer }) => ({
  filename: toOneLine(name),
  content,
  contentType: 'application/pdf',
});

const messageIdOf = ({ deliveryId }: OutgoingMessage, domain: string): string => `<${deliveryId}@${domain}>`;

/** A relay elsewhere is spoken to in secret or not at all; the opportunistic kind is stripped by whoever sits between. */
const needsTls = ({ protocol, hostname, searchParams }: URL): boolean =>
  protocol === 'smtp:' && searchParams.get('ignoreTLS') !== 'true' && !['127.0.0.1', '[::1]', 'localhost'].includes(hostname);

const isMailAddress = (text: string): boolean => /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/u.test(text) && text.length <= 254;

/** SMTP cannot be called back in the middle: what we stop waiting for may have been sent, under the same Message-ID. */
async function orAborted<Result>(send: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([send(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message?: string;
}

/** By the relay's reply code (RFC 5321: 4yz passes, 5yz does not), else by what nodemailer says went wrong. */
function classifyMailError(error: unknown, signal: AbortSignal): SendResult {
  if (signal.aborted) return retry('interrupted', 'The attempt was interrupted.');
  const { code = '', responseCode = 0, response, message = '' } = error as MailError;
  const answer = response ?? (message === '' ? code : message);
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535) return refused('provider-credentials', answer);
  if (code === 'ETLS') return refused('provider-insecure', answer);
  if ([550, 551, 553].includes(responseCode)) return refused('address-refused', answer);
  if (responseCode >= 500) return refused('provider-refused', answer);
  if (responseCode >= 400) return retry('provider-unavailable', answer);
  if (code === 'ETIMEDOUT') return retry('provider-timeout', answer);
  return retry('provider-unreachable', answer);
}
