import type { NotificationRule } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putRule } from '../../../api/notice-rule-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { Choice } from '../../../ui/choice.tsx';
import { EditDialog } from '../../../ui/edit-dialog.tsx';
import { NumberBox } from '../../../ui/number-box.tsx';
import { ValidityFields } from '../../../ui/validity.tsx';

const classes = ['mandatory', 'optional'] as const satisfies readonly NotificationRule['class'][];

/** How binding a rule is, how long its messages are worth sending, and until when it holds. */
export function NoticeRuleDialog({ rule, onClose }: { readonly rule: NotificationRule; readonly onClose: () => void }) {
  const { t } = useTranslation('rules');
  const [draft, setDraft] = useState(rule);
  const change = (part: Partial<NotificationRule>): void => {
    setDraft({ ...draft, ...part });
  };
  const write = useWrite(putRule, { changes: [['notification-rules']], onDone: onClose });
  return (
    <EditDialog
      title={rule.id}
      onClose={onClose}
      onSave={() => {
        write.mutate(draft);
      }}
      isPending={write.isPending}
      error={write.error}
    >
      <Choice
        label={t('class')}
        options={classes.map((value) => ({ value, label: t(`classes.${value}`) }))}
        value={draft.class}
        onChange={(kind) => {
          change({ class: kind });
        }}
      />
      <NumberBox
        label={t('expiresAfter')}
        value={draft.expiresAfterHours}
        minValue={1}
        maxValue={8760}
        isRequired
        onChange={(expiresAfterHours) => {
          change({ expiresAfterHours });
        }}
      />
      <ValidityFields value={draft} onChange={change} />
      <p className="quiet">{t('ruleHow')}</p>
    </EditDialog>
  );
}
