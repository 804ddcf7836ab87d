import type { Actor } from '@motcua/auth';
import type { ScoreReport, ScoreSetId } from '@motcua/contracts';
import { findScoreSet, type ScoreSet } from '@motcua/report';
import { Inject, Injectable } from '@nestjs/common';
import { NameDirectory } from '../../board/names/name-directory.ts';
import { toAsOf, toPeriod } from '../../http/queries.ts';
import { ReportService } from '../../report/report.service.ts';
import type { Ii06Parameters } from '../ii06/ii06-queries.ts';
import { scoreSetUnknown } from './problems.ts';
import { SCORE_SETS } from './read-score-sets.ts';
import { toScoreReport } from './to-score-report.ts';

/** Points of a unit by a set of criteria: of what is counted here, entered with documents, and rated. */
@Injectable()
export class ScoresService {
  constructor(
    private readonly reports: ReportService,
    private readonly names: NameDirectory,
    @Inject(SCORE_SETS) private readonly sets: readonly ScoreSet[],
  ) {}

  /** @throws ProblemError 404 `unit.unknown`, `score-set.unknown`, 403 `auth.forbidden`, 400 `period.invalid` */
  async score(actor: Actor, id: ScoreSetId, parameters: Ii06Parameters): Promise<ScoreReport> {
    const { unit, from, to, asOf } = parameters;
    toPeriod(parameters); // refuses what ends before it begins
    const question = {
      unit,
      asOf: toAsOf(asOf, Date.now()),
      ratings: { withoutCounterRatings: false },
      organisation: 'as-was' as const,
    };
    const { boards, figures } = await this.reports.gather(actor, question, { from, to });
    const set = findScoreSet(this.sets, id, to);
    if (set === undefined) throw scoreSetUnknown(id, to);
    const unitName = this.names.findName('unit', unit) ?? { vi: unit };
    return toScoreReport({ set, id, board: boards.whole, figures, unitName });
  }
}
