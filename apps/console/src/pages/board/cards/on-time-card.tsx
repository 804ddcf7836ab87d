import { useTranslation } from 'react-i18next';
import { FigureLink } from '../figure-link.tsx';
import type { CardData } from './card-data.ts';
import { Card } from './card.tsx';
import { Compared } from './compared.tsx';
import { Parts } from './parts.tsx';
import { Share } from './share.tsx';
import { TargetLine } from './target-line.tsx';
import { Trend } from './trend.tsx';

/** The rule that offices report by comes first; none of the others is left out, for they differ. */
const FIRST = 'on-time.closed';
const others = ['on-time.766', 'on-time.ii06a', 'on-time.with-backlog', 'on-time.original-due'] as const;

/** The on-time rate with its rules side by side. */
export function OnTimeCard({ data }: { readonly data: CardData }) {
  const { t } = useTranslation('board');
  const { figures, compared, findTarget, asOf } = data;
  const first = figures[FIRST];
  return (
    <Card title={t('cards.onTime')} indicator={FIRST} figure={first}>
      <p className="card-value">
        <span className="card-number">
          <FigureLink indicator={FIRST} part="rest" asOf={asOf}>
            <Share figure={first} />
          </FigureLink>
        </span>
        <span>{t(`rules.${FIRST}`)}</span>
        <Compared figure={first} before={compared?.[FIRST]} />
      </p>
      <ul>
        {others.map((indicator) => (
          <li key={indicator} className="card-row">
            <strong>
              <FigureLink indicator={indicator} part="rest" asOf={asOf}>
                <Share figure={figures[indicator]} />
              </FigureLink>
            </strong>
            <span className="card-quiet">{t(`rules.${indicator}`)}</span>
          </li>
        ))}
      </ul>
      <div className="card-foot">
        <span className="card-aim">
          <Parts figure={first} /> <TargetLine target={findTarget(FIRST) ?? findTarget('on-time.766')} />
        </span>
        <Trend data={data} indicator={FIRST} name={t('cards.onTime')} />
      </div>
    </Card>
  );
}
