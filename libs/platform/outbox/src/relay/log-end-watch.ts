import { isStillThere, type AcknowledgedOffsets } from '../store/acknowledged-offsets.ts';

/** One past the last record, by topic and partition. */
export type LogEnds = ReadonlyMap<string, ReadonlyMap<number, bigint>>;

/** What Kafka answers a relay of twelve partitions in a few milliseconds. */
export const defaultLogEndEveryMs = 10_000;
/** A broker that did not answer is asked again: it may come back with less than it had. */
const unansweredEveryMs = 1_000;

/**
 * Whether the log still ends where its acknowledged records do. A broker that lost its tail gives their offsets out again, which the next send tells; a relay
 * that has nothing to send would not learn of it. Asked beside the turns: a broker that is away holds nobody up.
 */
export class LogEndWatch {
  #nextAt: number;
  #isAsking = false;
  #seen = new AbortController();

  constructor(
    private readonly everyMs: number,
    private readonly readEnds: (acknowledged: AcknowledgedOffsets) => Promise<LogEnds>,
    nowMs: number,
  ) {
    this.#nextAt = nowMs + everyMs;
  }

  /** Aborts when the log was seen to be too short. */
  get seen(): AbortSignal {
    return this.#seen.signal;
  }

  /** Kafka did not answer somebody: the next look is due. */
  expectLoss(): void {
    this.#nextAt = 0;
  }

  /** Asks, if it is time, and waits for nothing. @param acknowledged known before the ends are asked for, so below each of them */
  look(acknowledged: AcknowledgedOffsets, nowMs: number): void {
    if (this.#isAsking || nowMs < this.#nextAt) return;
    this.#isAsking = true;
    this.#nextAt = nowMs + this.everyMs;
    this.readEnds(acknowledged)
      .then((ends) => {
        if (!isStillThere(acknowledged, ends)) this.#seen.abort();
      })
      .catch(() => {
        this.#nextAt = nowMs + Math.min(unansweredEveryMs, this.everyMs);
      })
      .finally(() => {
        this.#isAsking = false;
      });
  }

  /** What was seen is taken; the next look begins anew. */
  take(): void {
    this.#seen = new AbortController();
  }
}
