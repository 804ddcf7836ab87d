import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { boardQuery } from '../../../api/board-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { NoData } from '../../../ui/states.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import { toShade } from '../shade/shade.ts';

/** Every unit below as a tile, shaded by what is overdue there. */
export function CommuneTiles({ scope }: { readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const query = useQuery(boardQuery({ ...toBoardRequest(scope), by: 'unit' }));
  return (
    <Panel title={t('tiles')}>
      <Answer query={query} height={240}>
        {({ rows }) => {
          const tiles = rows
            .filter(({ key }) => key !== scope.unit)
            .map(({ key, name, indicators }) => ({
              unit: key,
              name: name === undefined ? key : format.name(name),
              overdue: indicators['open.overdue']?.value ?? 0,
            }));
          if (tiles.length === 0) return <NoData />;
          const largest = Math.max(0, ...tiles.map(({ overdue }) => overdue));
          return (
            <>
              <ul className="tiles">
                {tiles.map(({ unit, name, overdue }) => (
                  <li key={unit} className="tile-cell">
                    <Link
                      to="/board"
                      search={(before) => ({ ...before, unit })}
                      className={`tile tile-${toShade(overdue, largest)}`}
                      title={name}
                    >
                      <span>{name}</span>
                      <strong>
                        {overdue === 0 ? <StatusMark status="onTime">0</StatusMark> : <>▲ {format.count(overdue)}</>}
                      </strong>
                    </Link>
                  </li>
                ))}
              </ul>
              <p className="tiles-help">{t('tilesHelp')}</p>
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}
