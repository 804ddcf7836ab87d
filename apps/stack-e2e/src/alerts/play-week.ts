import type { LegacyEvent } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createToken } from '../stack/gateway.ts';
import type { RunningStack } from '@motcua/testing/stack';
import { weekSource } from './create-week.ts';
import { setClocks } from './set-clocks.ts';
import { hasFollowed, isQuiet } from './timer-state.ts';

const TIMEOUT_MS = 90_000;

/** Something that goes wrong while the alerts of a tick are fired and sent. */
export type Mishap = () => Promise<unknown>;

/**
 * Plays a week: at each tick what happened since the last is reported, then the clocks jump to the tick, and the next comes when nothing
 * is left to fire. Mishaps strike right after the jump, while alerts are under way. They are told by the index of the tick.
 */
export async function playWeek(
  stack: RunningStack,
  { events, ticks, mishaps }: { events: readonly LegacyEvent[]; ticks: readonly number[]; mishaps: ReadonlyMap<number, Mishap> },
): Promise<void> {
  const token = await createToken(stack, 'source', 'phu-tho', weekSource);
  const url = await stack.gatewayUrl();
  let sent = 0;
  for (const [index, tick] of ticks.entries()) {
    const isPast = ({ time }: LegacyEvent): boolean => Date.parse(time) <= tick;
    const happened = events.slice(sent, sent + events.slice(sent).filter(isPast).length);
    sent += happened.length;
    if (happened.length > 0) await report(url, token, happened);
    await waitFor(() => hasFollowed(stack), {
      describe: `the timer has read what happened before tick ${index}`,
      timeoutMs: TIMEOUT_MS,
    });
    await setClocks(stack, { at: new Date(tick), speed: 0 });
    await mishaps.get(index)?.();
    await waitFor(() => isQuiet(stack), { describe: `nothing is left to fire at tick ${index}`, timeoutMs: TIMEOUT_MS });
  }
}

/** Posted again until it is answered: a service may be away, and an event is known by its id. */
async function report(url: string, token: string, events: readonly LegacyEvent[]): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
  const body = events.map((event) => JSON.stringify(event)).join('\n');
  const receipt = await waitFor(
    async () => {
      const response = await fetch(`${url}/v1/events`, { method: 'POST', headers, body });
      return response.ok ? ((await response.json()) as { refused: unknown[] }) : undefined;
    },
    { describe: 'the events to be taken', timeoutMs: TIMEOUT_MS, intervalMs: 200 },
  );
  if (receipt.refused.length > 0) throw new Error(`Refused: ${JSON.stringify(receipt.refused[0])}`);
}
