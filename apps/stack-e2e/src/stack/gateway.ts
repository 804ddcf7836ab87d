import { createParser } from 'eventsource-parser';
import { signTestToken, type RunningStack } from '@motcua/testing/stack';

/** A bearer token that a stack of tests takes, of whomever they need. */
export const createToken = (
  { home }: RunningStack,
  role: string,
  unit?: string,
  source?: string,
  subject?: string,
): Promise<string> => signTestToken(home, { role, unit, source, subject });

/** The data of each server-sent event at `path`, parsed from JSON, until `signal` aborts. */
export async function* listenTo<T>(url: string, token: string, signal: AbortSignal): AsyncGenerator<T> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' }, signal });
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  const pending: T[] = [];
  const parser = createParser({ onEvent: ({ data }) => pending.push(JSON.parse(data) as T) });
  const decoder = new TextDecoder();
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    while (pending.length > 0) yield pending.shift() as T;
  }
}
