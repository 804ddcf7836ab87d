import type { Language, Share } from '../vocabulary.ts';

/** A share in whole steps of `10^-decimals` per cent, rounded half up. In whole numbers throughout, so that nothing is lost before. */
export function roundShare({ numerator, denominator }: Share, decimals: number): bigint {
  return halfUp(BigInt(numerator) * stepsOf(decimals), BigInt(denominator));
}

/** The difference of two shares in steps of percentage points, rounded half away from zero: a loss is as large as the gain would be. */
export function roundDifference(share: Share, other: Share, decimals: number): bigint {
  const [left, right] = [BigInt(share.denominator), BigInt(other.denominator)];
  const difference = BigInt(share.numerator) * right - BigInt(other.numerator) * left;
  const size = halfUp((difference < 0n ? -difference : difference) * stepsOf(decimals), left * right);
  return difference < 0n ? -size : size;
}

/** Whether what is shown lies above or below the share itself: "52%" of 52.3 per cent says too little, "53%" of 52.6 too much. */
export function compareShown({ numerator, denominator }: Share, shown: bigint, decimals: number): 'exact' | 'less' | 'more' {
  const exact = BigInt(numerator) * stepsOf(decimals);
  const given = shown * BigInt(denominator);
  return given === exact ? 'exact' : given < exact ? 'less' : 'more';
}

/** `219` with one decimal → `21,9` in Vietnamese, `21.9` in English. */
export function writeDecimal(steps: bigint, decimals: number, language: Language): string {
  const digits = String(steps).padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}${language === 'vi' ? ',' : '.'}${digits.slice(-decimals)}`;
}

const stepsOf = (decimals: number): bigint => 100n * 10n ** BigInt(decimals);
const halfUp = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor);
