import type { SupervisionReport } from '@motcua/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ratingsQuery } from '../../../api/institutional-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Empty, Failed, Loading } from '../../../ui/states.tsx';

/** What citizens said, one by one; the dissatisfied first: they are what can be mended. */
export function RatingsBehind({ report: { unit, period } }: { readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { units } = useScope();
  const [satisfied, setSatisfied] = useState(false);
  const query = useInfiniteQuery(ratingsQuery({ unit, ...period, satisfied }));
  const ratings = query.data?.pages.flatMap((page) => page.ratings) ?? [];
  const names = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  return (
    <>
      <div className="tools figure-part">
        <Choice
          label={t('ratings')}
          options={[
            { value: 'no', label: t('dissatisfied') },
            { value: 'yes', label: t('satisfied') },
          ]}
          value={satisfied ? 'yes' : 'no'}
          onChange={(value) => {
            setSatisfied(value === 'yes');
          }}
        />
      </div>
      {query.error !== null && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === null && <Loading height={200} />}
      {query.data !== undefined && ratings.length === 0 && <Empty>{t('noRatings')}</Empty>}
      <ul className="behind">
        {ratings.map((rating) => (
          <li key={`${rating.dossierId} ${rating.ratedAt}`}>
            <span>{rating.code ?? rating.sourceCode ?? rating.dossierId}</span>
            <span className="quiet">
              {names.get(rating.unit) ?? rating.unit} · {format.moment(rating.ratedAt)}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
