import CircuitBreaker from 'opossum';
import type { SendResult } from '../../channels/channel.port.ts';
import type { BreakerPolicy } from './channel-policies.ts';

type Send = () => Promise<SendResult>;

const windowMs = 10_000;

/**
 * A circuit breaker for each provider: where most of the latest attempts failed, none is made for a while. Such an attempt counts as one
 * that failed, so that a delivery goes on to its next channel in its own time. A refusal is an answer and no failure of the provider.
 */
export class Breakers {
  readonly #byProvider = new Map<string, CircuitBreaker<[Send], SendResult>>();

  async send(provider: string, policy: BreakerPolicy, send: Send): Promise<SendResult> {
    try {
      return await this.#of(provider, policy).fire(send);
    } catch (error) {
      if (error instanceof Failed) return error.result;
      if (CircuitBreaker.isOurError(error as Error)) return notTried;
      throw error;
    }
  }

  /** Providers that are not tried at present. */
  listOpen(): string[] {
    return [...this.#byProvider].filter(([, breaker]) => breaker.opened).map(([provider]) => provider);
  }

  close(): void {
    for (const breaker of this.#byProvider.values()) breaker.shutdown();
    this.#byProvider.clear();
  }

  #of(provider: string, { failureShare, volume, resetMs }: BreakerPolicy): CircuitBreaker<[Send], SendResult> {
    const known = this.#byProvider.get(provider);
    if (known !== undefined) return known;
    const breaker = new CircuitBreaker<[Send], SendResult>(sendOrFail, {
      timeout: false, // the attempt has a limit of its own
      errorThresholdPercentage: failureShare * 100,
      volumeThreshold: volume,
      resetTimeout: resetMs,
      rollingCountTimeout: windowMs,
    });
    this.#byProvider.set(provider, breaker);
    return breaker;
  }
}

/** opossum counts what throws. */
class Failed extends Error {
  constructor(readonly result: SendResult) {
    super('the provider failed');
  }
}

async function sendOrFail(send: Send): Promise<SendResult> {
  const result = await send();
  if (result.outcome === 'retry') throw new Failed(result);
  return result;
}

const notTried: SendResult = {
  outcome: 'retry',
  reason: 'provider-unavailable',
  answer: 'not tried: the latest attempts of others failed, the provider is left alone for a while',
};
