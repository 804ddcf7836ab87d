import type { Instant, LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import {
  satisfaction,
  toGiven,
  toInstitutionalFigures,
  type Entries,
  type FigureList,
  type GivenFigure,
  type Period as DatePeriod,
  type Share,
} from '@motcua/report';
import { Inject, Injectable } from '@nestjs/common';
import { NameDirectory } from '../board/names/name-directory.ts';
import { toMonths, type Period } from '../figures/period.ts';
import type { UnitPlacement } from '../figures/unit-placements.query.ts';
import { getActiveTableSet, type TableSet } from '../projection/table-set.ts';
import { LOCAL_DAYS, toDate } from '../time/local-days.ts';
import { countRatings, type RatingFilter } from './count-ratings.query.ts';
import { findEntries, splitEntries } from './institutional-entries.ts';

export interface ReportFigureQuestion {
  readonly unit: string;
  /** Those of the unit that the reader may read. */
  readonly places: readonly UnitPlacement[];
  readonly period: Period;
  readonly asOf: Instant;
  readonly ratings?: RatingFilter;
}

/** The figures of one row of a board: a unit, or a month. */
export interface ReportFigureRow {
  readonly key: string;
  readonly figures: readonly GivenFigure[];
}

/** Institutional figures stand on the calendar of the country. */
const VIETNAM = 'Asia/Ho_Chi_Minh';
const all: RatingFilter = { withoutCounterRatings: false };

/**
 * Satisfaction, and what is entered with documents, from the projection: as of a moment both stand on what had happened by then. What stands
 * is taken on the last day of the period, or on that of the moment where the period still runs; months count once they are over.
 */
@Injectable()
export class ReportFigureReader {
  constructor(
    private readonly names: NameDirectory,
    @Inject(LOCAL_DAYS) private readonly days: LocalDays,
  ) {}

  /** All of them, in one row. */
  async read(database: Queryable, question: ReportFigureQuestion): Promise<readonly GivenFigure[]> {
    const tableSet = await getActiveTableSet(database);
    return this.#readOne(database, tableSet, question);
  }

  /** Institutional figures alone, each with what makes it. */
  async readInstitutional(database: Queryable, { unit, period, asOf }: ReportFigureQuestion): Promise<readonly GivenFigure[]> {
    return this.#toInstitutional(database, await getActiveTableSet(database), { unit, period, asOf });
  }

  /** A row for each unit right below, and the unit itself for what is its own. */
  async readByUnit(database: Queryable, question: ReportFigureQuestion): Promise<readonly ReportFigureRow[]> {
    const { unit, period, asOf, ratings = all } = question;
    const tableSet = await getActiveTableSet(database);
    const counted = await countRatings(database, tableSet, { ...question, ...ratings }, 'unit');
    const cut = this.#cut(period, asOf);
    const entries = await this.#findEntries(database, tableSet, unit, cut);
    const split =
      entries === undefined ? new Map<string, Entries>() : splitEntries(this.names.organisation, unit, entries, cut.to);
    const rows = [...new Set([...split.keys(), ...counted.keys()])].sort().map((key) => {
      const institutional = toInstitutionalFigures(split.get(key) ?? 'nothing-to-count', cut);
      return { key, figures: [...institutional, toSatisfaction(key, toDates(period), counted.get(key), ratings, asOf)] };
    });
    return rows.filter(hasFigures);
  }

  /** A row for each month that has begun by the moment. */
  async readByMonth(database: Queryable, question: ReportFigureQuestion): Promise<readonly ReportFigureRow[]> {
    const tableSet = await getActiveTableSet(database);
    const rows: ReportFigureRow[] = [];
    for (const { key, ...period } of toMonths(question.period))
      rows.push({ key, figures: await this.#readOne(database, tableSet, { ...question, period }) });
    return rows.filter(hasFigures);
  }

  async #readOne(
    database: Queryable,
    tableSet: TableSet,
    { unit, places, period, asOf, ratings = all }: ReportFigureQuestion,
  ): Promise<readonly GivenFigure[]> {
    const counted = await countRatings(database, tableSet, { unit, places, period, asOf, ...ratings }, 'whole');
    const institutional = await this.#toInstitutional(database, tableSet, { unit, period, asOf });
    return [...institutional, toSatisfaction(unit, toDates(period), counted.get(unit), ratings, asOf)];
  }

  async #toInstitutional(
    database: Queryable,
    tableSet: TableSet,
    { unit, period, asOf }: Pick<ReportFigureQuestion, 'unit' | 'period' | 'asOf'>,
  ): Promise<readonly GivenFigure[]> {
    const cut = this.#cut(period, asOf);
    return toInstitutionalFigures((await this.#findEntries(database, tableSet, unit, cut)) ?? 'nothing-to-count', cut);
  }

  async #findEntries(database: Queryable, tableSet: TableSet, unit: string, cut: DatePeriod): Promise<Entries | undefined> {
    return cut.from > cut.to ? undefined : findEntries(database, tableSet, this.names.organisation, unit, cut);
  }

  /** As far as the period has come at the moment. */
  #cut({ from, to }: Period, asOf: Instant): DatePeriod {
    return toDates({ from, to: Math.min(to, this.days.dayOf(VIETNAM, asOf)) });
  }
}

const toDates = ({ from, to }: Period): DatePeriod => ({ from: toDate(from), to: toDate(to) });

const hasFigures = ({ figures }: ReportFigureRow): boolean => figures.some(({ missing }) => missing === null);

const none: Share = { numerator: 0, denominator: 0 };

function toSatisfaction(
  unit: string,
  period: DatePeriod,
  share: Share | undefined,
  { withoutCounterRatings }: RatingFilter,
  asOf: Instant,
): GivenFigure {
  const origin = { id: satisfaction.id, indicator: satisfaction.id, version: satisfaction.version };
  const query = {
    unit,
    ...period,
    asOf: new Date(asOf).toISOString(),
    ...(withoutCounterRatings ? { withoutCounterRatings: 'true' } : {}),
  };
  const listOf = (part: 'numerator' | 'rest'): FigureList => toRatings(query, part);
  return toGiven(origin, share ?? none, { list: listOf('numerator'), rest: listOf('rest') });
}

function toRatings(query: Readonly<Record<string, string>>, part: 'numerator' | 'rest'): FigureList {
  const href = `/v1/ratings?${new URLSearchParams({ ...query, satisfied: String(part === 'numerator') }).toString()}`;
  return { href, kind: 'ratings', indicator: satisfaction.id, part, by: null, key: null };
}
