import type { z } from 'zod';

/** What a consumer makes of a message: something to apply, nothing for it, or a message that is wrong for good. */
export type Reading<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'dead-letter'; readonly reason: string; readonly step: string };

/** An event as its consumers see it. */
export interface EventNews<Name extends string, Event> {
  readonly name: Name;
  readonly event: Event;
  /** The same with every field that this code does not know, for whoever passes it on. */
  readonly body: { readonly type: string };
}

const broken = (reason: string, step: 'parse' | 'validate') => ({ kind: 'dead-letter', reason, step }) as const;

/**
 * The JSON object of a message, with its type. A reason names what is wrong and never what stood there: of a text that is no JSON an
 * error of the parser would quote the beginning, and reasons are logged.
 */
export function readBody(value: Buffer | null): Reading<{ readonly type: string }> {
  if (value === null) return broken('the message has no value', 'parse');
  let body: unknown;
  try {
    body = JSON.parse(value.toString());
  } catch {
    return broken('not JSON', 'parse');
  }
  const isTyped = typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string';
  return isTyped ? { kind: 'ok', value: body as { type: string } } : broken('the message is no JSON object with a type', 'parse');
}

interface View<Name extends string, Event> {
  readonly findName: (type: string) => Name | undefined;
  /** What is relied on of this event. It may be less than what its producer promises. */
  readonly schemaOf: (name: Name) => z.ZodType<Event>;
  /** Events that are known and of no use here, with a word why; they are not looked at. */
  readonly passedOver?: Readonly<Partial<Record<Name, string>>>;
}

/**
 * A message of a stream through the contract: fields that nobody knows here are left out of `event`, a type that came later than this code is
 * passed over, and what keeps no contract is wrong for good.
 */
export function readEvent<Name extends string, Event>(
  value: Buffer | null,
  { findName, schemaOf, passedOver }: View<Name, Event>,
): Reading<EventNews<Name, Event>> {
  const body = readBody(value);
  if (body.kind !== 'ok') return body;
  const name = findName(body.value.type);
  if (name === undefined) return { kind: 'skip', reason: 'another type' };
  const reason = passedOver?.[name];
  if (reason !== undefined) return { kind: 'skip', reason };
  const parsed = schemaOf(name).safeParse(body.value);
  if (!parsed.success) return broken(parsed.error.message, 'validate');
  return { kind: 'ok', value: { name, event: parsed.data, body: body.value } };
}
