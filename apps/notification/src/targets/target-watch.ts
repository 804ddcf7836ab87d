import { toTransaction, readClock } from '@motcua/postgres';
import type { PlannedNotices } from '../notices/notification-planner.ts';
import { checkTarget, type TargetParts } from './check-target.ts';
import { listTargets } from './target.store.ts';

export interface TargetWatchOptions extends TargetParts {
  readonly onPlanned: (planned: PlannedNotices) => void;
  readonly onError: (error: unknown) => void;
  /** A wake-up may be lost: all are looked at so often. */
  readonly everyMs?: number;
  /** Figures move many times a second while events pour in; they are looked at no more often than this. */
  readonly gatherMs?: number;
}

/** Looks at targets when their figures may have moved, and every minute anyway. */
export class TargetWatch {
  readonly #woken = new Set<string>();
  #every: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: TargetWatchOptions) {}

  start(): void {
    this.#every = setInterval(() => {
      this.#look();
    }, this.options.everyMs ?? 60_000);
    this.#look();
  }

  /** Figures of these units may have changed. */
  wake(units: readonly string[]): void {
    for (const unit of units) this.#woken.add(unit);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      const woken = new Set(this.#woken);
      this.#woken.clear();
      this.#look(woken);
    }, this.options.gatherMs ?? 3_000);
  }

  async stop(): Promise<void> {
    clearInterval(this.#every);
    clearTimeout(this.#gathering);
    await this.#running;
  }

  #look(units?: ReadonlySet<string>): void {
    this.#running = this.#running.then(() => this.#check(units)).catch(this.options.onError);
  }

  async #check(units?: ReadonlySet<string>): Promise<void> {
    const database = toTransaction(this.options.pool);
    const targets = (await listTargets(database)).filter(({ unit }) => units?.has(unit) ?? true);
    if (targets.length === 0) return;
    const now = await readClock(database, 'notification');
    for (const target of targets) {
      try {
        const planned = await checkTarget(this.options, target, now);
        if (planned !== undefined) this.options.onPlanned(planned);
      } catch (error) {
        this.options.onError(error);
      }
    }
  }
}
