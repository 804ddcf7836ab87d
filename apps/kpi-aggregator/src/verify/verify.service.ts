import type { VerifyReport } from '@motcua/contracts';
import type { LocalDays } from '@motcua/indicators';
import { inTransaction, longestTransactionMs, toTransaction, type Queryable } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { PROJECTED, PROJECTION, type ProjectedLog } from '../projection/projected-log.ts';
import { getActiveTableSet, type TableSet } from '../projection/table-set.ts';
import { LOCAL_DAYS } from '../time/local-days.ts';
import { awaitApplied, findLogEnds } from './await-applied.ts';
import { compareCells } from './compare-cells.query.ts';
import { compareClose, compareCloseChain, compareContent } from './compare-closes.ts';
import { compareFacts } from './compare-facts.query.ts';
import { compareFigures, compareOfficers } from './compare-figures.ts';
import { compareInstitutional } from './compare-institutional.query.ts';
import { compareLists } from './compare-lists.ts';
import { compareRatings } from './compare-ratings.query.ts';
import type { Comparison, LogPlace, LogPlaces } from './comparison.ts';
import { findHistory, toPastMoments } from './verified-periods.ts';

const MAX_DIFFERENCES = 100;

export interface VerifyRequest {
  /** Figures of this unit's subtree alone; facts and cells are always all compared. */
  readonly unit?: string;
  /** How long to wait for relay and projection. */
  readonly waitMs: number;
}

/** Compares the projection with what the logs of events, overdue causes, documents, ratings and institutional figures say, all as they are in one snapshot. Writes nothing. */
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
    const projected = await this.#onSnapshot((snapshot) => this.#compare(snapshot, places, unit));
    const { closes, comparison } = await this.#onSnapshot(compareCloseChain);
    const comparisons = [...projected.comparisons, comparison];
    // A snapshot each, so that none is held for long: nothing of a close moves.
    for (const close of closes) comparisons.push(await this.#onSnapshot((snapshot) => compareContent(snapshot, close)));
    const recomputed = closes.filter((one) => unit === undefined || one.unit === unit);
    for (const close of recomputed) comparisons.push(await this.#onSnapshot((snapshot) => compareClose(snapshot, close)));
    const differenceCount = comparisons.reduce((sum, { found }) => sum + found, 0);
    return {
      outcome: differenceCount === 0 ? 'equal' : 'different',
      reason: null,
      position: places.events,
      checked: { ...projected.checked, closes: recomputed.length },
      differences: comparisons.flatMap(({ differences }) => differences).slice(0, MAX_DIFFERENCES),
      differenceCount,
    };
  }

  #onSnapshot<Result>(work: (snapshot: Queryable) => Promise<Result>): Promise<Result> {
    const options = { isolation: 'repeatable read', readOnly: true, timeoutMs: longestTransactionMs } as const;
    return inTransaction(this.#pool, work, options);
  }

  async #compare(
    snapshot: Queryable,
    places: LogPlaces,
    unit: string | undefined,
  ): Promise<Pick<VerifyReport, 'checked'> & { comparisons: readonly Comparison[] }> {
    const tableSet = await getActiveTableSet(snapshot);
    const facts = await compareFacts(snapshot, tableSet, places);
    const cells = await compareCells(snapshot, tableSet, places);
    const figures = await this.#compareFigures(snapshot, tableSet, places, unit);
    const lists = await this.#compareLists(snapshot, tableSet, places, unit);
    const ratings = await compareRatings(snapshot, tableSet, places.ratings);
    const institutional = await compareInstitutional(snapshot, tableSet, places.institutional);
    return {
      comparisons: [facts, cells, ...figures, lists, ratings, institutional],
      checked: {
        dossiers: facts.checked,
        cells: cells.checked,
        figures: figures.reduce((sum, { checked }) => sum + checked, 0),
        lists: lists.checked,
        ratings: ratings.checked,
        institutional: institutional.checked,
      },
    };
  }

  /** Now: over all of history, by month and today, and by officer. As of past moments: over all of it, and its last month. */
  async #compareFigures(
    snapshot: Queryable,
    tableSet: TableSet,
    places: LogPlaces,
    unit: string | undefined,
  ): Promise<readonly Comparison[]> {
    const [days, now] = [this.#days, Date.now()];
    const { whole, months, today, firstAt } = await findHistory(snapshot, tableSet, now, days);
    const periods = [whole, ...months, today];
    const comparisons = [
      await compareFigures(snapshot, tableSet, places, { periods, asOf: now, days, unit }),
      await compareOfficers(snapshot, tableSet, places, { periods: [whole], asOf: now, days, unit }),
    ];
    for (const asOf of toPastMoments(firstAt, now)) {
      const past = await findHistory(snapshot, tableSet, asOf, days);
      const said = ` · as of ${new Date(asOf).toISOString()}`;
      const asked = { periods: [past.whole, ...past.months.slice(-1)], asOf, days, unit, said };
      comparisons.push(await compareFigures(snapshot, tableSet, places, asked));
    }
    return comparisons;
  }

  async #compareLists(snapshot: Queryable, tableSet: TableSet, places: LogPlaces, unit: string | undefined): Promise<Comparison> {
    const [days, asOf] = [this.#days, Date.now()];
    const { whole, today } = await findHistory(snapshot, tableSet, asOf, days);
    return compareLists(snapshot, tableSet, places, { periods: [whole, today], asOf, days, unit });
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
  checked: { dossiers: 0, cells: 0, figures: 0, lists: 0, ratings: 0, institutional: 0 },
  differences: [],
  differenceCount: 0,
});
