import type { BoardGrouping } from '@motcua/contracts';
import { indicators, type Instant } from '@motcua/indicators';
import { inTransaction, toTransaction, whileHoldingLock, type Queryable } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { KnownAt, KnownBoard, KnownBoards } from '../../board/known-boards.ts';
import type { BoardQuery, BoardRow } from '../../board/read-board.ts';
import type { StoredClose } from '../../closes/close-row.ts';
import { findStandingClose } from '../../closes/find-closes.query.ts';
import { listFrozenCounts, type FrozenCount } from '../../closes/frozen-copy.query.ts';
import { frozenNames, toFigures, type FrozenName } from '../../closes/frozen-numbers.ts';
import { toMonthPeriod } from '../../closes/month-period.ts';
import { groupings } from '../../figures/grouping.ts';
import type { Period } from '../../figures/period.ts';
import { toDate } from '../../time/local-days.ts';
import { findBesideLogs } from '../../verify/logs/find-beside-logs.ts';
import { recomputeRecorded } from '../../verify/recompute-recorded.query.ts';
import { asOfNotFrozen, closeMissing, groupingNotFrozen, notAMonth, recomputeBusy, recomputeTooLong } from '../close-problems.ts';
import { isOutOfTime } from '../is-out-of-time.ts';
import { QueuedSemaphore } from '../queued-semaphore.ts';

/** A recomputation reads the logs of all units: one at a time in the whole installation, and none for longer than the gateway waits. */
const RECOMPUTE_MS = 45_000;
const WAIT_MS = 10_000;

/** Key of a row, of a responsibility interval of the fold; `$7` is the unit. Days and months are periods of their own. */
const rowKeys: Readonly<Record<Exclude<BoardGrouping, 'month' | 'day'>, string>> = {
  unit: `coalesce(unit_path[array_position(unit_path, $7::text) + 1], $7::text)`,
  level: 'unit_kind',
  procedure: 'procedure',
  field: 'field',
  channel: 'channel',
  officer: `coalesce(officer, '')`,
};

/** What a frozen copy is grouped by, beside everything in one row. */
const frozenKeys: Readonly<Partial<Record<BoardGrouping, (count: FrozenCount) => string>>> = {
  procedure: ({ procedure }) => procedure,
  field: ({ field }) => field,
};

/** A closed month from its frozen copy; any other moment from the logs, by the fold that verification goes by. */
@Injectable()
export class LoggedBoards implements KnownBoards {
  readonly #recomputing = new QueuedSemaphore();

  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** @throws also ProblemError 422 `period-close.as-of-earlier`, 503 `known-at.too-long` */
  async read(query: BoardQuery, knownAt: KnownAt): Promise<KnownBoard> {
    const month = toMonth(query.period);
    if (knownAt === 'close' && month === undefined) throw notAMonth();
    const close = month === undefined ? undefined : await this.#findConfirmed(query.unit, month);
    if (knownAt !== 'close') return this.#readAt(query, knownAt, close);
    if (close === undefined) throw closeMissing(query.unit, month ?? '');
    if (!isAsFrozen(query, close)) throw asOfNotFrozen(close.asOf);
    return this.#readFrozen(close, query);
  }

