import { randomUUID } from 'node:crypto';
import { SlowProvider } from './slow-provider.ts';

/** The baseline: a loop that asks the provider, as many at a time, and keeps nothing. Deliveries a second. */
export async function runDirect(count: number, concurrency: number): Promise<number> {
  const { channel } = new SlowProvider();
  const signal = new AbortController().signal;
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await channel.send(
        {
          deliveryId: randomUUID(),
          to: 'officer@example.vn',
          subject: 'subject',
          text: 'text',
          language: 'vi',
          template: { id: 'breached', version: 1 },
          variables: {},
        },
        signal,
      );
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: concurrency }, lane));
  return Math.round((count * 1_000) / (performance.now() - startedAt));
}
