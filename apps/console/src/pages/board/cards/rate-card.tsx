import { useTranslation } from 'react-i18next';
import { FigureLink } from '../figure-link.tsx';
import type { CardData } from './card-data.ts';
import { Card } from './card.tsx';
import { Compared } from './compared.tsx';
import { Parts } from './parts.tsx';
import { Share } from './share.tsx';
import { TargetLine } from './target-line.tsx';
import { Trend } from './trend.tsx';

export interface RateCardProps {
  readonly data: CardData;
  readonly indicator: string;
  readonly title: 'digitized';
}

/** One rate; it opens what is wanting. */
export function RateCard({ data, indicator, title }: RateCardProps) {
  const { t } = useTranslation('board');
  const figure = data.figures[indicator];
  const name = t(`cards.${title}`);
  return (
    <Card title={name} indicator={indicator} figure={figure}>
      <p className="card-value">
        <span className="card-number">
          <FigureLink indicator={indicator} part="rest" asOf={data.asOf}>
            <Share figure={figure} />
          </FigureLink>
        </span>
        <Compared figure={figure} before={data.compared?.[indicator]} />
      </p>
      <Parts figure={figure} />
      <div className="card-foot">
        <TargetLine target={data.findTarget(indicator)} />
        <Trend data={data} indicator={indicator} name={name} />
      </div>
    </Card>
  );
}
