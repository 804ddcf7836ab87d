import type { Board, LocalizedName, ScoreReport, ScoreSetId } from '@motcua/contracts';
import {
  findReportIndicator,
  toScore,
  type GivenFigure,
  type KnownShare,
  type PointRule,
  type ScoreCriterion,
  type ScoredCriterion,
  type ScoreSet,
} from '@motcua/report';
import { opensOf } from '../../http/report-indicator-view.ts';

export interface ScoreInput {
  readonly set: ScoreSet;
  readonly id: ScoreSetId;
  /** Everything of the unit, in one row. */
  readonly board: Board;
  /** What is entered and what is rated. */
  readonly figures: readonly GivenFigure[];
  readonly unitName: LocalizedName;
}

/** The score of a unit as it is answered: each criterion with its parts, and what is behind them. */
export function toScoreReport({ set, id, board, figures, unitName }: ScoreInput): ScoreReport {
  const score = toScore(set, (criterion) => findShare(criterion, board, figures));
  const byId = new Map(score.criteria.map((one) => [one.criterion.id, one]));
  const { unit, period, asOf, parked, freshness } = board;
  const toCriteria = (criteria: readonly ScoreCriterion[]) =>
    criteria.flatMap((one) => toCriterion(byId.get(one.id), board) ?? []);
  return {
    set: id,
    version: set.version,
    validFrom: set.validFrom,
    validTo: set.validTo,
    name: { ...set.name },
    source: set.source,
    ...{ unit, unitName, period, asOf, parked, freshness },
    groups: set.groups.map(({ id: group, name, criteria }) => ({ id: group, name: { ...name }, criteria: toCriteria(criteria) })),
    points: score.points,
    knownMax: score.knownMax,
    max: score.max,
    next: score.next?.criterion.id ?? null,
    grade: score.grade === null ? null : { ...score.grade.name },
  };
}

function findShare({ source }: ScoreCriterion, board: Board, figures: readonly GivenFigure[]): KnownShare {
  switch (source.kind) {
    case 'none':
      return 'source-absent';
    case 'indicator': {
      const { numerator, denominator } = board.rows[0]?.indicators[source.id] ?? { numerator: null, denominator: null };
      return numerator === null || denominator === null ? 'source-absent' : { numerator, denominator };
    }
    case 'figure': {
      const figure = figures.find(({ id }) => id === source.id);
      if (figure === undefined) return 'source-absent';
      return figure.missing ?? { numerator: figure.numerator, denominator: figure.denominator };
    }
  }
}

type Criterion = ScoreReport['groups'][number]['criteria'][number];

function toCriterion(scored: ScoredCriterion | undefined, board: Board): Criterion | undefined {
  if (scored === undefined) return undefined;
  const { criterion, share, missing, points, gain, moreToFull } = scored;
  const { id, name, max, rule, isCertain } = criterion;
  return {
    id,
    name: { ...name },
    max,
    rule: showRule(rule),
    isCertain,
    numerator: share?.numerator ?? null,
    denominator: share?.denominator ?? null,
    ...{ missing, points, gain, moreToFull },
    opens: share === null ? null : toOpens(criterion, board),
  };
}

function toOpens({ source }: ScoreCriterion, { unit, period, asOf }: Board): Criterion['opens'] {
  if (source.kind === 'none') return null;
  const query = new URLSearchParams({ unit, ...period });
  if (source.kind === 'indicator') {
    query.set('asOf', asOf);
    return { as: 'dossiers', indicator: source.id, href: `/v1/indicators/${source.id}/dossiers?${query.toString()}` };
  }
  const indicator = findReportIndicator(source.id);
  if (indicator === undefined) return null;
  const { as, href } = opensOf(indicator);
  return { as, indicator: source.id, href: `${href}?${query.toString()}` };
}

const percent = (share: number): string => String(Math.round(share * 10_000) / 100);
const vietnamese = (text: string): string => text.replace('.', ',');

function showRule(rule: PointRule): { vi: string; en: string } {
  if (rule.kind === 'linear') {
    const full = percent(rule.full);
    return {
      vi: `tính theo tỷ lệ, đạt từ ${vietnamese(full)} % trở lên được điểm tối đa`,
      en: `in proportion, in full from ${full} % on`,
    };
  }
  return {
    vi: rule.steps.map(({ from, points }) => `từ ${vietnamese(percent(from))} %: ${points} điểm`).join('; '),
    en: rule.steps.map(({ from, points }) => `from ${percent(from)} %: ${points}`).join('; '),
  };
}
