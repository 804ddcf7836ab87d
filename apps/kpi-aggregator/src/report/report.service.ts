import type { Actor } from '@motcua/auth';
import type { BoardGrouping } from '@motcua/contracts';
import {
  satisfaction as definition,
  toGiven,
  toInstitutionalFigures,
  toMissing,
  toReport,
  type FigureList,
  type GivenFigure,
  type Period,
  type Report,
} from '@motcua/report';
import { Inject, Injectable } from '@nestjs/common';
import { BoardService } from '../board/board.service.ts';
import { requireWhole } from '../board/unit-access.ts';
import { toPeriod } from '../http/queries.ts';
import { toBoardFigures, toCauses, toOverdueList, toUnitShares, type Boards } from './board-figures.ts';
import type { ReportQuestion } from './report-queries.ts';
import { toRatingQuery } from './sources/rating-query.ts';
import { SOURCES, type RatingFilter, type ReportSources, type SatisfactionCount, type Sourced } from './sources/source.ts';

interface Gathered {
  readonly boards: Boards;
  readonly figures: readonly GivenFigure[];
}

/** Gathers the figures of a period from this service's boards and from those who keep the rest, and has them written. */
@Injectable()
export class ReportService {
  constructor(
    private readonly boards: BoardService,
    @Inject(SOURCES) private readonly sources: ReportSources,
  ) {}

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden` */
  async write(actor: Actor, question: ReportQuestion): Promise<Report> {
    const { compareWith, unit, period, language, ratings } = question;
    const now = await this.#gather(actor, question, period);
    const other = compareWith === undefined ? undefined : await this.#gather(actor, question, compareWith);
    const { whole } = now.boards;
    const name = whole.rows[0]?.name;
    return toReport({
      unit,
      unitName: (language === 'en' ? name?.en : undefined) ?? name?.vi ?? unit,
      period,
      asOf: whole.asOf,
      language,
      withoutCounterRatings: ratings.withoutCounterRatings,
      figures: now.figures,
      compared: compareWith === undefined || other === undefined ? undefined : { period: compareWith, figures: other.figures },
      units: toUnitShares(now.boards),
      causes: toCauses(now.boards),
      overdue: toOverdueList(now.boards),
    });
  }

  /** The boards first: they say whether the actor may read the unit at all; the others are asked in this service's own name. */
  async #gather(actor: Actor, question: ReportQuestion, period: Period): Promise<Gathered> {
    const { unit, ratings } = question;
    const boards = await this.#readBoards(actor, question, period);
    requireWhole(this.boards, actor, unit);
    const [institutional, satisfaction] = await Promise.all([
      this.sources.institutional(unit, period),
      this.sources.satisfaction(unit, period, ratings),
    ]);
    const figures = [
      ...toBoardFigures(boards),
      ...toInstitutionalFigures(institutional, period),
      toSatisfaction(unit, period, { count: satisfaction, filter: ratings }),
    ];
    return { boards, figures };
  }

  async #readBoards(actor: Actor, { unit, asOf, organisation }: ReportQuestion, period: Period): Promise<Boards> {
    const lag = await this.boards.readLag();
    const readAll = async (...[database, places, moved]: Parameters<Parameters<BoardService['onSnapshot']>[2]>) => {
      const read = (by: BoardGrouping | null) =>
        this.boards.readAt(database, places, { unit, period: toPeriod(period), by, asOf, organisation, moved }, lag);
      // One connection, one snapshot: one after the other.
      return { whole: await read(null), byLevel: await read('level'), byUnit: await read('unit') };
    };
    return this.boards.onSnapshot(actor, unit, readAll, organisation);
  }
}

interface Counted {
  readonly count: Sourced<SatisfactionCount>;
  readonly filter: RatingFilter;
}

function toSatisfaction(unit: string, period: Period, { count, filter }: Counted): GivenFigure {
  const origin = { id: definition.id, indicator: definition.id, version: definition.version };
  if (typeof count === 'string') return toMissing(origin, count);
  const listOf = (part: 'numerator' | 'rest'): FigureList => toRatings({ unit, ...period, ...toRatingQuery(filter) }, part);
  const behind = { list: listOf('numerator'), rest: listOf('rest') };
  return toGiven(origin, { numerator: count.satisfied, denominator: count.rated }, behind);
}

function toRatings(query: Readonly<Record<string, string>>, part: 'numerator' | 'rest'): FigureList {
  const href = `/v1/ratings?${new URLSearchParams({ ...query, satisfied: String(part === 'numerator') }).toString()}`;
  return { href, kind: 'ratings', indicator: definition.id, part, by: null, key: null };
}
