import { rest } from './rest.ts';
import type { RelayOptions } from './relay-options.ts';
import { listenForWakes, openRelaySession, sendWake, tryLock, type RelaySession } from './relay-session.ts';
import { afterNews, initialStatus, toHealthReport, type RelayNews, type RelayStatus } from './relay-status.ts';
import { RelayHalted, LeadershipSession } from './leadership-session.ts';
import { WakeCall } from './wake-call.ts';

export interface Relay {
  /** Begins to publish in the background; does not wait for the database or for Kafka. */
  start(): void;
  /** Ends the turn in hand, then gives the lock up. */
  stop(): Promise<void>;
  /** Something was committed just now: look at once instead of after the next rest. A standby tells the active one. Harmless when false. */
  wake(): void;
  status(): RelayStatus;
  /** For `HealthChecks`. */
  healthReport(): ReturnType<typeof toHealthReport>;
}

/**
 * Publishes an event table to Kafka in commit order, at least once, never with a gap. Run one in every instance of a service: one is
 * active, the others stand by. See docs/adr and `EventReader` for why it reads the way it does.
 */
export function createRelay(options: RelayOptions): Relay {
  return new BackgroundRelay(options);
}

const defaultStandbyPollMs = 250;
/** Far beyond what a turn takes, and soon enough that a board is not seen to stand still. */
const defaultSessionTimeoutMs = 15_000;
const firstBackoffMs = 100;
const longestBackoffMs = 5_000;
/** A service has five seconds to stop; its other parts need some of them. */
const stopGraceMs = 2_500;

class BackgroundRelay implements Relay {
  readonly #stopping = new AbortController();
  #waking = new AbortController();
  #current: RelayStatus = initialStatus;
  /** While another relay is active. */
  #standbyCall: WakeCall | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    // A send that hangs on a dead broker is left to its fate: what it may still deliver, the next relay delivers again.
    const ended = new AbortController();
    void this.#running.then(() => {
      ended.abort();
    });
    await rest(stopGraceMs, ended.signal);
    if (this.#current.state !== 'halted') this.#report({ state: 'stopped' });
  }

  wake(): void {
    this.#waking.abort();
    this.#waking = new AbortController();
    this.#standbyCall?.call();
  }

  status(): RelayStatus {
    return this.#current;
  }

  healthReport() {
    return toHealthReport(this.#current, Date.now());
  }

  async #run(): Promise<void> {
    let backoffMs = firstBackoffMs;
    while (!this.#stopping.signal.aborted) {
      const publishedBefore = this.#current.published;
      const error = await this.#serve().catch((thrown: unknown) => thrown);
      if (error === undefined) continue;
      if (error instanceof RelayHalted) {
        this.#halt(error);
        return;
      }
      if (this.#current.published > publishedBefore) backoffMs = firstBackoffMs;
      await this.#recover(error, backoffMs);
      backoffMs = Math.min(longestBackoffMs, backoffMs * 2);
    }
  }

  /** One connection: waits for the lock, then serves a term. */
  async #serve(): Promise<void> {
    const { url, schema, name, sessionTimeoutMs = defaultSessionTimeoutMs } = this.options;
    const session = await openRelaySession({ url, name: `${schema}.${name}`, timeoutMs: sessionTimeoutMs });
    try {
      if (!(await this.#waitForLock(session))) return;
      await listenForWakes(session, schema, name, () => {
        this.wake();
      });
      const term = new LeadershipSession(session, this.options, this.#stopping.signal, (news) => {
        this.#report(news);
      });
      await term.run(() => this.#waking.signal);
    } finally {
      await session.close();
    }
  }

  async #waitForLock(session: RelaySession): Promise<boolean> {
    const { schema, name, standbyPollMs = defaultStandbyPollMs } = this.options;
    try {
      while (!this.#stopping.signal.aborted) {
        session.lost.throwIfAborted();
        if (await tryLock(session, schema, name)) return true;
        this.#standbyCall ??= new WakeCall(() => sendWake(session, schema, name));
        this.#report({ state: 'standby', failure: undefined });
        await rest(standbyPollMs, this.#stopping.signal, session.lost);
      }
      return false;
    } finally {
      this.#standbyCall = undefined;
    }
  }

  #halt(error: RelayHalted): void {
    this.#report({ state: 'halted', failure: error.message });
    this.options.logger.fatal({ relay: this.options.name }, error.message);
  }

  async #recover(error: unknown, backoffMs: number): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    this.#report({ state: 'starting', failure: message });
    this.options.logger.warn({ err: error, relay: this.options.name, backoffMs }, 'the relay starts anew');
    await rest(backoffMs, this.#stopping.signal);
  }

  #report(news: RelayNews): void {
    this.#current = afterNews(this.#current, news, 'failure' in news, Date.now());
  }
}
