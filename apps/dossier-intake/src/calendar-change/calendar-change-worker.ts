import { inTransaction, toTransaction, whileHoldingLock } from '@motcua/postgres';
import type { OnApplicationShutdown } from '@nestjs/common';
import { listLastVersions, listPending, register, type PendingChange } from './calendar-change.store.ts';
import { findUnregistered } from './find-unregistered.ts';
import { workOffChange, type WorkParts } from './work-off-change.ts';

/** How often to look whether another instance left something behind, and how long to rest after a failure. */
const LOOK_AGAIN_MS = 5_000;
const WORK_LOCK = 'intake.calendar-change';

/**
 * Follows the calendars: a version that is new here makes the open dossiers it touches be dated anew. What is noticed and what is
 * done are rows, so that any instance goes on after a stop.
 */
export class CalendarChangeWorker implements OnApplicationShutdown {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #rouse: () => void = () => undefined;
  #isRoused = false;

  constructor(private readonly parts: WorkParts) {}

  /** The calendars are known, or one has changed. Nothing is done before the first call. */
  wake(): void {
    this.#isRoused = true;
    this.#running ??= this.#run();
    this.#rouse();
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#rouse();
    await this.#running;
    await this.parts.pool.end();
  }

  async #run(): Promise<void> {
    while (!this.#isStopping()) {
      this.#isRoused = false;
      try {
        await this.#notice();
        await this.#workOff();
      } catch (err) {
        if (!this.#isStopping()) this.parts.logger.warn({ err }, 'a change of a calendar has to wait');
      }
      await this.#rest();
    }
  }

  async #notice(): Promise<void> {
    const { pool, data } = this.parts;
    await inTransaction(pool, async (transaction) => {
      const last = await listLastVersions(transaction);
      const fresh = data.listCalendarVersions().flatMap((known) => findUnregistered(known, last.get(known.id)));
      if (fresh.length > 0) await register(transaction, fresh);
    });
  }

  async #workOff(): Promise<void> {
    const { pool } = this.parts;
    const reads = toTransaction(pool);
    if ((await listPending(reads)).length === 0) return;
    // It saves double work and nothing depends on it: the plan and the dossiers' locks keep two instances right that are at it.
    await whileHoldingLock(pool, WORK_LOCK, async () => {
      // Read again: another instance may just have finished.
      for (const change of await listPending(reads)) await this.#follow(change);
    });
  }

  async #follow(change: PendingChange): Promise<void> {
    const { data, logger } = this.parts;
    const { calendarId: id, version } = change;
    const calendar = data.findCalendar({ id, version });
    if (calendar?.version === version) await workOffChange(this.parts, change, calendar, this.#stopping.signal);
    else logger.warn({ calendar: id, version }, 'a calendar was noticed that is no longer in the catalogue');
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  #rest(): Promise<void> {
    if (this.#isRoused || this.#isStopping()) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_AGAIN_MS);
      this.#rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
