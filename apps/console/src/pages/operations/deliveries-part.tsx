import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deadDeliveriesQuery, retryDeliveries, retryDelivery } from '../../api/operations-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Refused } from '../../ui/refused.tsx';
import { Empty } from '../../ui/states.tsx';

/** Notices that reached nobody, by reason; once the reason is gone they are sent anew. */
export function DeliveriesPart() {
  const { t } = useTranslation('operations');
  const { t: ofRules } = useTranslation('rules');
  const format = useFormat();
  const query = useInfiniteQuery(deadDeliveriesQuery);
  const one = useWrite(retryDelivery, { changes: [['dead-deliveries']] });
  const all = useWrite(retryDeliveries, { changes: [['dead-deliveries']] });
  const error = one.error ?? all.error;
  return (
    <Panel title={t('tabs.deliveries')}>
      {error !== null && <Refused error={error} />}
      <Answer query={query} height={160}>
        {({ pages }) => {
          const deliveries = pages.flatMap((page) => page.deliveries);
          if (deliveries.length === 0) return <Empty>{t('noneDead')}</Empty>;
          return (
            <>
              <ul className="tools">
                {pages[0]?.reasons.map(({ reason, count }) => (
                  <li key={reason}>
                    <Button
                      isDisabled={all.isPending}
                      onPress={() => {
                        all.mutate(reason);
                      }}
                    >
                      {t('retryAll', { reason, number: format.count(count) })}
                    </Button>
                  </li>
                ))}
              </ul>
              <DataTable
                label={t('tabs.deliveries')}
                rows={deliveries}
                rowKey={({ id }) => id}
                columns={[
                  { title: t('reason'), cell: ({ reason }) => reason ?? '–' },
                  { title: ofRules('channel'), cell: ({ channel }) => ofRules(`channels.${channel}`) },
                  { title: t('recipient'), cell: ({ recipient }) => `${t(`recipients.${recipient.kind}`)} ${recipient.id}` },
                  { title: ofRules('template'), cell: ({ templateId }) => templateId },
                  { title: t('since'), cell: ({ failedAt }) => format.moment(failedAt) },
                  { title: t('answer'), cell: ({ attempts }) => attempts.at(-1)?.answer ?? '–' },
                  {
                    title: t('action'),
                    cell: ({ id }) => (
                      <Button
                        isDisabled={one.isPending}
                        onPress={() => {
                          one.mutate(id);
                        }}
                      >
                        {t('retry')}
                      </Button>
                    ),
                  },
                ]}
              />
            </>
          );
        }}
      </Answer>
      {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t('more')}</Button>}
    </Panel>
  );
}
