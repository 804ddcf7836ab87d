import { parseDate, type CalendarDate } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../scope/periods.ts';
import { Button } from '../../ui/button.tsx';
import { DateInputField } from '../../ui/date-input-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './period-dialog.css';

export interface PeriodDialogProps {
  readonly period: Period;
  readonly onChoose: (period: Period) => void;
  readonly onClose: () => void;
}

/** Any first and last day. */
export default function PeriodDialog({ period, onChoose, onClose }: PeriodDialogProps) {
  const { t } = useTranslation('period');
  const [from, setFrom] = useState<CalendarDate | null>(() => parseDate(period.from));
  const [to, setTo] = useState<CalendarDate | null>(() => parseDate(period.to));
  const isWrong = from !== null && to !== null && from.compare(to) > 0;
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <form
        className="dialog-form period-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (from === null || to === null || isWrong) return;
          onChoose({ from: from.toString(), to: to.toString() });
          onClose();
        }}
      >
        <DateInputField label={t('from')} value={from} onChange={setFrom} />
        <DateInputField label={t('to')} value={to} onChange={setTo} />
        <p className="period-wrong" role="alert">
          {isWrong ? t('wrongOrder') : ''}
        </p>
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="main" type="submit" isDisabled={from === null || to === null || isWrong}>
            {t('apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
