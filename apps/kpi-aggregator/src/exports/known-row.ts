import type { Board, ReportLanguage } from '@motcua/contracts';
import type { Row } from '@motcua/tables';
import { showMoment } from './moments.ts';
import { showFreshness } from './show-freshness.ts';
import { exportWords } from './words.ts';

/** What figures knew: how far they have read, or for those as known by a moment, or as closed, up to when it was recorded. */
export function toKnownRow(board: Pick<Board, 'basis' | 'freshness' | 'parked'>, language: ReportLanguage): Row {
  const { readUpTo, bases } = exportWords[language];
  const { basis } = board;
  return basis === undefined ? [readUpTo, showFreshness(board, language)] : [bases[basis.kind], showMoment(basis.knownAt)];
}
