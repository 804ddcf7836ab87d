import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.tsx';

const reasons = ['citizen-asks', 'handling', 'complaint', 'supervision', 'support'] as const;
/** Why somebody is looked up, as the audit log keeps it. */
export type LookUpReason = (typeof reasons)[number];

export interface ReasonChoiceProps {
  readonly value: LookUpReason | undefined;
  readonly onChange: (reason: LookUpReason) => void;
}

/** A number finds people outside one's own queue: before it is searched for, the reader says why. */
export function ReasonChoice({ value, onChange }: ReasonChoiceProps) {
  const { t } = useTranslation('lookUp');
  return (
    <Choice
      label={t('reason')}
      options={reasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
