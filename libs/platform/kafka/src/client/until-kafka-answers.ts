import pRetry from 'p-retry';
import type { TransportLog } from './transport-log.ts';

/**
 * Repeats what needs Kafka until it works: the broker may come up after us. Gives up without an error when `signal` is aborted, so ask
 * it afterwards.
 */
export async function untilKafkaAnswers(
  attempt: () => Promise<void>,
  { signal, logger }: { readonly signal: AbortSignal; readonly logger: Pick<TransportLog, 'warn'> },
): Promise<void> {
  try {
    await pRetry(attempt, {
      retries: Infinity,
      minTimeout: 250,
      maxTimeout: 5_000,
      signal,
      onFailedAttempt: ({ error: err }) => {
        if (!signal.aborted) logger.warn({ err }, 'Kafka is not usable yet');
      },
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
