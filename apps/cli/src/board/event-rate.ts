import { setTimeout as sleep } from 'node:timers/promises';
import { getEventPosition } from '@motcua/client/events';
import type { GatewayClient } from '@motcua/client';

const EVERY_MS = 2_000;
const SAMPLES = 5;

/** How many events a second enter the log, over the last ten seconds. */
export function createEventRate(client: GatewayClient): {
  perSecond: () => number | null;
  measure: (signal: AbortSignal) => Promise<void>;
} {
  const samples: { at: number; position: number }[] = [];
  return {
    perSecond() {
      const [first, last] = [samples[0], samples.at(-1)];
      if (first === undefined || last === undefined || last.at === first.at) return null;
      return ((last.position - first.position) * 1000) / (last.at - first.at);
    },
    async measure(signal) {
      while (!signal.aborted) {
        const position = await getEventPosition(client).catch(() => null);
        if (position !== null) samples.push({ at: Date.now(), position: Number(position.end?.position ?? 0) });
        if (samples.length > SAMPLES) samples.shift();
        await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
