import type { Actor } from '@motcua/auth';
import type { BoardGrouping } from '@motcua/contracts';
import {
  satisfaction,
  toInstitutionalFigures,
  toMissing,
  toReport,
  toReportLink,
  type GivenFigure,
  type Period,
  type Report,
} from '@motcua/report';
import { CONFIG } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { BoardService } from '../board/board.service.ts';
import { NameDirectory } from '../board/names/name-directory.ts';
import { requireWhole } from '../board/unit-access.ts';
import type { Config } from '../config.ts';
import { toPeriod } from '../http/queries.ts';
import { toBacklog, toBoardFigures, toCauses, toOnTimeRules, toOverdueList, toUnitShares, type Boards } from './board-figures.ts';
import type { ReportQuestion } from './report-queries.ts';
import { ReportFigureReader } from '../report-figures/report-figure-reader.ts';

export interface Gathered {
  readonly boards: Boards;
  readonly figures: readonly GivenFigure[];
}

/** Of whom, of when, by which ratings and which organisation. */
type GatherQuestion = Pick<ReportQuestion, 'unit' | 'asOf' | 'ratings' | 'organisation'>;

/** Gathers the figures of a period, all of one projection, and has them written. */
@Injectable()
export class ReportService {
  constructor(
    private readonly boards: BoardService,
    private readonly figures: ReportFigureReader,
    private readonly names: NameDirectory,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden` */
  async write(actor: Actor, question: ReportQuestion): Promise<Report> {
    const { compareWith, unit, period, language, ratings, organisation } = question;
    const now = await this.gather(actor, question, period);
    const other = compareWith === undefined ? undefined : await this.gather(actor, question, compareWith);
    const { whole } = now.boards;
    const name = whole.rows[0]?.name;
    return toReport({
      unit,
      unitName: (language === 'en' ? name?.en : undefined) ?? name?.vi ?? unit,
      unitKind: this.names.findKind(unit, period.to),
      period,
      asOf: whole.asOf,
      language,
      organisation: organisation === 'as-was' ? undefined : organisation,
      withoutCounterRatings: ratings.withoutCounterRatings,
      figures: now.figures,
      compared: compareWith === undefined || other === undefined ? undefined : { period: compareWith, figures: other.figures },
      units: toUnitShares(now.boards, language),
      causes: toCauses(now.boards),
      overdue: toOverdueList(now.boards),
      backlog: toBacklog(now.boards),
      onTimeRules: toOnTimeRules(now.boards),
      link: this.#toLink(question, whole.asOf),
    });
  }

  /** The short address says unit, days and moment; a report that was asked for in another way is not found there, so it has none. */
  #toLink({ unit, period, organisation, ratings }: ReportQuestion, asOf: string): string | undefined {
    const isPlain = organisation === 'as-was' && !ratings.withoutCounterRatings;
    return isPlain ? toReportLink(this.config.PUBLIC_URL, { unit, period, asOf }) : undefined;
  }

  /** Boards, ratings and what was entered, all of one snapshot; the boards say whether the actor may read the unit at all. */
  async gather(actor: Actor, { unit, asOf, ratings, organisation }: GatherQuestion, period: Period): Promise<Gathered> {
    const lag = await this.boards.readLag();
    return this.boards.onSnapshot(
      actor,
      unit,
      async (database, places, moved) => {
        requireWhole(this.boards, actor, unit);
        const question = { unit, period: toPeriod(period), asOf };
        const read = (by: BoardGrouping | null) =>
          this.boards.readAt(database, places, { ...question, by, organisation, moved }, lag);
        // One connection, one snapshot: one after the other.
        const boards = { whole: await read(null), byLevel: await read('level'), byUnit: await read('unit') };
        const beside =
          organisation === 'as-was' ? await this.figures.read(database, { ...question, places, ratings }) : toAsWasOnly(period);
        return { boards, figures: [...toBoardFigures(boards), ...beside] };
      },
      organisation,
    );
  }
}

/** Ratings and entries are of the unit that they were given to; under another organisation they are nobody's. */
const toAsWasOnly = (period: Period): readonly GivenFigure[] => [
  ...toInstitutionalFigures('as-was-only', period),
  toMissing({ id: satisfaction.id, indicator: satisfaction.id, version: satisfaction.version }, 'as-was-only'),
];
