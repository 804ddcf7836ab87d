import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { toTransaction, readClock } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { PlannedSender } from '../notices/planning/planned-sender.ts';
import { TargetCheck } from './target-check.ts';
import { TargetStore } from './target.store.ts';

/** A wake-up may be lost: all are looked at so often. */
const EVERY_MS = 60_000;
/** Figures move many times a second while events pour in; they are looked at no more often than this. */
const GATHER_MS = 3_000;

/** Looks at targets when their figures may have moved, and every minute anyway. */
@Injectable()
export class TargetWatch {
  readonly #woken = new Set<string>();
  #every: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly targets: TargetStore,
    private readonly check: TargetCheck,
    private readonly sending: PlannedSender,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.#every = setInterval(() => {
      this.#look();
    }, EVERY_MS);
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
    }, GATHER_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#every);
    clearTimeout(this.#gathering);
    await this.#running;
  }

  #look(units?: ReadonlySet<string>): void {
    this.#running = this.#running
      .then(() => this.#checkAll(units))
      .catch((err: unknown) => {
        this.#warn(err);
      });
  }

  async #checkAll(units?: ReadonlySet<string>): Promise<void> {
    const targets = (await this.targets.list()).filter(({ unit }) => units?.has(unit) ?? true);
    if (targets.length === 0) return;
    const now = await readClock(toTransaction(this.pool), 'notification');
    for (const target of targets) {
      try {
        const planned = await this.check.check(target, now);
        if (planned !== undefined) this.sending.send(planned);
      } catch (error) {
        this.#warn(error);
      }
    }
  }

  #warn(err: unknown): void {
    this.logger.warn({ err }, 'a target could not be compared with its figure and is tried again');
  }
}
