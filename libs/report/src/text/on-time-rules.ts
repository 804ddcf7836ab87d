import type { FigureList, Language, Share, Wording } from '../vocabulary.ts';
import type { Passage } from './passage.ts';
import { noData, showCount, showShare } from './words.ts';

/** "On time" by one rule of the registry. */
export interface OnTimeRule extends Share {
  readonly indicator: string;
  readonly name: Wording;
  /** What the denominator counts and the numerator does not. */
  readonly rest?: FigureList;
}

/** Open and beyond their due at the end of the period, and the list of them. */
export interface Backlog {
  readonly count: number;
  readonly list?: FigureList;
}

/** So that 96.71 and 96.67 stay two numbers. */
const DECIMALS = 2;

/** Said behind the rate, in one sentence with it; nothing where it is not known. */
export function writeBacklog(backlog: Backlog | undefined, language: Language): string {
  if (backlog === undefined) return '';
  const { count } = backlog;
  if (language === 'en')
    return count === 0 ? ', with no overdue dossier left open' : `, with ${showCount(count, language)} overdue still open`;
  return count === 0
    ? ', không còn hồ sơ quá hạn chưa giải quyết'
    : `, còn ${showCount(count, language)} hồ sơ quá hạn chưa giải quyết`;
}

/** Every rule once, with its rate: no reader should take one for another. Undefined where none is known. */
export function writeOnTimeRules(rules: readonly OnTimeRule[], language: Language): Passage[] | undefined {
  if (rules.length === 0) return undefined;
  const lead = { vi: 'Theo từng cách tính:', en: 'By each rule:' }[language];
  const parts = rules.map((rule) => `${rule.name[language]}: ${showRule(rule, language)}`);
  return [{ text: `${lead} ${parts.join('; ')}.`, figure: null }];
}

const showRule = (rule: Share, language: Language): string =>
  rule.denominator === 0 ? noData[language] : showShare(rule, DECIMALS, language);
