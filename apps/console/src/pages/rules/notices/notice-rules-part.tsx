import type { NotificationRule } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rulesQuery, templatesQuery } from '../../../api/notice-rule-queries.ts';
import { matches } from '../../../detail/fold-accents.ts';
import { OpenLink } from '../../../detail/open-link.tsx';
import { SearchTools } from '../../../detail/search-tools.tsx';
import { useDetail } from '../../../detail/use-detail.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useMayAdminister } from '../../../session/use-may-administer.ts';
import { Answer } from '../../../ui/answer.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Empty } from '../../../ui/states.tsx';
import { Validity } from '../../../ui/validity.tsx';
import { NoticeRuleDialog } from './notice-rule-dialog.tsx';

/** Who is told of what, by which way and in which words. */
export function NoticeRulesPart() {
  const { t: ofEdit } = useTranslation('edit');
  const mayEdit = useMayAdminister();
  const { q = '', open, choose } = useDetail();
  const query = useQuery(rulesQuery);
  return (
    <Answer query={query} height={500}>
      {(rules) => {
        const rows = rules.filter(({ id, event, audience, template }) => matches(q, [id, event, audience, template]));
        const opened = rules.find(({ id }) => id === open);
        return (
          <>
            <SearchTools canAdd={false} />
            {rows.length === 0 ? <Empty>{ofEdit('nothingFound')}</Empty> : <RuleTable rules={rows} />}
            {mayEdit && opened !== undefined && (
              <NoticeRuleDialog
                key={opened.id}
                rule={opened}
                onClose={() => {
                  choose({ open: undefined });
                }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

function RuleTable({ rules }: { readonly rules: readonly NotificationRule[] }) {
  const { t } = useTranslation('rules');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const mayEdit = useMayAdminister();
  const { data: templates = [] } = useQuery(templatesQuery);
  const names = new Map(templates.map(({ id, name }) => [id, format.name(name)]));
  return (
    <DataTable
      label={t('tabs.notices')}
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('template'),
          cell: ({ id, template }) => {
            const name = names.get(template) ?? template;
            return mayEdit ? <OpenLink code={id}>{name}</OpenLink> : name;
          },
        },
        { title: t('audience'), cell: ({ audience }) => t(`audiences.${audience}`) },
        {
          title: t('channel'),
          cell: ({ channels }) =>
            channels.map((chain) => chain.map((channel) => t(`channels.${channel}`)).join(' → ')).join('; '),
        },
        { title: t('class'), cell: ({ class: kind }) => t(`classes.${kind}`) },
        { title: ofEdit('validity'), cell: (rule) => <Validity {...rule} /> },
        { title: t('rule'), cell: ({ id }) => <span className="quiet">{id}</span> },
      ]}
    />
  );
}
