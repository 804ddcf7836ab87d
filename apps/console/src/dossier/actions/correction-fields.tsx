import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.tsx';
import { DateInputField } from '../../ui/date-input-field.tsx';
import type { ActionDraft } from './action-draft.ts';

const channels = ['in-person', 'online', 'postal', 'phone', 'other'] as const;

/** What was recorded wrongly. The channel is right at once; moments wait for another person's approval. */
export function CorrectionFields({
  draft,
  onChange,
}: {
  readonly draft: ActionDraft;
  readonly onChange: (change: Partial<ActionDraft>) => void;
}) {
  const { t } = useTranslation('dossier');
  return (
    <>
      <p className="dialog-hint">{t('correctionHint')}</p>
      <Choice
        label={t('fields.channel')}
        options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
        value={channels.find((one) => one === draft.channel)}
        onChange={(channel) => {
          onChange({ channel });
        }}
      />
      <DateInputField
        label={t('fields.receivedAt')}
        granularity="minute"
        value={draft.receivedAt}
        onChange={(receivedAt) => {
          onChange({ receivedAt });
        }}
      />
      <DateInputField
        label={t('fields.endedAt')}
        granularity="minute"
        value={draft.endedAt}
        onChange={(endedAt) => {
          onChange({ endedAt });
        }}
      />
    </>
  );
}
