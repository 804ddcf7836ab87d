import type { FigureId } from '../figures/definitions.ts';
import type { Share, Wording } from '../vocabulary.ts';

export interface Target {
  readonly share: Share;
  /** Law or decision it comes from. */
  readonly source: Wording;
  /** What is wanting where it is missed: the noun behind the number. */
  readonly counted: Wording;
}

const set766 = (part?: string): Wording => {
  const source = part === undefined ? 'QĐ 766/QĐ-TTg' : `QĐ 766/QĐ-TTg, ${part}`;
  return { vi: source, en: source };
};
const onlineDossiers: Wording = { vi: 'hồ sơ trực tuyến', en: 'dossiers filed online' };

/** Below what a figure is worth a remark. Not law but configuration: pass others where the province has decided others. */
export const defaultTargets: Readonly<Partial<Record<FigureId, Target>>> = {
  'online.district': { share: { numerator: 50, denominator: 100 }, source: set766(), counted: onlineDossiers },
  'online.commune': { share: { numerator: 50, denominator: 100 }, source: set766(), counted: onlineDossiers },
  digitized: {
    share: { numerator: 80, denominator: 100 },
    source: set766('4.2'),
    counted: { vi: 'hồ sơ số hóa', en: 'digitized dossiers' },
  },
  satisfaction: {
    share: { numerator: 90, denominator: 100 },
    source: set766('5.4'),
    counted: { vi: 'phiếu đánh giá hài lòng', en: 'satisfied ratings' },
  },
  // [B] Set 766 grows linearly and names no threshold; provinces commonly ask for this one.
  'on-time': {
    share: { numerator: 95, denominator: 100 },
    source: { vi: 'mức cấu hình trong hệ thống', en: 'configured here' },
    counted: { vi: 'hồ sơ đúng hạn', en: 'dossiers in time' },
  },
};

/** How many more would have to count for the target to be reached; 0: it is. */
export function shortfall({ numerator, denominator }: Share, target: Share): number {
  const needed = (BigInt(denominator) * BigInt(target.numerator) + BigInt(target.denominator) - 1n) / BigInt(target.denominator);
  return Math.max(0, Number(needed - BigInt(numerator)));
}
