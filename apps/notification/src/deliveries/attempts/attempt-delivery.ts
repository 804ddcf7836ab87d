import type { Channel, ChannelName, OutgoingMessage, SendResult } from '../../channels/channel.port.ts';
import { findForm } from '../attachments/find-form.ts';
import type { FormFile, FormSource } from '../attachments/form-source.ts';
import type { Address, AddressAnswer } from '../addresses/address-book.ts';
import type { Breakers } from './breakers.ts';
import type { ChannelPolicies } from './channel-policies.ts';
import type { ClaimedDelivery } from '../queue/claim-deliveries.ts';
import { isLastAttempt } from './decide-attempt.ts';
import { words } from '../../templates/words.ts';
import type { MessageRenderer, Rendered } from './message-renderer.ts';
import { withoutWords } from './without-words.ts';

export interface AttemptParts {
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly policies: ChannelPolicies;
  readonly addresses: { find(delivery: ClaimedDelivery): Promise<AddressAnswer> };
  readonly forms: FormSource;
  readonly renderer: MessageRenderer;
  readonly breakers: Breakers;
}

/** A delivery of which an attempt may begin until then, by `performance.now()`. */
export interface Claimed extends ClaimedDelivery {
  readonly sendBy: number;
  /** Good for minutes: it waits for itself alone. */
  readonly atOnce?: true;
}

export interface Attempted {
  readonly result: SendResult;
  /** The language it was written in. */
  readonly language: 'vi' | 'en';
  /** Why the form of its step was not with it; absent: it was, or there is none. */
  readonly formLeftOut?: string;
}

/** One attempt: where to, what, and out. Every expected "no" is an answer; what is thrown is a bug or our own database. */
export async function attemptDelivery(parts: AttemptParts, delivery: Claimed): Promise<Attempted> {
  const answer = (result: SendResult, language = delivery.language): Attempted => ({ result, language });
  const channel = parts.channels.get(delivery.channel);
  if (channel === undefined) return answer(refused('channel-not-offered', `The channel "${delivery.channel}" is not set up.`));

  const found = await parts.addresses.find(delivery);
  if (found.status === 'away') return answer({ outcome: 'retry', reason: 'contact-unavailable', answer: found.answer });
  if (found.status === 'missing') return answer(refused(found.reason, found.answer));

  const wanted = findForm(delivery);
  const form = wanted === undefined ? undefined : await parts.forms.find(wanted.key);
  // A notice without its form is better than none: it is waited for while there is another attempt, and no longer.
  if (form?.status === 'away' && !isLastAttempt(delivery, parts.policies[delivery.channel]))
    return answer({ outcome: 'retry', reason: 'form-unavailable', answer: form.answer });
  const file = form?.status === 'found' ? form.file : undefined;
  const formLeftOut = form !== undefined && 'answer' in form ? { formLeftOut: form.answer } : {};

  const { to, language = delivery.language, reasonText } = found.address;
  const variables = {
    ...delivery.variables,
    ...toKnown(found.address),
    // Only what really goes out with it is spoken of.
    ...(file === undefined ? {} : { form: wanted?.title }),
  };
  const rendered = render(parts.renderer, { ...delivery, variables }, language);
  if ('outcome' in rendered) return answer(rendered, language);
  const message = toMessage(delivery, { ...rendered, to, file }, language);
  // This process may have been stopped meanwhile, for as long as it likes: then another one sends, or has sent.
  if (performance.now() > delivery.sendBy) return answer(tooLate, language);
  const result = await send(parts, channel, message);
  const shown = reasonText === undefined ? result : withoutWords(result, reasonText);
  return { ...answer(shown, language), ...formLeftOut };
}

function render(renderer: MessageRenderer, delivery: ClaimedDelivery, language: 'vi' | 'en'): Rendered | SendResult {
  const { template, templateVersion: version, channel, variables } = delivery;
  try {
    return renderer.render({ template, version, language, channel, variables });
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refused(code, (error as Error).message);
  }
}

/** What is known at the moment of sending alone, and stored nowhere here. */
function toKnown({ link, ratingLink, reasonText, papers, amount, payAt, officerName }: Address): Record<string, unknown> {
  const written = { reasonText, payAt, officerName };
  return {
    ...(link === undefined ? {} : { link }),
    ...(ratingLink === undefined ? {} : { ratingLink }),
    ...(papers === undefined ? {} : { papers }),
    ...(amount === undefined ? {} : { amount }),
    ...Object.fromEntries(Object.entries(written).filter(([, text]) => words.safeParse(text).success)),
  };
}

function toMessage(
  delivery: Claimed,
  { subject, text, html, values, to, file }: Rendered & { readonly to: string; readonly file: FormFile | undefined },
  language: 'vi' | 'en',
): OutgoingMessage {
  return {
    deliveryId: delivery.id,
    to,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    ...(file === undefined ? {} : { attachments: [file] }),
    language,
    template: { id: delivery.template, version: delivery.templateVersion },
    variables: values,
    ...(delivery.atOnce === undefined ? {} : { atOnce: delivery.atOnce }),
    ...(delivery.event === null ? {} : { event: delivery.event }),
  };
}

function send({ policies, breakers }: AttemptParts, channel: Channel, message: OutgoingMessage): Promise<SendResult> {
  const { timeoutMs, breaker } = policies[channel.name];
  // What failed of others says nothing that somebody who waits for a code could use: later is too late for it.
  if (message.atOnce === true) return sendInTime(channel, message, timeoutMs);
  // One receiver that is down says nothing about the others.
  const provider = channel.name === 'webhook' ? `webhook ${message.to}` : channel.name;
  return breakers.send(provider, breaker, () => sendInTime(channel, message, timeoutMs));
}

/** A channel that does not heed its signal is left behind: what it says later is not heard, the same id makes a repetition harmless. */
async function sendInTime(channel: Channel, message: OutgoingMessage, timeoutMs: number): Promise<SendResult> {
  const aborter = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SendResult>((resolve) => {
    timer = setTimeout(() => {
      resolve({ outcome: 'retry', reason: 'timeout', answer: `no answer within ${timeoutMs} ms` });
      aborter.abort();
    }, timeoutMs);
  });
  const sent = channel.send(message, aborter.signal);
  sent.catch(() => undefined); // of one that was left behind
  try {
    return await Promise.race([late, sent]);
  } finally {
    clearTimeout(timer);
  }
}

const tooLate: SendResult = {
  outcome: 'retry',
  reason: 'claim-over',
  answer: 'not sent: the time was over for which it had been claimed',
};

const refused = (reason: string, answer: string): SendResult => ({ outcome: 'refused', reason, answer });

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('template.') ? error.code : undefined;
}
