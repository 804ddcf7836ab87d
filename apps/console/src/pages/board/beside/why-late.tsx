import type { Board } from '@motcua/contracts';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { NoData } from '../../../ui/states.tsx';
import type { BoardScope } from '../board-scope.ts';
import { FigureLink } from '../figure-link.tsx';

const causes = [
  'overdue.real',
  'overdue.waiting-citizen',
  'overdue.late-click',
  'overdue.sync-lag',
  'overdue.configuration',
  'overdue.calendar',
] as const;
const WIDTH = 100;

/** Why dossiers of the period were overdue, or were shown so: the causes that are known. */
export function WhyLate({ board, scope }: { readonly board: Board; readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const figures = board.rows[0]?.indicators ?? {};
  const all = figures['overdue.by-cause']?.value ?? 0;
  const counted = causes.map((cause) => ({ cause, count: figures[cause]?.value ?? 0 }));
  const x = scaleLinear({ domain: [0, Math.max(1, ...counted.map(({ count }) => count))], range: [0, WIDTH] });
  return (
    <Panel title={t('whyLate')} aside={<span className="card-quiet">{t('whyLateOf', { number: format.count(all) })}</span>}>
      {all === 0 ? (
        <NoData />
      ) : (
        <ul className="causes figures">
          {counted.map(({ cause, count }) => (
            <li key={cause}>
              <span>{t(`causes.${cause}`)}</span>
              <svg viewBox={`0 0 ${WIDTH} 8`} height={8} preserveAspectRatio="none" aria-hidden>
                <Bar width={x(count)} height={8} fill="var(--bar)" />
              </svg>
              <FigureLink indicator={cause} part="value" asOf={scope.asOf}>
                {format.count(count)}
              </FigureLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
