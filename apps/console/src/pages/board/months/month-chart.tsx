import type { Board } from '@motcua/contracts';
import { AxisBottom, AxisLeft, AxisRight } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, LinePath } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { NoData } from '../../../ui/states.tsx';
import { toRateFloor } from './rate-floor.ts';

const WIDTH = 560;
const HEIGHT = 230;
const edge = { top: 12, right: 44, bottom: 26, left: 44 };
const axis = { stroke: 'var(--line)', tickStroke: 'var(--line)', hideTicks: true } as const;

/** Bars of what came in, from zero; over them the on-time rate on an axis of its own, which says where it begins. */
export function MonthChart({ rows }: { readonly rows: Board['rows'] }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  if (rows.length === 0) return <NoData />;
  const points = rows.map(({ key, indicators }) => ({
    key,
    rate: indicators['on-time.closed']?.value ?? null,
    received: indicators['received']?.value ?? 0,
  }));
  const floor = toRateFloor(points.map(({ rate }) => rate));
  const x = scaleBand({ domain: points.map(({ key }) => key), range: [edge.left, WIDTH - edge.right], padding: 0.35 });
  const bars = scaleLinear({
    domain: [0, Math.max(1, ...points.map(({ received }) => received))],
    range: [HEIGHT - edge.bottom, edge.top],
    nice: true,
  });
  const rates = scaleLinear({ domain: [floor, 1], range: [HEIGHT - edge.bottom, edge.top] });
  const middle = (key: string): number => (x(key) ?? 0) + x.bandwidth() / 2;
  const [first, last] = [points[0], points.at(-1)];
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="month-chart"
        role="img"
        aria-label={t('trend', {
          name: `${t('cards.onTime')}, ${t('received')}`,
          first: formatMonth(first?.key ?? ''),
          last: formatMonth(last?.key ?? ''),
        })}
      >
        {points.map(({ key, received }) => (
          <Bar
            key={key}
            x={x(key) ?? 0}
            y={bars(received)}
            width={x.bandwidth()}
            height={HEIGHT - edge.bottom - bars(received)}
            fill="var(--bar)"
            opacity={0.45}
          />
        ))}
        <LinePath
          data={points}
          x={({ key }) => middle(key)}
          y={({ rate }) => rates(rate ?? floor)}
          defined={({ rate }) => rate !== null}
          stroke="var(--link)"
          strokeWidth={2}
        />
        <AxisBottom {...axis} scale={x} top={HEIGHT - edge.bottom} tickFormat={(month) => formatMonth(month).slice(0, 2)} />
        <AxisLeft {...axis} scale={bars} left={edge.left} numTicks={4} tickFormat={(value) => format.count(Number(value))} />
        <AxisRight
          {...axis}
          scale={rates}
          left={WIDTH - edge.right}
          numTicks={4}
          tickFormat={(value) => format.fraction(Number(value))}
        />
      </svg>
      <figcaption className="chart-key">
        <span>
          <svg width={12} height={10} aria-hidden>
            <Bar width={12} height={10} fill="var(--bar)" opacity={0.45} />
          </svg>{' '}
          {t('received')}
        </span>
        <span>
          <svg width={16} height={10} aria-hidden>
            <Bar width={16} y={4} height={2} fill="var(--link)" />
          </svg>{' '}
          {t('cards.onTime')} · {t('axisFrom', { from: format.fraction(floor) })}
        </span>
      </figcaption>
    </figure>
  );
}
