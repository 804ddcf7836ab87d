import type { FigureReport, FigureReportAnswer } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerFigureReport } from '../../api/figure-report-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { Choice } from '../../ui/choice.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';

const outcomes = ['corrected', 'explained'] as const satisfies readonly FigureReportAnswer['outcome'][];

/** What became of a figure that was reported to be wrong. */
export default function AnswerDialog({ report, onClose }: { readonly report: FigureReport; readonly onClose: () => void }) {
  const { t } = useTranslation('dispute');
  const [outcome, setOutcome] = useState<FigureReportAnswer['outcome']>();
  const [words, setWords] = useState('');
  const write = useWrite(answerFigureReport, { changes: [['figure-reports']], onDone: onClose });
  return (
    <EditDialog
      title={t('answerOf')}
      isPending={write.isPending}
      isIncomplete={outcome === undefined || words.trim() === ''}
      error={write.error}
      onClose={onClose}
      onSave={() => {
        if (outcome !== undefined) write.mutate({ id: report.id, outcome, words: words.trim() });
      }}
    >
      <blockquote className="disputed-words">{report.words}</blockquote>
      <Choice
        label={t('outcome')}
        options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextArea label={t('answerWords')} value={words} onChange={setWords} maxLength={2_000} />
    </EditDialog>
  );
}
