import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putWebhook, type WebhookDraft } from '../../../api/notice-rule-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { Choice } from '../../../ui/choice.tsx';
import { EditDialog } from '../../../ui/edit-dialog.tsx';
import { TextBox } from '../../../ui/text-box.tsx';

export interface WebhookDialogProps {
  /** Takes the secret, which nobody sees again. */
  readonly onMade: (secret: string | undefined) => void;
  readonly onClose: () => void;
}

/** A subscription: where to, of which events, about which unit and those below it. */
export function WebhookDialog({ onMade, onClose }: WebhookDialogProps) {
  const { t } = useTranslation('rules');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const { allowed, unit = '' } = useScope();
  const [draft, setDraft] = useState<WebhookDraft>({ id: '', url: 'https://', events: ['vn.motcua.sla.*'], unit });
  const write = useWrite(putWebhook, {
    changes: [['webhooks']],
    onDone: ({ secret }) => {
      onMade(secret);
      onClose();
    },
  });
  const change = (part: Partial<WebhookDraft>): void => {
    setDraft({ ...draft, ...part });
  };
  const list = (text: string): string[] => text.split(/[\s,]+/).filter((one) => one !== '');
  return (
    <EditDialog
      title={t('newWebhook')}
      onClose={onClose}
      onSave={() => {
        write.mutate(draft);
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={draft.id === '' || draft.events.length === 0}
    >
      <TextBox
        label={ofEdit('code')}
        value={draft.id}
        isRequired
        onChange={(id) => {
          change({ id });
        }}
      />
      <TextBox
        label={t('url')}
        type="url"
        value={draft.url}
        isRequired
        onChange={(url) => {
          change({ url });
        }}
      />
      <TextBox
        label={t('eventsHow')}
        defaultValue={draft.events.join(', ')}
        isRequired
        onChange={(text) => {
          change({ events: list(text) });
        }}
      />
      <Choice
        label={t('unit')}
        options={allowed.map((one) => ({ value: one.unit.code, label: format.name(one.unit.name), depth: one.depth }))}
        value={draft.unit}
        onChange={(chosen) => {
          change({ unit: chosen });
        }}
      />
    </EditDialog>
  );
}
