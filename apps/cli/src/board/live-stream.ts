import { LiveMessage, type BoardGrouping } from '@motcua/contracts/kpi';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { setTimeout as sleep } from 'node:timers/promises';
import { type GatewayClient, toCliError } from '@motcua/client';
import type { Period } from '@motcua/terminal';

export interface LiveSubscription {
  readonly client: GatewayClient;
  readonly unit: string;
  readonly by?: BoardGrouping | undefined;
  readonly period: Period;
  readonly signal: AbortSignal;
  readonly onMessage: (message: LiveMessage) => void;
  /** false while the stream is down and is being opened again. */
  readonly onConnected: (connected: boolean) => void;
}

const RETRY_MS = 1_000;
/** The service sends a comment every 15 seconds; a stream silent for so long is dead. */
const SILENCE_MS = 45_000;

/** Follows `GET /v1/live` until the signal. A broken stream is opened again and goes on after the last message seen. */
export async function followLive(subscription: LiveSubscription): Promise<void> {
  const { signal, onConnected } = subscription;
  let lastEventId: string | undefined;
  while (!signal.aborted) {
    await readStream(subscription, lastEventId, (id) => (lastEventId = id)).catch(() => undefined);
    onConnected(false);
    await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function readStream(
  subscription: LiveSubscription,
  lastEventId: string | undefined,
  onId: (id: string) => void,
): Promise<void> {
  const { client, unit, by, period, signal, onMessage, onConnected } = subscription;
  const silence = new AbortController();
  const headers = { accept: 'text/event-stream', ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const request = { query: { unit, by, ...period }, headers, signal: AbortSignal.any([signal, silence.signal]) };
  const response = await client.fetch('/v1/live', request);
  if (!response.ok || response.body === null) throw toCliError(response, await response.text());
  onConnected(true);
  const parser = createParser({
    onEvent(event) {
      if (event.id !== undefined) onId(event.id);
      const message = findMessage(event);
      if (message !== undefined) onMessage(message);
    },
  });
  let timer = setTimeout(() => undefined, 0);
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        silence.abort();
      }, SILENCE_MS);
      parser.feed(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
}

function findMessage({ event, data }: EventSourceMessage): LiveMessage | undefined {
  if (event !== 'snapshot' && event !== 'change') return undefined;
  const parsed = LiveMessage.safeParse(JSON.parse(data));
  return parsed.success ? parsed.data : undefined;
}
