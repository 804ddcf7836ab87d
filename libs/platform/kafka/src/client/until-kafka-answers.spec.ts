import { describe, expect, it } from '@jest/globals';
import { createLogger } from '@motcua/observability';
import { waitFor } from '@motcua/testing';
import { untilKafkaAnswers } from './until-kafka-answers.ts';

const logger = createLogger('spec', { level: 'silent' });

describe('untilKafkaAnswers', () => {
  it('tries again until it works', async () => {
    let attempts = 0;
    const attempt = (): Promise<void> => {
      attempts += 1;
      return attempts < 3 ? Promise.reject(new Error('connect ECONNREFUSED')) : Promise.resolve();
    };
    await untilKafkaAnswers(attempt, { signal: new AbortController().signal, logger });
    expect(attempts).toBe(3);
  });

  it('gives up quietly when the service stops, whether it waits or tries', async () => {
    const stopping = new AbortController();
    let attempts = 0;
    const waiting = untilKafkaAnswers(
      () => {
        attempts += 1;
        return Promise.reject(new Error('connect ECONNREFUSED'));
      },
      { signal: stopping.signal, logger },
    );
    await waitFor(() => attempts > 0, { describe: 'a first attempt' });
    stopping.abort();
    await expect(waiting).resolves.toBeUndefined();
    const seen = attempts;
    await untilKafkaAnswers(() => Promise.reject(new Error('never asked')), { signal: stopping.signal, logger });
    expect(attempts).toBe(seen);
  });
});
