import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reportQuery } from '../../../api/board-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import { Card } from './card.tsx';
import { Share } from './share.tsx';

const SATISFACTION = 'satisfaction';

/** What citizens said: counted from their ratings, as the supervision report counts it. */
export function SatisfiedCard({ scope }: { readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const report = useQuery(reportQuery(toBoardRequest(scope), format.locale));
  return (
    <Card
      title={t('cards.satisfied')}
      indicator={SATISFACTION}
      figure={report.data?.figures.find(({ indicator }) => indicator === SATISFACTION)}
    >
      <Answer query={report} height={60}>
        {({ figures }) => {
          const figure = figures.find(({ indicator }) => indicator === SATISFACTION);
          const ratings = figure?.denominator ?? 0;
          return (
            <>
              <p className="card-value">
                <span className="card-number">
                  <Share figure={figure} />
                </span>
              </p>
              {ratings > 0 && <p className="card-row card-quiet">{t('ratings', { number: format.count(ratings) })}</p>}
            </>
          );
        }}
      </Answer>
    </Card>
  );
}
