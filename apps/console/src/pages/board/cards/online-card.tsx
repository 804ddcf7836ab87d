import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boardQuery } from '../../../api/board-queries.ts';
import { FigureLink } from '../figure-link.tsx';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import type { CardData } from './card-data.ts';
import { Card } from './card.tsx';
import { Compared } from './compared.tsx';
import { Share } from './share.tsx';
import { TargetLine } from './target-line.tsx';
import { Trend } from './trend.tsx';

const ONLINE = 'online.filed';

/** What came online, and at each level: a district's share says nothing of its communes. */
export function OnlineCard({ data, scope }: { readonly data: CardData; readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const levels = useQuery(boardQuery({ ...toBoardRequest(scope), by: 'level' }));
  const rows = levels.data?.rows ?? [];
  const figure = data.figures[ONLINE];
  return (
    <Card title={t('cards.online')} indicator={ONLINE} figure={figure}>
      <p className="card-value">
        <span className="card-number">
          <FigureLink indicator={ONLINE} part="rest" asOf={data.asOf}>
            <Share figure={figure} />
          </FigureLink>
        </span>
        <Compared figure={figure} before={data.compared?.[ONLINE]} />
      </p>
      {rows.length > 1 && (
        <ul>
          {rows.map(({ key, indicators }) => (
            <li key={key} className="card-row">
              <strong>
                <FigureLink indicator={ONLINE} part="rest" by="level" rowKey={key} asOf={data.asOf}>
                  <Share figure={indicators[ONLINE]} />
                </FigureLink>
              </strong>
              <span className="card-quiet">{t(`levels.${key as 'commune'}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="card-foot">
        <TargetLine target={data.findTarget(ONLINE)} />
        <Trend data={data} indicator={ONLINE} name={t('cards.online')} />
      </div>
    </Card>
  );
}
