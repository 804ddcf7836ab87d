import type { SendResult } from './channel.port.ts';
import { maskAnswer } from './mask-answer.ts';

const taken = (answer: string, providerId: string | undefined) => ({
  answer: maskAnswer(answer),
  ...(providerId === undefined ? {} : { providerId }),
});

export const accepted = (answer: string, providerId?: string): SendResult => ({
  outcome: 'accepted',
  ...taken(answer, providerId),
});

export const delivered = (answer: string, providerId?: string): SendResult => ({
  outcome: 'delivered',
  ...taken(answer, providerId),
});

/** Reasons are stable words: dead deliveries are listed and retried by them. */
export const retry = (reason: string, answer: string, afterMs?: number): SendResult => ({
  outcome: 'retry',
  reason,
  answer: maskAnswer(answer),
  ...(afterMs === undefined ? {} : { afterMs }),
});

export const refused = (reason: string, answer: string): SendResult => ({
  outcome: 'refused',
  reason,
  answer: maskAnswer(answer),
});
