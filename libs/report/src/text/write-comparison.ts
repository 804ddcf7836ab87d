import { articleFigures, figuresOf } from '../figures/definitions.ts';
import type { About } from './about.ts';
import { inSentence } from './in-sentence.ts';
import { labelOf } from './label-of.ts';
import { roundDifference, writeDecimal } from '../rounding/round-share.ts';
import type { Language, Period } from '../vocabulary.ts';
import { joinPassages, mention, write, type Passage } from './passage.ts';
import { createFigureWriter, showDate, showShare, type Figures } from './words.ts';

/** At least one decimal: a change of half a point is worth a word, and must show in the two values. */
const DECIMALS = 1;

/** What became of each figure since another period; undefined where no figure has data in both. */
export function writeComparison(
  about: About,
  now: Figures,
  { period, figures }: { readonly period: Period; readonly figures: Figures },
  language: Language,
): Passage[] | undefined {
  const verbs = { verb: '', above: '', below: '' };
  const [current, other] = [createFigureWriter(now, language, verbs), createFigureWriter(figures, language, verbs)];
  const changes = figuresOf(articleFigures, about.unitKind).flatMap((id) => {
    const [after, before] = [current.share(id), other.share(id)];
    if (after === undefined || before === undefined) return [];
    const points = roundDifference(after, before, DECIMALS);
    const size = writeDecimal(points < 0n ? -points : points, DECIMALS, language);
    const direction = words[language][points === 0n ? 'same' : points < 0n ? 'less' : 'more'];
    const [from, to] = [before, after].map((share) => showShare(share, DECIMALS, language));
    return [
      words[language].change({
        label: inSentence(labelOf(id, about.period, language)),
        direction,
        size,
        from: from ?? '',
        to: [mention(id, to ?? '')],
        same: points === 0n,
      }),
    ];
  });
  if (changes.length === 0) return undefined;
  return write`${words[language].since(showDate(period.from, language), showDate(period.to, language))} ${joinPassages(changes, '; ')}.`;
}

interface Change {
  readonly label: string;
  readonly direction: string;
  readonly size: string;
  readonly from: string;
  readonly to: readonly Passage[];
  readonly same: boolean;
}

const words = {
  vi: {
    more: 'tăng',
    less: 'giảm',
    same: 'không đổi',
    since: (from: string, to: string): string => `So với kỳ từ ${from} đến ${to}:`,
    change: ({ label, direction, size, from, to, same }: Change): Passage[] => {
      if (same) return write`${label} ${direction} (${to})`;
      return write`${label} ${direction} ${size} điểm phần trăm (từ ${from} ${direction === 'tăng' ? 'lên' : 'xuống'} ${to})`;
    },
  },
  en: {
    more: 'up',
    less: 'down',
    same: 'unchanged',
    since: (from: string, to: string): string => `Compared with ${from} to ${to}:`,
    change: ({ label, direction, size, from, to, same }: Change): Passage[] =>
      same
        ? write`${label}: ${direction} (${to})`
        : write`${label}: ${direction} ${size} percentage points (from ${from} to ${to})`,
  },
} as const;
