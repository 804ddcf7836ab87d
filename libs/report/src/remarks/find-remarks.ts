import { articleFigures, definitions, type FigureId } from '../figures/definitions.ts';
import { findShare, type GivenFigure } from '../figures/given-figure.ts';
import { noData, showCount, showShare, type Figures } from '../text/words.ts';
import type { Language, Missing, Share, Wording } from '../vocabulary.ts';
import { shortfall, type Target } from './targets.ts';

export interface Remark {
  rule: 'below-target' | 'unit-below-target' | 'overdue-by-cause' | 'not-digitized' | 'no-data';
  figure: FigureId;
  /** null: about the whole. */
  unit: string | null;
  /** How many counted things are wanting. */
  weight: number;
  text: string;
}

/** The share of dossiers settled on time in one unit. */
export interface UnitShare extends Share {
  readonly unit: string;
  readonly unitName: string;
}

export interface CauseCount {
  readonly name: Wording;
  readonly count: number;
}

export interface RemarkInput {
  readonly figures: Figures;
  readonly units: readonly UnitShare[];
  readonly causes: readonly CauseCount[];
  readonly targets: Readonly<Partial<Record<FigureId, Target>>>;
  readonly language: Language;
}

/** Finer than the text: 94.8 of 100 is below 95, and must not read as 95. */
const DECIMALS = 2;

/** What a reader must not miss, found by rule: the heaviest first, then in the order of the text. */
export function findRemarks(input: RemarkInput): Remark[] {
  const remarks = [
    ...belowTarget(input),
    ...unitsBelowTarget(input),
    ...overdueByCause(input),
    ...notDigitized(input),
    ...missing(input),
  ];
  // The sort is stable: equal weights stay in the order above.
  return remarks.sort((one, other) => other.weight - one.weight);
}

function belowTarget({ figures, targets, language }: RemarkInput): Remark[] {
  return articleFigures.flatMap((id) => {
    const target = targets[id];
    const figure = figures.get(id);
    const share = figure === undefined ? undefined : findShare(figure);
    if (target === undefined || share === undefined) return [];
    const weight = shortfall(share, target.share);
    if (weight === 0) return [];
    const { label } = definitions[id];
    const text = words[language].below({
      what: label[language],
      value: showShare(share, DECIMALS, language),
      target: showShare(target.share, 0, language),
      source: target.source,
      wanting: showCount(weight, language),
    });
    return [{ rule: 'below-target' as const, figure: id, unit: null, weight, text }];
  });
}

function unitsBelowTarget({ units, targets, language }: RemarkInput): Remark[] {
  const target = targets['on-time'];
  if (target === undefined) return [];
  return units.flatMap((share) => {
    const weight = share.denominator === 0 ? 0 : shortfall(share, target.share);
    if (weight === 0) return [];
    const text = words[language].below({
      what: `${share.unitName}: ${definitions['on-time'].label[language]}`,
      value: showShare(share, DECIMALS, language),
      target: showShare(target.share, 0, language),
      source: target.source,
      wanting: showCount(weight, language),
    });
    return [{ rule: 'unit-below-target' as const, figure: 'on-time' as const, unit: share.unit, weight, text }];
  });
}

function overdueByCause({ causes, language }: RemarkInput): Remark[] {
  const known = causes.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  const weight = known.reduce((sum, { count }) => sum + count, 0);
  if (weight === 0) return [];
  const list = known.map(({ name, count }) => `${name[language]}: ${showCount(count, language)}`).join('; ');
  const text = words[language].overdue(showCount(weight, language), list);
  return [{ rule: 'overdue-by-cause', figure: 'on-time', unit: null, weight, text }];
}

function notDigitized({ figures, language }: RemarkInput): Remark[] {
  const figure = figures.get('digitized');
  const share = figure === undefined ? undefined : findShare(figure);
  if (share === undefined || share.numerator >= share.denominator) return [];
  const weight = share.denominator - share.numerator;
  const text = words[language].notDigitized(showCount(weight, language), showCount(share.denominator, language));
  return [{ rule: 'not-digitized', figure: 'digitized', unit: null, weight, text }];
}

function missing({ figures, language }: RemarkInput): Remark[] {
  return articleFigures.flatMap((id) => {
    const figure: GivenFigure | undefined = figures.get(id);
    const reason: Missing | null = figure === undefined ? 'source-absent' : figure.missing;
    if (reason === null) return [];
    const text = `${definitions[id].label[language]}: ${noData[language]} (${words[language].missing[reason]}).`;
    return [{ rule: 'no-data' as const, figure: id, unit: null, weight: 0, text }];
  });
}

interface Below {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  readonly source: string;
  readonly wanting: string;
}

const words = {
  vi: {
    below: ({ what, value, target, source, wanting }: Below): string =>
      `${what} đạt ${value}, thấp hơn mục tiêu ${target} (${source}); còn thiếu ${wanting}.`,
    overdue: (total: string, list: string): string => `${total} hồ sơ quá hạn đã xác định nguyên nhân. ${list}.`,
    notDigitized: (open: string, all: string): string => `${open} trên ${all} hồ sơ chưa số hóa đầy đủ.`,
    missing: {
      'nothing-to-count': 'chưa có gì để tính trong kỳ',
      'source-absent': 'chưa có nguồn thu thập',
      'source-away': 'nguồn số liệu chưa trả lời, hãy xem lại sau',
    },
  },
  en: {
    below: ({ what, value, target, source, wanting }: Below): string =>
      `${what}: ${value}, below the target of ${target} (${source}); ${wanting} short of it.`,
    overdue: (total: string, list: string): string => `${total} overdue dossiers with a verdict on the cause. ${list}.`,
    notDigitized: (open: string, all: string): string => `${open} of ${all} dossiers are not fully digitized.`,
    missing: {
      'nothing-to-count': 'nothing to count in the period',
      'source-absent': 'nothing collects it here',
      'source-away': 'its source did not answer; look again later',
    },
  },
} as const;
