import type { VerifyReport } from '@motcua/contracts';
import type { LocalDays } from '@motcua/indicators';
import { inTransaction, longestTransactionMs, toTransaction, type Queryable } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { PROJECTED, PROJECTION, type ProjectedLog } from '../projection/projected-log.ts';
import { getActiveTableSet } from '../projection/table-set.ts';
import { LOCAL_DAYS } from '../time/local-days.ts';
import { awaitApplied, findLogEnds } from './await-applied.ts';
import { compareCells } from './compare-cells.query.ts';
import { compareFacts } from './compare-facts.query.ts';
import { compareFigures } from './compare-figures.ts';
import type { LogPlace, LogPlaces } from './comparison.ts';

const MAX_DIFFERENCES = 100;

export interface VerifyRequest {
  /** Figures of this unit's subtree alone; facts and cells are always all compared. */
  readonly unit?: string;
  /** How long to wait for relay and projection. */
  readonly waitMs: number;
}

/** Compares the projection with what the logs of events, overdue causes and documents say, all as they are in one snapshot. Writes nothing. */
@Injectable()
export class VerifyService {
  readonly #pool: Pool;
  readonly #log: ProjectedLog;
  readonly #days: LocalDays;

  constructor(@Inject(POOL) pool: Pool, @Inject(PROJECTED) log: ProjectedLog, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#pool = pool;
    this.#log = log;
    this.#days = days;
  }

  async verify({ unit, waitMs }: VerifyRequest): Promise<VerifyReport> {
    const database = toTransaction(this.#pool);
    const places = await findLogEnds(database);
    const hindrance = (await this.#findParked(database)) ?? (await awaitApplied(database, this.#log, places, waitMs));
    if (hindrance !== undefined) return toNotComparable(places.events, hindrance);
    const options = { isolation: 'repeatable read', readOnly: true, timeoutMs: longestTransactionMs } as const;
    return inTransaction(this.#pool, (snapshot) => this.#compare(snapshot, places, unit), options);
  }

  async #compare(snapshot: Queryable, places: LogPlaces, unit: string | undefined): Promise<VerifyReport> {
    const tableSet = await getActiveTableSet(snapshot);
    const facts = await compareFacts(snapshot, tableSet, places);
    const cells = await compareCells(snapshot, tableSet, places);
    const figures = await compareFigures(snapshot, tableSet, places, Date.now(), this.#days, unit);
    const comparisons = [facts, cells, figures];
    const differenceCount = comparisons.reduce((sum, { found }) => sum + found, 0);
    return {
      outcome: differenceCount === 0 ? 'equal' : 'different',
      reason: null,
      position: places.events,
      checked: { dossiers: facts.checked, cells: cells.checked, figures: figures.checked },
      differences: comparisons.flatMap(({ differences }) => differences).slice(0, MAX_DIFFERENCES),
      differenceCount,
    };
  }

  async #findParked(database: Queryable): Promise<string | undefined> {
    const [row] = await database.query<{ parked: number }>(
      `SELECT count(*)::int AS parked FROM kpi.dlq_event WHERE projection = $1 AND status = 'parked'`,
      [PROJECTION],
    );
    const parked = row?.parked ?? 0;
    return parked === 0 ? undefined : `${parked} events are parked as dead letters: motcua dlq list shows them`;
  }
}

const toNotComparable = (position: LogPlace, reason: string): VerifyReport => ({
  outcome: 'not-comparable',
  reason,
  position,
  checked: { dossiers: 0, cells: 0, figures: 0 },
  differences: [],
  differenceCount: 0,
});
