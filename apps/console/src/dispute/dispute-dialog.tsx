import type { DisputedFigure } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportFigure } from '../api/figure-report-queries.ts';
import { useWrite } from '../api/use-write.ts';
import { formatPeriod } from '../format/dates.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useScope } from '../scope/use-scope.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EditDialog } from '../ui/edit-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toDisputedFigure, type Disputed } from './disputed.ts';
import { OwnReports } from './own-reports.tsx';
import { DisputedWords } from './disputed-words.tsx';

const MOST_LETTERS = 2_000;

export interface DisputeDialogProps {
  readonly about: Disputed;
  readonly name: string | undefined;
  readonly onClose: () => void;
}

/** What is wrong about a figure, and what it should be; its address goes along by itself. */
export default function DisputeDialog({ about, name, onClose }: DisputeDialogProps) {
  const { t } = useTranslation('dispute');
  const { unit = '', period } = useScope();
  // A live figure is of the moment at which it was doubted.
  const [figure] = useState<DisputedFigure>(() =>
    toDisputedFigure({ ...about, asOf: about.asOf ?? new Date().toISOString() }, { unit, ...period }),
  );
  const [words, setWords] = useState('');
  const [id] = useState(() => crypto.randomUUID());
  const write = useWrite(reportFigure, { changes: [['figure-reports']] });
  if (write.isSuccess)
    return (
      <Dialog title={t('title')} onClose={onClose}>
        <p role="status">{t('kept')}</p>
        <div className="dialog-actions">
          <Button kind="main" onPress={onClose}>
            {t('close')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <EditDialog
      title={t('title')}
      saveLabel={t('send')}
      isPending={write.isPending}
      isIncomplete={words.trim() === ''}
      error={write.error}
      onClose={onClose}
      onSave={() => {
        write.mutate({ id, about: figure, words: words.trim() });
      }}
    >
      <DisputedSummary figure={figure} name={name} />
      <TextArea label={t('words')} value={words} onChange={setWords} maxLength={MOST_LETTERS} />
      <p className="dialog-hint">{t('hint')}</p>
      <OwnReports />
    </EditDialog>
  );
}

function DisputedSummary({ figure, name }: { readonly figure: DisputedFigure; readonly name: string | undefined }) {
  const format = useFormat();
  return (
    <dl className="dispute-about">
      {name !== undefined && (
        <div>
          <dt>{name}</dt>
          <dd>
            <strong>
              <DisputedWords figure={figure} />
            </strong>
          </dd>
        </div>
      )}
      <div>
        <dt>{formatPeriod(figure.from, figure.to)}</dt>
        <dd>{figure.asOf !== null && format.moment(figure.asOf)}</dd>
      </div>
    </dl>
  );
}
