import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';

const WIDTH = 72;
const HEIGHT = 12;
const x = scaleLinear({ domain: [0, 1], range: [0, WIDTH] });

export interface RateBarProps {
  readonly value: number | null;
  readonly target: number | undefined;
  /** Hatched, for it stands on few dossiers. */
  readonly isFew: boolean;
}

/** A rate from zero to all, and what is aimed at. The number beside it says the same. */
export const RateBar = ({ value, target, isFew }: RateBarProps) => (
  <svg width={WIDTH} height={HEIGHT} aria-hidden className="rate-bar">
    <Bar width={WIDTH} height={HEIGHT} fill="var(--hover)" rx={2} />
    {value !== null && <Bar width={x(value)} height={HEIGHT} rx={2} className={isFew ? 'rate-bar-few' : 'rate-bar-fill'} />}
    {target !== undefined && (
      <Line from={{ x: x(target), y: 0 }} to={{ x: x(target), y: HEIGHT }} stroke="var(--text)" strokeWidth={1.5} />
    )}
  </svg>
);
