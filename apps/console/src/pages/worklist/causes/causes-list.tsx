import type { OverdueCauseRecord } from '@motcua/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overdueCausesQuery } from '../../../api/supervision-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Empty, Failed, Loading } from '../../../ui/states.tsx';
import { causes } from '../worklist-search.ts';
import { CauseLine } from './cause-line.tsx';
import { CorrectCauseDialog } from './correct-cause-dialog.tsx';
import '../../../ui/plain-list.css';

const route = getRouteApi('/worklist');
const ALL = 'all';

/** Why dossiers were, or were shown, overdue; a head corrects what the rules could not know. */
export function CausesList({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const { cause } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(overdueCausesQuery(unit, cause));
  const [asked, setAsked] = useState<OverdueCauseRecord>();
  const first = query.data?.pages[0];
  if (first === undefined)
    return query.error === null ? <Loading height={320} /> : <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const records = query.data?.pages.flatMap(({ overdueCauses }) => overdueCauses) ?? [];
  return (
    <>
      <div className="work-filters">
        <Choice
          label={t('causes.filter')}
          hidesLabel
          options={[
            { value: ALL, label: t('causes.all') },
            ...causes.map((value) => ({ value, label: t(`causes.names.${value}`) })),
          ]}
          value={cause ?? ALL}
          onChange={(value) =>
            void navigate({ search: ({ cause: _cause, ...rest }) => ({ ...rest, ...(value === ALL ? {} : { cause: value }) }) })
          }
        />
        <strong>{t('causes.count', { number: format.count(first.count) })}</strong>
      </div>
      {records.length === 0 ? (
        <Empty>{t('causes.empty')}</Empty>
      ) : (
        <ul className="plain-list">
          {records.map((record) => (
            <CauseLine
              key={record.dossierId}
              record={record}
              onAsk={() => {
                setAsked(record);
              }}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {asked !== undefined && (
        <CorrectCauseDialog
          record={asked}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}