  /** From the copy where it is of that very moment, and says what is asked for. */
  #readAt(query: BoardQuery, knownAt: Instant, close: StoredClose | undefined): Promise<KnownBoard> {
    const hasGrouping = query.by === null || query.by in frozenKeys;
    return close?.knownAt.getTime() === knownAt && hasGrouping && isAsFrozen(query, close)
      ? this.#readFrozen(close, query)
      : this.#recompute(query, knownAt);
  }

  async #findConfirmed(unit: string, month: string): Promise<StoredClose | undefined> {
    const close = await findStandingClose(toTransaction(this.pool), unit, month);
    return close?.outcome === 'confirmed' ? close : undefined;
  }

  async #readFrozen(close: StoredClose, { unit, by }: BoardQuery): Promise<KnownBoard> {
    const toKey = by === null ? () => unit : frozenKeys[by];
    if (toKey === undefined) throw groupingNotFrozen(by ?? '');
    const rows = new Map<string, Map<string, number>>(by === null ? [[unit, new Map()]] : []);
    for (const count of await listFrozenCounts(toTransaction(this.pool), close.id)) {
      const row = rows.get(toKey(count)) ?? new Map<string, number>();
      const name = close.names[count.number]?.name ?? '';
      row.set(name, (row.get(name) ?? 0) + count.count);
      rows.set(toKey(count), row);
    }
    return {
      basis: { kind: 'frozen', knownAt: close.knownAt.toISOString(), close: close.id },
      asOf: close.asOf.getTime(),
      rows: toRows(rows, close.names),
    };
  }

  async #recompute(query: BoardQuery, knownAt: Instant): Promise<KnownBoard> {
    const asOf = Math.min(query.asOf, knownAt);
    const recompute = (database: Queryable): Promise<readonly BoardRow[]> => recomputeRows(database, { ...query, asOf }, knownAt);
    // Waited for without a connection: with the lock a second one is needed, which those who wait would hold.
    const rows = await this.#recomputing
      .run(
        () =>
          whileHoldingLock(this.pool, 'kpi.recompute', () =>
            inTransaction(this.pool, recompute, { isolation: 'repeatable read', readOnly: true, timeoutMs: RECOMPUTE_MS }),
          ),
        { waitMs: WAIT_MS },
      )
      .catch((error: unknown) => {
        throw isOutOfTime(error) ? recomputeTooLong(error) : error;
      });
    if (rows === undefined) throw recomputeBusy();
    return { basis: { kind: 'recorded', knownAt: new Date(knownAt).toISOString(), close: null }, asOf, rows };
  }
}

async function recomputeRows(
  database: Queryable,
  { unit, period, by, asOf }: BoardQuery,
  knownAt: Instant,
): Promise<readonly BoardRow[]> {
  const grouping = by === null ? undefined : groupings[by];
  const isByPeriod = grouping?.by === 'periods';
  const periods = isByPeriod ? grouping.split(period) : [{ ...period, key: unit }];
  const rowOf = by === null || by === 'month' || by === 'day' ? `''` : rowKeys[by];
  const recorded = { knownAt, close: null, logs: await findBesideLogs(database) };
  const counted = await recomputeRecorded(database, recorded, { unit, periods, asOf, rowOf });
  const rows = new Map<string, Map<string, number>>(by === null ? [[unit, new Map()]] : []);
  for (const { period: of, row, counts } of counted)
    rows.set(by === null || isByPeriod ? of : row, new Map(Object.entries(counts)));
  return toRows(rows, frozenNames);
}

const toRows = (rows: ReadonlyMap<string, ReadonlyMap<string, number>>, names: readonly FrozenName[]): readonly BoardRow[] =>
  [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, counts]) => ({ key, indicators: inOrder(toFigures(names, counts)) }));

/** As every board has them: in the order of the registry. */
function inOrder(figures: BoardRow['indicators']): BoardRow['indicators'] {
  return Object.fromEntries(indicators.flatMap(({ id }) => (figures[id] === undefined ? [] : [[id, figures[id]]])));
}

/**
 * A copy shows its month as of the close; whoever asks for a later moment gets that, for nothing later was known. The moment of the proposal, and not
 * `asOf`, which lies ahead of it where another service's clock does: "now" must not be too early for a copy that was made a second ago.
 */
const isAsFrozen = ({ asOf }: BoardQuery, { proposedAt }: StoredClose): boolean => asOf >= proposedAt.getTime();

/** Undefined: the period is not one whole month. */
function toMonth({ from, to }: Period): string | undefined {
  const month = toDate(from).slice(0, 7);
  const whole = toMonthPeriod(month);
  return whole.from === from && whole.to === to ? month : undefined;
}
