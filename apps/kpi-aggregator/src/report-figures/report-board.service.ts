import type { Caller } from '@motcua/auth';
import type { Figure, ReportBoard, ReportBoardGrouping } from '@motcua/contracts';
import type { Instant } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import type { GivenFigure, Period } from '@motcua/report';
import { Injectable } from '@nestjs/common';
import { BoardService } from '../board/board.service.ts';
import { FreshnessReader } from '../board/freshness.ts';
import { NameDirectory } from '../board/names/name-directory.ts';
import { requireWhole } from '../board/unit-access.ts';
import { toPeriod } from '../http/queries.ts';
import { ReportFigureReader, type ReportFigureQuestion, type ReportFigureRow } from './report-figure-reader.ts';

export interface ReportBoardRequest {
  readonly unit: string;
  readonly period: Period;
  readonly by: ReportBoardGrouping | null;
  readonly asOf: Instant;
}

/** Boards of satisfaction and institutional figures, with their names and how fresh they are, all of one snapshot. */
@Injectable()
export class ReportBoardService {
  constructor(
    private readonly boards: BoardService,
    private readonly figures: ReportFigureReader,
    private readonly freshness: FreshnessReader,
    private readonly names: NameDirectory,
  ) {}

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`: entries lie in the tree of today, not where a dossier once lay */
  async read(caller: Caller, { unit, period, by, asOf }: ReportBoardRequest): Promise<ReportBoard> {
    const lag = await this.boards.readLag();
    return this.boards.onSnapshot(caller, unit, async (database, places) => {
      requireWhole(this.boards, caller, unit);
      const { parked, ...freshness } = await this.freshness.read(database, lag);
      const rows = await this.#readRows(database, by, { unit, places, period: toPeriod(period), asOf });
      return {
        unit,
        period,
        by,
        asOf: new Date(asOf).toISOString(),
        parked,
        freshness,
        rows: rows.map(({ key, figures }) => {
          const name = by === 'month' ? undefined : this.names.findName('unit', key);
          return { key, ...(name === undefined ? {} : { name }), indicators: toIndicators(figures) };
        }),
      };
    });
  }

  async #readRows(
    database: Queryable,
    by: ReportBoardGrouping | null,
    question: ReportFigureQuestion,
  ): Promise<readonly ReportFigureRow[]> {
    switch (by) {
      case null:
        return [{ key: question.unit, figures: await this.figures.read(database, question) }];
      case 'unit':
        return this.figures.readByUnit(database, question);
      case 'month':
        return this.figures.readByMonth(database, question);
    }
  }
}

const toIndicators = (figures: readonly GivenFigure[]): Record<string, Figure> =>
  Object.fromEntries(
    figures.map((figure) => {
      const { indicator, version, numerator, denominator } = figure;
      const value = figure.missing === null ? figure.numerator / figure.denominator : null;
      return [indicator, { version, numerator, denominator, value }];
    }),
  );
