import { METRICS } from '@motcua/http';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Waiting } from './find-waiting.ts';
import type { Fired } from './fire-timers.ts';
import { findLogReading } from './log-reading.ts';

/** From a tenth of a second to a long weekend. */
const LAG_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3_600, 43_200, 259_200];
/** Counting two million index entries takes a moment: not at every scrape. */
const PENDING_MAX_AGE_MS = 15_000;

/** What the timer does, as figures. */
@Injectable()
export class TimerMetrics {
  readonly #lag: Histogram;
  readonly #folded: Counter;
  readonly #claimed: Counter<'kind'>;
  readonly #imported: Counter;
  #waiting: Waiting = { lanes: 0, oldestMs: 0, nextMs: null };
  #pending = { pending: 0, held: 0, at: -Infinity };

  constructor(
    @Inject(METRICS) registry: Registry,
    @Inject(POOL) private readonly pool: Pool,
  ) {
    const registers = [registry];
    this.#lag = new Histogram({
      name: 'motcua_sla_fire_lag_seconds',
      help: 'From the moment of an escalation step, or of the release of its clock, until it fired, by the database’s clock; without imports.',
      buckets: LAG_BUCKETS,
      registers,
    });
    this.#folded = new Counter({
      name: 'motcua_sla_coalesced_escalations_total',
      help: 'Escalation steps that a higher one stood in for.',
      registers,
    });
    this.#claimed = new Counter({
      name: 'motcua_sla_claimed_clocks_total',
      help: 'Clocks claimed and fired.',
      labelNames: ['kind'],
      registers,
    });
    this.#imported = new Counter({
      name: 'motcua_sla_imported_alerts_total',
      help: 'Of the clocks fired, those whose escalation step lies in a history that was loaded: nobody is alerted of them at once.',
      registers,
    });
    const readOldest = (): number => this.#waiting.oldestMs / 1000;
    new Gauge({
      name: 'motcua_sla_oldest_unclaimed_seconds',
      help: 'How long the oldest due escalation step has waited; 0: none is due.',
      registers,
      collect() {
        this.set(readOldest());
      },
    });
    this.#observePending(registers);
    observeLog(registers, pool);
  }

  looked(waiting: Waiting): void {
    this.#waiting = waiting;
  }

  fired({ fired, folded, breached, imported, lags }: Fired): void {
    this.#folded.inc(folded);
    this.#imported.inc(imported);
    this.#claimed.inc({ kind: 'breached' }, breached);
    this.#claimed.inc({ kind: 'due-soon' }, fired - breached);
    for (const lag of lags) this.#lag.observe(lag);
  }

  #observePending(registers: Registry[]): void {
    const gauge = (name: string, help: string, of: 'pending' | 'held') => {
      const refresh = async (): Promise<number> => {
        await this.#countPending();
        return this.#pending[of];
      };
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await refresh());
        },
      });
    };
    gauge('motcua_sla_pending_clocks', 'Clocks that wait for their next escalation step.', 'pending');
    gauge(
      'motcua_sla_held_clocks',
      'Clocks held until the log has been read on, or until their import session has ended.',
      'held',
    );
  }

  async #countPending(): Promise<void> {
    if (performance.now() - this.#pending.at < PENDING_MAX_AGE_MS) return;
    const { rows } = await this.pool.query<{ pending: number; held: number }>(
      `SELECT (SELECT count(*)::int FROM sla.clock WHERE next_at IS NOT NULL) AS pending,
         (SELECT count(*)::int FROM sla.clock WHERE held_until IS NOT NULL)
           + (SELECT count(*)::int FROM sla.clock WHERE import_session IS NOT NULL) AS held`,
    );
    this.#pending = { pending: rows[0]?.pending ?? 0, held: rows[0]?.held ?? 0, at: performance.now() };
  }
}

/** How far behind the log is, and what cannot be judged for that: at rest the first moves between 0 and the seconds that the log promises. */
function observeLog(registers: Registry[], pool: Pool): void {
  new Gauge({
    name: 'motcua_sla_log_behind_seconds',
    help: 'How long ago the moment lies up to which every partition of the dossier log has been read: what is due after it waits.',
    registers,
    async collect() {
      this.set((await findLogReading(pool)).behindSeconds ?? NaN);
    },
  });
  new Gauge({
    name: 'motcua_sla_unjudged_clocks',
    help: 'Clocks that are due on partitions of which it is not known how far they go: they fire late, when it is.',
    registers,
    async collect() {
      this.set((await findLogReading(pool)).unjudged);
    },
  });
}
