import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposeClose } from '../../api/period-close-queries.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useWrite } from '../../api/use-write.ts';
import { useDetail } from '../../detail/use-detail.ts';
import { formatMonth } from '../../format/dates.ts';
import { Choice } from '../../ui/choice.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useToday } from '../../ui/use-today.ts';
import { listClosableMonths } from './closable-months.ts';

/** A month to be closed. Why it is closed with something missing is asked for where something is. */
export function ProposeDialog({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const { t } = useTranslation('closes');
  const { choose } = useDetail();
  const months = listClosableMonths(useToday());
  const [month, setMonth] = useState(months[0]);
  const [reason, setReason] = useState('');
  const write = useWrite(proposeClose, {
    changes: [['period-closes', unit]],
    onDone: ({ id }) => {
      choose({ open: id });
      onClose();
    },
  });
  const isMissing = write.error instanceof ApiProblem && write.error.code === 'period.events-missing';
  return (
    <EditDialog
      title={t('proposeTitle')}
      onClose={onClose}
      onSave={() => {
        if (month !== undefined)
          write.mutate({ unit, month, ...(reason.trim() === '' ? {} : { overrideReason: reason.trim() }) });
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={month === undefined || (isMissing && reason.trim().length < 10)}
    >
      <p>{t('proposeHow')}</p>
      <Choice
        label={t('month')}
        options={months.map((value) => ({ value, label: formatMonth(value) }))}
        value={month}
        onChange={(next) => {
          setMonth(next);
          // What is missing in one month need not be in another. What is on its way is not let go.
          if (write.isError) write.reset();
        }}
      />
      {(isMissing || reason !== '') && <TextArea label={t('reason')} value={reason} onChange={setReason} maxLength={500} />}
    </EditDialog>
  );
}
