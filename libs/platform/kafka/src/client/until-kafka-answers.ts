import pRetry from 'p-retry';
import type { TransportLog } from './transport-log.ts';

export interface UntilKafkaAnswersOptions {
  readonly signal: AbortSignal;
  readonly logger: Pick<TransportLog, 'warn'>;
  /** Whether it may work another time; absent: whatever it fails with. */
  readonly isPassing?: (error: Error) => boolean;
}

/**
 * Repeats what needs Kafka until it works: the broker may come up after us. Gives up without an error when `signal` is aborted, so ask
 * it afterwards.
 */
export async function untilKafkaAnswers(
  attempt: () => Promise<void>,
  { signal, logger, isPassing = () => true }: UntilKafkaAnswersOptions,
): Promise<void> {
  try {
    await pRetry(attempt, {
      retries: Infinity,
      minTimeout: 250,
      maxTimeout: 5_000,
      signal,
      shouldRetry: ({ error }) => isPassing(error),
      onFailedAttempt: ({ error: err }) => {
        if (!signal.aborted && isPassing(err)) logger.warn({ err }, 'Kafka is not usable yet');
      },
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
