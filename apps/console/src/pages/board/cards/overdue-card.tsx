import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ChangeMark } from '../../../ui/change-mark.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { FigureLink } from '../figure-link.tsx';
import type { CardData } from './card-data.ts';
import { Card } from './card.tsx';
import { Compared } from './compared.tsx';
import { Share } from './share.tsx';
import { Trend } from './trend.tsx';

const OVERDUE = 'open.overdue';

/** What is late and not done, out of what is not done. */
export function OverdueCard({ data }: { readonly data: CardData }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { figures, compared, subject, asOf } = data;
  const overdue = figures[OVERDUE];
  const open = figures['open']?.value ?? null;
  const isLate = (overdue?.value ?? 0) > 0;
  return (
    <Card title={t('cards.overdue')} indicator={OVERDUE} figure={overdue}>
      <p className="card-value">
        <span className={isLate ? 'card-number card-late' : 'card-number'}>
          <FigureLink indicator={OVERDUE} part="value" asOf={asOf}>
            <Share figure={overdue} />
          </FigureLink>
        </span>
        <ChangeMark value={overdue?.value ?? null} subject={subject} />
      </p>
      {open !== null && (
        <p className="card-row">
          <FigureLink indicator="open" part="value" asOf={asOf}>
            {t('of', { number: format.count(open) })} {t('openDossiers')}
          </FigureLink>
        </p>
      )}
      <Compared figure={overdue} before={compared?.[OVERDUE]} />
      <div className="card-foot">
        {isLate ? <StatusMark status="late" /> : open !== null && open > 0 ? <StatusMark status="onTime" /> : <span />}
        <Trend data={data} indicator={OVERDUE} name={t('cards.overdue')} />
      </div>
    </Card>
  );
}
