import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';

export interface SparklineProps {
  /** In order; null: no data, and the line is broken there. */
  readonly values: readonly (number | null)[];
  /** What it shows, in words, for who does not see it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
  readonly domain?: readonly [number, number];
}

const INSET = 3;

/** A small line without axes: its place says what it is of. */
export function Sparkline({ values, label, width = 96, height = 24, domain }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const [low, high] = domain ?? [Math.min(...known), Math.max(...known)];
  const x = scaleLinear({ domain: [0, Math.max(1, values.length - 1)], range: [INSET, width - INSET] });
  const y = scaleLinear({ domain: low === high ? [low - 1, high + 1] : [low, high], range: [height - INSET, INSET] });
  const last = values.findLastIndex((value) => value !== null);
  const end = values[last];
  if (end === undefined || end === null) return <span className="only-read">{label}</span>;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="sparkline">
      <LinePath
        data={[...values]}
        x={(_value, index) => x(index)}
        y={(value) => y(value ?? low)}
        defined={(value) => value !== null}
        stroke="var(--bar)"
        strokeWidth={1.5}
      />
      <circle cx={x(last)} cy={y(end)} r={2.5} fill="var(--link)" />
    </svg>
  );
}
