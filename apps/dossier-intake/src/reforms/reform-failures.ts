import type { HealthReport } from '@motcua/http';
import type { Logger } from '@motcua/observability';

/** Reforms of which the last piece of work failed. It is tried again, and holds up no other reform. */
export class ReformFailures {
  readonly #reasons = new Map<string, string>();

  constructor(private readonly logger: Logger) {}

  get size(): number {
    return this.#reasons.size;
  }

  /** Logged once, until it is over or fails otherwise: it may be tried again many times while another reform moves. */
  note(reform: string, err: unknown): void {
    const reason = err instanceof Error ? err.message : String(err);
    if (this.#reasons.get(reform) === reason) return;
    this.#reasons.set(reform, reason);
    this.logger.warn({ err, reform }, 'a piece of a reform failed and is tried again');
  }

  settle(reform: string): void {
    this.#reasons.delete(reform);
  }

  /** Of others nothing is left to do: they were taken back. */
  keepOnly(reforms: readonly string[]): void {
    for (const reform of this.#reasons.keys()) if (!reforms.includes(reform)) this.#reasons.delete(reform);
  }

  report(): HealthReport {
    const failing = [...this.#reasons.keys()];
    return failing.length === 0
      ? { ready: true }
      : { ready: false, reason: `failing and tried again: ${failing.join(', ')}`, details: { failing } };
  }
}
