import { allFigures, figuresOf, type FigureId } from '../figures/definitions.ts';
import type { UnitKind } from '../figures/institutional-entry.ts';
import { findShare, type GivenFigure } from '../figures/given-figure.ts';
import { inSentence } from '../text/in-sentence.ts';
import { labelOf } from '../text/label-of.ts';
import { noData, showCount, showShare, type Figures } from '../text/words.ts';
import type { FigureList, Language, Missing, Period, Share, UnitName, Wording } from '../vocabulary.ts';
import { remarkWords } from './remark-words.ts';
import { shortfall, type Target } from './targets.ts';

export interface Remark {
  rule: 'below-target' | 'unit-below-target' | 'overdue-by-cause' | 'not-digitized' | 'no-data';
  figure: FigureId;
  /** null: about the whole. */
  unit: string | null;
  /** How many counted things are wanting. */
  weight: number;
  text: string;
  /** What is wanting, one by one; of a target that is missed, more than is wanting to reach it. */
  list?: FigureList;
}

/** A figure of one unit: how much of what it finished was in time, or is digitized. */
export interface UnitShare extends Share, Readonly<UnitName> {
  readonly figure: Extract<FigureId, 'on-time' | 'digitized'>;
  /** What the denominator counts and the numerator does not. */
  readonly rest?: FigureList;
}

export interface CauseCount {
  readonly name: Wording;
  readonly count: number;
}

export interface RemarkInput {
  readonly period: Period;
  readonly unitKind?: UnitKind | undefined;
  readonly figures: Figures;
  readonly units: readonly UnitShare[];
  readonly causes: readonly CauseCount[];
  /** The dossiers of all causes. */
  readonly overdue?: FigureList | undefined;
  readonly targets: Readonly<Partial<Record<FigureId, Target>>>;
  readonly language: Language;
}

/** Finer than the text: 94.8 of 100 is below 95, and must not read as 95. */
const DECIMALS = 2;
/** How many units a remark about the whole names. */
const NAMED = 3;

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

function belowTarget({ period, unitKind, figures, targets, language }: RemarkInput): Remark[] {
  return figuresOf(allFigures, unitKind).flatMap((id) => {
    const target = targets[id];
    const figure = figures.get(id);
    const share = figure === undefined ? undefined : findShare(figure);
    if (target === undefined || share === undefined) return [];
    const weight = shortfall(share, target.share);
    if (weight === 0) return [];
    const text = remarkWords[language].below({
      what: labelOf(id, period, language),
      value: showShare(share, DECIMALS, language),
      target: showShare(target.share, 0, language),
      source: target.source[language],
      wanting: showCount(weight, language),
      counted: target.counted[language],
    });
    return [{ rule: 'below-target' as const, figure: id, unit: null, weight, text, ...toOpened(figure?.rest) }];
  });
}

/** By the time alone: digitization is brief in one remark, which names the units that lack most. */
function unitsBelowTarget({ period, units, targets, language }: RemarkInput): Remark[] {
  const target = targets['on-time'];
  if (target === undefined) return [];
  return ofFigure(units, 'on-time').flatMap((share) => {
    const weight = share.denominator === 0 ? 0 : shortfall(share, target.share);
    if (weight === 0) return [];
    const text = remarkWords[language].below({
      what: `${share.unitName}: ${inSentence(labelOf('on-time', period, language))}`,
      value: showShare(share, DECIMALS, language),
      target: showShare(target.share, 0, language),
      source: target.source[language],
      wanting: showCount(weight, language),
      counted: target.counted[language],
    });
    const { unit, rest } = share;
    return [{ rule: 'unit-below-target' as const, figure: 'on-time' as const, unit, weight, text, ...toOpened(rest) }];
  });
}

function overdueByCause({ causes, overdue, language }: RemarkInput): Remark[] {
  const known = causes.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  const weight = known.reduce((sum, { count }) => sum + count, 0);
  if (weight === 0) return [];
  const list = known.map(({ name, count }) => `${name[language]}: ${showCount(count, language)}`).join('; ');
  const text = remarkWords[language].overdue(showCount(weight, language), list);
  return [{ rule: 'overdue-by-cause', figure: 'on-time', unit: null, weight, text, ...toOpened(overdue) }];
}

function notDigitized({ figures, units, language }: RemarkInput): Remark[] {
  const figure = figures.get('digitized');
  const share = figure === undefined ? undefined : findShare(figure);
  if (share === undefined || share.numerator >= share.denominator) return [];
  const weight = share.denominator - share.numerator;
  const most = ofFigure(units, 'digitized')
    .map(({ unitName, numerator, denominator }) => ({ unitName, lacking: denominator - numerator }))
    .filter(({ lacking }) => lacking > 0)
    .sort((one, other) => other.lacking - one.lacking)
    .slice(0, NAMED)
    .map(({ unitName, lacking }) => `${unitName} (${showCount(lacking, language)})`)
    .join(', ');
  const text = remarkWords[language].notDigitized(showCount(weight, language), showCount(share.denominator, language), most);
  return [{ rule: 'not-digitized', figure: 'digitized', unit: null, weight, text, ...toOpened(figure?.rest) }];
}

function missing({ period, unitKind, figures, language }: RemarkInput): Remark[] {
  return figuresOf(allFigures, unitKind).flatMap((id) => {
    const figure: GivenFigure | undefined = figures.get(id);
    const reason: Missing | null = figure === undefined ? 'source-absent' : figure.missing;
    if (reason === null) return [];
    const text = `${labelOf(id, period, language)}: ${noData[language]} (${remarkWords[language].missing[reason]}).`;
    return [{ rule: 'no-data' as const, figure: id, unit: null, weight: 0, text }];
  });
}

const ofFigure = (units: readonly UnitShare[], figure: UnitShare['figure']): readonly UnitShare[] =>
  units.filter((share) => share.figure === figure);

const toOpened = (list: FigureList | undefined): { list?: FigureList } => (list === undefined ? {} : { list });
