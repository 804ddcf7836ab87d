import type { Board, BoardGrouping, NearestPeriod, OrganisationReading } from '@motcua/contracts';
import { may } from '@motcua/access';
import type { Caller } from '@motcua/auth';
import type { Instant, LocalDays } from '@motcua/indicators';
import { inTransaction, type Queryable } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { findNearestDays } from '../figures/nearest-days.query.ts';
import type { Period } from '../figures/period.ts';
import { toNearestPeriod } from '../figures/to-nearest-period.ts';
import { listAllPlacements, listPlacements, nodesOf, zonesOf, type UnitPlacement } from '../figures/unit-placements.query.ts';
import { listMoved, type MovedPlacement } from '../organisation/list-moved.ts';
import { toReadingDate } from '../organisation/reading-date.ts';
import { getActiveTableSet } from '../projection/table-set.ts';
import { LOCAL_DAYS, toDate } from '../time/local-days.ts';
import { FreshnessReader, type LagReading } from './freshness.ts';
import { NameDirectory } from './names/name-directory.ts';
import { readBoardRows } from './read-board.ts';
import { listReadablePlaces, requireOnDate } from './unit-access.ts';

export interface BoardRequest {
  readonly unit: string;
  readonly period: Period;
  readonly by: BoardGrouping | null;
  readonly asOf: Instant;
  /** Absent: as-was. */
  readonly organisation?: OrganisationReading | undefined;
}

/** Boards for readers: the figures, their names and how fresh they are, all of one snapshot. */
@Injectable()
export class BoardService {
  readonly #pool: Pool;
  readonly #names: NameDirectory;
  readonly #freshness: FreshnessReader;
  readonly #days: LocalDays;

  constructor(@Inject(POOL) pool: Pool, names: NameDirectory, freshness: FreshnessReader, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#pool = pool;
    this.#names = names;
    this.#freshness = freshness;
    this.#days = days;
  }

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden` */
  async read(caller: Caller, request: BoardRequest): Promise<Board> {
    const lag = await this.readLag();
    return this.onSnapshot(
      caller,
      request.unit,
      (database, places, moved) => this.readAt(database, places, { ...request, moved }, lag),
      request.organisation,
    );
  }

  /** Where a period has no figures: the nearest one that has. @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden` */
  findNearest(caller: Caller, { unit, period, asOf }: Omit<BoardRequest, 'by'>): Promise<NearestPeriod> {
    return this.onSnapshot(caller, unit, async (database, places) => {
      const zones = zonesOf(places);
      const today = Math.max(...zones.map((zone) => this.#days.dayOf(zone, asOf)));
      const tableSet = await getActiveTableSet(database);
      const days = zones.length === 0 ? nowhere : await findNearestDays(database, tableSet, nodesOf(places, unit), period, today);
      const nearest = toNearestPeriod(days, period, today);
      return { unit, period: toDates(period), nearest: nearest === null ? null : toDates(nearest) };
    });
  }

  /** Whether a caller may read everything of a unit, and not only what once belonged to their own. */
  seesWhole(caller: Caller, unit: string): boolean {
    const path = this.#names.findPath(unit);
    // Of a unit that the catalogue does not know it is known at least that it stands above itself.
    return may(caller, 'figures.read', path.length === 0 ? [unit] : path);
  }

  /** Events not yet projected; asked for before a snapshot is opened, because the broker may let us wait. */
  readLag(): Promise<LagReading> {
    return this.#freshness.readLag();
  }

  /** Runs `work` on one snapshot, with the places of a unit that the caller may read, and with what lies elsewhere under an organisation. */
  onSnapshot<Result>(
    caller: Caller,
    unit: string,
    work: (database: Queryable, places: readonly UnitPlacement[], moved: readonly MovedPlacement[]) => Promise<Result>,
    organisation: OrganisationReading = 'as-was',
  ): Promise<Result> {
    const date = toReadingDate(organisation, Date.now());
    return inTransaction(
      this.#pool,
      async (database) => {
        if (date === null) return work(database, await listReadablePlaces(database, this.#names, caller, unit), []);
        requireOnDate(this.#names, caller, unit, date);
        const moved = listMoved(await listAllPlacements(database), this.#names.organisation, date);
        return work(database, await listPlacements(database, unit), moved);
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  async readAt(
    database: Queryable,
    places: readonly UnitPlacement[],
    request: BoardRequest & { readonly moved?: readonly MovedPlacement[] | undefined },
    lag: LagReading,
  ): Promise<Board> {
    const { unit, period, by, asOf, organisation } = request;
    const { parked, ...freshness } = await this.#freshness.read(database, lag);
    const rows = await readBoardRows(database, places, request, this.#days);
    return {
      unit,
      period: toDates(period),
      by,
      asOf: new Date(asOf).toISOString(),
      ...(organisation === undefined ? {} : { organisation }),
      parked,
      freshness,
      rows: rows.map(({ key, indicators }) => {
        const name = this.#names.findName(by, key);
        return { key, ...(name === undefined ? {} : { name }), indicators: { ...indicators } };
      }),
    };
  }
}

const nowhere = { before: null, after: null };

const toDates = ({ from, to }: Period): { from: string; to: string } => ({ from: toDate(from), to: toDate(to) });
