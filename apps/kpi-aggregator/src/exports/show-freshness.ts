import type { Board, ReportLanguage } from '@motcua/contracts';
import { showMoment } from './moments.ts';
import { exportWords } from './words.ts';

/** Up to when figures have read what was recorded, and what they still lack. */
export function showFreshness({ freshness, parked }: Pick<Board, 'freshness' | 'parked'>, language: ReportLanguage): string {
  const { projectedAt, lag } = freshness;
  const { notYet, behind } = exportWords[language];
  const missing = lag + parked;
  return [projectedAt === null ? notYet : showMoment(projectedAt), ...(missing > 0 ? [behind(missing)] : [])].join(', ');
}
