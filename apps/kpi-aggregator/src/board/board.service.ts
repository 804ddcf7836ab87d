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
import { knownAsWasOnly } from '../http/problems.ts';
import { toReadingDate, toToday } from '../organisation/reading-date.ts';
import { getActiveTableSet } from '../projection/table-set.ts';
import { LOCAL_DAYS, toDate } from '../time/local-days.ts';
import { FreshnessReader, type LagReading } from './freshness.ts';
import { NameDirectory } from './names/name-directory.ts';
import { KNOWN_BOARDS, type KnownAt, type KnownBoards } from './known-boards.ts';
import { readBoardRows, type BoardRow } from './read-board.ts';
import { requireOnDate } from './require-on-date.ts';
import { listReadablePlaces, requireWhole } from './unit-access.ts';

export interface BoardRequest {
  readonly unit: string;
  readonly period: Period;
  readonly by: BoardGrouping | null;
  readonly asOf: Instant;
  /** Only what had been recorded by then, or what a closed month was reported with; absent: all that is known now. */
  readonly knownAt?: KnownAt | undefined;
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

  readonly #known: KnownBoards;

  constructor(
    @Inject(POOL) pool: Pool,
    names: NameDirectory,
    freshness: FreshnessReader,
    @Inject(LOCAL_DAYS) days: LocalDays,
    @Inject(KNOWN_BOARDS) known: KnownBoards,
  ) {
    this.#known = known;
    this.#pool = pool;
    this.#names = names;
    this.#freshness = freshness;
    this.#days = days;
  }

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`, 422 `known-at.as-was-only`, and those of `KnownBoards` */
  async read(caller: Caller, request: BoardRequest): Promise<Board> {
    const lag = await this.readLag();
    if (request.knownAt !== undefined) return this.#readKnown(caller, request, request.knownAt, lag);
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

  /** How fresh the figures of a unit are now. @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden` */
  async readHowFresh(caller: Caller, unit: string): Promise<Pick<Board, 'parked' | 'freshness'>> {
    const lag = await this.readLag();
    return this.onSnapshot(caller, unit, (database) => this.readFreshness(database, lag));
  }

  /** How fresh the figures of a snapshot are, and how many events they lack. */
  async readFreshness(database: Queryable, lag: LagReading): Promise<Pick<Board, 'parked' | 'freshness'>> {
    const { parked, ...freshness } = await this.#freshness.read(database, lag);
    return { parked, freshness };
  }

  /** Runs `work` on one snapshot, with the places of a unit that the caller may read, and with what lies elsewhere under an organisation. */
  onSnapshot<Result>(
    caller: Caller,
    unit: string,
    work: (database: Queryable, places: readonly UnitPlacement[], moved: readonly MovedPlacement[]) => Promise<Result>,
    organisation: OrganisationReading = 'as-was',
  ): Promise<Result> {
    const now = Date.now();
    const date = toReadingDate(organisation, now);
    return inTransaction(
      this.#pool,
      async (database) => {
        if (date === null) return work(database, await listReadablePlaces(database, this.#names, caller, unit), []);
        const all = await listAllPlacements(database);
        requireOnDate(this.#names, caller, { unit, date, today: toToday(now) }, all);
        return work(database, await listPlacements(database, unit), listMoved(all, this.#names.organisation, date));
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  /** A recomputation knows no former places of a unit: it is for who may read the whole of it. */
  async #readKnown(caller: Caller, request: BoardRequest, knownAt: KnownAt, lag: LagReading): Promise<Board> {
    const { unit, period, by, organisation = 'as-was' } = request;
    if (organisation !== 'as-was') throw knownAsWasOnly();
    const { parked, ...freshness } = await this.onSnapshot(caller, unit, (database) => this.#freshness.read(database, lag));
    requireWhole(this, caller, unit);
    const { basis, asOf, rows } = await this.#known.read(request, knownAt);
    const head = { unit, period: toDates(period), by, asOf: new Date(asOf).toISOString(), parked, freshness, basis };
    return { ...head, rows: this.#toNamed(rows, by) };
  }

  #toNamed(rows: readonly BoardRow[], by: BoardGrouping | null): Board['rows'] {
    return rows.map(({ key, indicators }) => {
      const name = this.#names.findName(by, key);
      return { key, ...(name === undefined ? {} : { name }), indicators: { ...indicators } };
    });
  }

  async readAt(
    database: Queryable,
    places: readonly UnitPlacement[],
    request: BoardRequest & { readonly moved?: readonly MovedPlacement[] | undefined },
    lag: LagReading,
  ): Promise<Board> {
    const { unit, period, by, asOf, organisation } = request;
    const { parked, freshness } = await this.readFreshness(database, lag);
    const rows = await readBoardRows(database, places, request, this.#days);
    return {
      unit,
      period: toDates(period),
      by,
      asOf: new Date(asOf).toISOString(),
      ...(organisation === undefined ? {} : { organisation }),
      parked,
      freshness,
      rows: this.#toNamed(rows, by),
    };
  }
}

const nowhere = { before: null, after: null };

const toDates = ({ from, to }: Period): { from: string; to: string } => ({ from: toDate(from), to: toDate(to) });
