import type { Actor } from '@motcua/auth';
import type { IndicatorEvidence } from '@motcua/contracts';
import type { Instant } from '@motcua/indicators';
import { findReportIndicator, type GivenFigure, type Period } from '@motcua/report';
import { Inject, Injectable } from '@nestjs/common';
import { BoardService } from '../../board/board.service.ts';
import { requireWhole } from '../../board/unit-access.ts';
import { findOpenedOtherwise } from '../../http/opened-otherwise.ts';
import { indicatorUnknown } from '../../http/problems.ts';
import { toPeriod } from '../../http/queries.ts';
import { ReportFigureReader } from '../../report-figures/report-figure-reader.ts';

export interface EvidenceQuestion {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly asOf: Instant;
}

/** An institutional indicator of a unit and period, opened to the entries and documents it is made of. */
@Injectable()
export class EvidenceService {
  constructor(
    @Inject(BoardService) private readonly boards: Pick<BoardService, 'onSnapshot' | 'seesWhole'>,
    private readonly figures: ReportFigureReader,
  ) {}

  /** @throws ProblemError 404 `indicator.unknown`, `unit.unknown`, 403 `auth.forbidden`, 422 `indicator.opened-otherwise` */
  async read(actor: Actor, { indicator, unit, period, asOf }: EvidenceQuestion): Promise<IndicatorEvidence> {
    if (findReportIndicator(indicator)?.kind !== 'institutional')
      throw findOpenedOtherwise(indicator, 'documents') ?? indicatorUnknown(indicator);
    const figures = await this.boards.onSnapshot(actor, unit, (database, places) => {
      requireWhole(this.boards, actor, unit);
      return this.figures.readInstitutional(database, { unit, places, period: toPeriod(period), asOf });
    });
    const figure = figures.find(({ id }) => id === indicator);
    if (figure === undefined) throw new Error(`No rule makes "${indicator}".`);
    return toEvidence({ indicator, unit, period, asOf }, figure);
  }
}

function toEvidence({ indicator, unit, period }: EvidenceQuestion, figure: GivenFigure): IndicatorEvidence {
  const { version, numerator, denominator, missing, evidence = [], without = [] } = figure;
  const value = figure.missing === null ? figure.numerator / figure.denominator : null;
  const answered = { indicator, version, unit, period, numerator, denominator, value, missing };
  return { ...answered, evidence: [...evidence], without: [...without] };
}
