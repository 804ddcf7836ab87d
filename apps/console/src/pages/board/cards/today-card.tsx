import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { boardQuery } from '../../../api/board-queries.ts';
import { toLocalDate } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ChangeMark } from '../../../ui/change-mark.tsx';
import { useToday } from '../../../ui/use-today.ts';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import { FigureLink } from '../figure-link.tsx';
import type { CardData } from './card-data.ts';
import { Card } from './card.tsx';
import { Share } from './share.tsx';
import { Trend } from './trend.tsx';

const EVERY_MS = 10_000;

/** What came in on the day that is looked at, whatever the period; the period's own number beside it. */
export function TodayCard({ data, scope }: { readonly data: CardData; readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const now = useToday();
  const day = scope.asOf === undefined ? now : toLocalDate(scope.asOf);
  const today = useQuery({
    ...boardQuery({ ...toBoardRequest(scope), from: day, to: day }),
    refetchInterval: scope.asOf === undefined ? EVERY_MS : false,
  });
  const figure = today.data?.rows[0]?.indicators['received'];
  const inPeriod = data.figures['received']?.value ?? null;
  // The live board is of the period; what moves it has most likely moved the day, which is not waited for then.
  const { refetch } = today;
  const before = useRef(inPeriod);
  useEffect(() => {
    if (before.current !== null && before.current !== inPeriod) void refetch();
    before.current = inPeriod;
  }, [inPeriod, refetch]);
  return (
    <Card title={t('cards.today')} indicator="received" figure={figure} period={{ from: day, to: day }}>
      <p className="card-value">
        <span className="card-number">
          <FigureLink indicator="received" part="value" asOf={data.asOf} period={{ from: day, to: day }}>
            <Share figure={figure} />
          </FigureLink>
        </span>
        <ChangeMark value={figure?.value ?? null} subject={`${scope.unit} ${day}`} />
      </p>
      {inPeriod !== null && (
        <p className="card-row">
          <FigureLink indicator="received" part="value" asOf={data.asOf}>
            {t('inPeriod', { number: format.count(inPeriod) })}
          </FigureLink>
        </p>
      )}
      <div className="card-foot">
        <span />
        <Trend data={data} indicator="received" name={t('cards.today')} />
      </div>
    </Card>
  );
}
