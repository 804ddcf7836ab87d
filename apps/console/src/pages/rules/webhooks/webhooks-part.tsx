import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeWebhook, webhooksQuery } from '../../../api/notice-rule-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { useDetail } from '../../../detail/use-detail.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { Empty } from '../../../ui/states.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

/** Other systems that are sent events, signed. A secret is seen once, when it is made. */
export function WebhooksPart() {
  const { t } = useTranslation('rules');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const { edit, choose } = useDetail();
  const [secret, setSecret] = useState<string>();
  const query = useQuery(webhooksQuery);
  const remove = useWrite(removeWebhook, { changes: [['webhooks']] });
  return (
    <>
      <p className="tools">
        <Button
          onPress={() => {
            choose({ edit: 'new' });
          }}
        >
          {ofEdit('add')}
        </Button>
      </p>
      {secret !== undefined && (
        <p className="webhook-secret" role="status">
          {t('secret')} <code>{secret}</code>
        </p>
      )}
      {remove.error !== null && <Refused error={remove.error} />}
      <Answer query={query} height={160}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <Empty>{t('noWebhooks')}</Empty>
          ) : (
            <DataTable
              label={t('tabs.webhooks')}
              rows={webhooks}
              rowKey={({ id }) => id}
              columns={[
                { title: ofEdit('code'), cell: ({ id }) => id },
                { title: t('url'), cell: ({ url }) => url },
                { title: t('events'), cell: ({ events }) => events.join(', ') },
                { title: t('unit'), cell: ({ unit }) => unit },
                { title: t('changed'), cell: ({ updatedAt }) => format.moment(updatedAt) },
                {
                  title: ofEdit('remove'),
                  cell: ({ id }) => (
                    <Button
                      isDisabled={remove.isPending}
                      onPress={() => {
                        if (window.confirm(t('removeSure', { id }))) remove.mutate(id);
                      }}
                    >
                      {ofEdit('remove')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
      {edit === 'new' && (
        <WebhookDialog
          onMade={setSecret}
          onClose={() => {
            choose({ edit: undefined });
          }}
        />
      )}
    </>
  );
}
