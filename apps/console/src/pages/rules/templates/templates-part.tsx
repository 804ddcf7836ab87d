import type { NoticeChannel, NoticeLanguage } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewQuery, templatesQuery } from '../../../api/notice-rule-queries.ts';
import { EntryPanel } from '../../../detail/entry-panel.tsx';
import { OpenLink } from '../../../detail/open-link.tsx';
import { useDetail } from '../../../detail/use-detail.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Split } from '../../../ui/split.tsx';

/** The texts that are sent, each as it looks with its sample. */
export function TemplatesPart() {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { open } = useDetail();
  const query = useQuery(templatesQuery);
  return (
    <Answer query={query} height={400}>
      {(templates) => {
        const opened = templates.find(({ id }) => id === open);
        return (
          <Split
            beside={
              opened === undefined ? undefined : (
                <Preview key={opened.id} id={opened.id} title={format.name(opened.name)} channels={opened.channels} />
              )
            }
          >
            <DataTable
              label={t('tabs.templates')}
              rows={templates}
              rowKey={({ id }) => id}
              openKey={open}
              columns={[
                { title: t('template'), cell: ({ id, name }) => <OpenLink code={id}>{format.name(name)}</OpenLink> },
                { title: t('audience'), cell: ({ audience }) => t(`templateAudiences.${audience}`) },
                { title: t('version'), isNumber: true, cell: ({ version }) => format.count(version) },
                { title: t('channel'), cell: ({ channels }) => channels.map((channel) => t(`channels.${channel}`)).join(', ') },
              ]}
            />
          </Split>
        );
      }}
    </Answer>
  );
}

interface PreviewProps {
  readonly id: string;
  readonly title: string;
  readonly channels: readonly NoticeChannel[];
}

function Preview({ id, title, channels }: PreviewProps) {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const [channel, setChannel] = useState<NoticeChannel>(channels[0] ?? 'mail');
  const [language, setLanguage] = useState<NoticeLanguage>('vi');
  const query = useQuery(previewQuery(id, { channel, language }));
  return (
    <EntryPanel title={title} mayEdit={false}>
      <div className="tools">
        <Choice
          label={t('channel')}
          options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
          value={channel}
          onChange={setChannel}
        />
        <Choice
          label={t('language')}
          options={(['vi', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <Answer query={query} height={200}>
        {({ subject, text, sms }) => (
          <div className="preview">
            <h3>{subject}</h3>
            <p className="preview-text">{text}</p>
            {sms !== null && (
              <p className="quiet">
                {t('sms', {
                  characters: format.count(sms.characters),
                  segments: format.count(sms.segments),
                  encoding: sms.encoding,
                })}
              </p>
            )}
          </div>
        )}
      </Answer>
    </EntryPanel>
  );
}
