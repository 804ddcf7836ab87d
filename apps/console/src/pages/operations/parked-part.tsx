import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  deadLetterHolders,
  deadLettersQuery,
  handleDeadLetter,
  type DeadLetter,
  type DeadLetterHolder,
} from '../../api/operations-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Refused } from '../../ui/refused.tsx';
import { Empty } from '../../ui/states.tsx';

/** Events that services could not take: the figures lack them until they are tried again, or given up. */
export const ParkedPart = () => (
  <div className="operations-list">
    {deadLetterHolders.map((holder) => (
      <ParkedOf key={holder} holder={holder} />
    ))}
  </div>
);

function ParkedOf({ holder }: { readonly holder: DeadLetterHolder }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const query = useInfiniteQuery(deadLettersQuery(holder));
  const write = useWrite(handleDeadLetter, { changes: [['dead-letters', holder], ['health']] });
  return (
    <Panel title={t(`services.${holder}`)}>
      {write.error !== null && <Refused error={write.error} />}
      <Answer query={query} height={80}>
        {({ pages }) => {
          const letters = pages.flatMap(({ deadLetters }) => deadLetters);
          if (letters.length === 0) return <Empty>{t('noneParked')}</Empty>;
          const act = (letter: DeadLetter, action: 'replay' | 'drop') => (
            <Button
              isDisabled={write.isPending}
              onPress={() => {
                if (action === 'replay' || window.confirm(t('dropSure'))) write.mutate({ holder, id: letter.id, action });
              }}
            >
              {t(action)}
            </Button>
          );
          return (
            <DataTable
              label={t('tabs.parked')}
              rows={letters}
              rowKey={({ id }) => id}
              columns={[
                {
                  title: t('reason'),
                  cell: ({ reason, lastError }) => (lastError === null ? reason : `${reason} · ${lastError}`),
                },
                { title: t('step'), cell: ({ step }) => step },
                { title: t('place'), cell: ({ topic, partition, offset }) => `${topic} ${partition}/${offset}` },
                { title: t('since'), cell: ({ parkedAt }) => format.moment(parkedAt) },
                { title: t('attempts'), isNumber: true, cell: ({ attempts }) => format.count(attempts) },
                {
                  title: t('action'),
                  cell: (letter) => (
                    <span className="entry-ways">
                      {act(letter, 'replay')}
                      {act(letter, 'drop')}
                    </span>
                  ),
                },
              ]}
            />
          );
        }}
      </Answer>
      {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t('more')}</Button>}
    </Panel>
  );
}
