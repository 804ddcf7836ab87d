import type { FigureId } from '../figures/definitions.ts';
import type { Share } from '../vocabulary.ts';

export interface Target {
  readonly share: Share;
  /** Law or decision it comes from. */
  readonly source: string;
}

/** Below what a figure is worth a remark. Not law but configuration: pass others where the province has decided others. */
export const defaultTargets: Readonly<Partial<Record<FigureId, Target>>> = {
  'online.district': { share: { numerator: 50, denominator: 100 }, source: 'QĐ 766/QĐ-TTg' },
  'online.commune': { share: { numerator: 50, denominator: 100 }, source: 'QĐ 766/QĐ-TTg' },
  digitized: { share: { numerator: 80, denominator: 100 }, source: 'QĐ 766/QĐ-TTg, 4.2' },
  satisfaction: { share: { numerator: 90, denominator: 100 }, source: 'QĐ 766/QĐ-TTg, 5.4' },
  // [B] Set 766 grows linearly and names no threshold; provinces commonly ask for this one.
  'on-time': { share: { numerator: 95, denominator: 100 }, source: 'cấu hình / configuration' },
};

/** How many more would have to count for the target to be reached; 0: it is. */
export function shortfall({ numerator, denominator }: Share, target: Share): number {
  const needed = (BigInt(denominator) * BigInt(target.numerator) + BigInt(target.denominator) - 1n) / BigInt(target.denominator);
  return Math.max(0, Number(needed - BigInt(numerator)));
}
