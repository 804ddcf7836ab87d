import type { OverdueCauseCode, OverdueCauseRecord } from '@motcua/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.ts';
import { correctCause } from '../../../api/supervision-queries.ts';
import { ReasonFields, useReasons } from '../../../dossier/actions/reason-fields.tsx';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { causes } from '../worklist-search.ts';
import '../../../dossier/actions/actions.css';

/** A head says why it was late, with a reason of the catalogue. */
export function CorrectCauseDialog({ record, onClose }: { readonly record: OverdueCauseRecord; readonly onClose: () => void }) {
  const { t } = useTranslation('worklist');
  const client = useQueryClient();
  const [cause, setCause] = useState<OverdueCauseCode>();
  const [code, setCode] = useState<string>();
  const [text, setText] = useState('');
  // One correction, however often it is sent; another choice is another correction.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const asksText = useReasons('correct-overdue-cause').find((reason) => reason.code === code)?.asksText ?? false;
  const isWhole = cause !== undefined && code !== undefined && (!asksText || text.trim() !== '');
  const correction = useMutation({
    mutationFn: correctCause,
    onError: (error) => {
      if (error instanceof ApiProblem && error.status < 500) setKey(crypto.randomUUID());
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['overdue-causes'] });
      onClose();
    },
  });
  return (
    <Dialog title={`${t('causes.correct')} · ${record.code ?? record.sourceCode ?? ''}`} onClose={onClose}>
      <form
        className="dialog-form action-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole || correction.isPending) return;
          const reasonText = text.trim() === '' ? undefined : text.trim();
          correction.mutate({ dossierId: record.dossierId, cause, reasonCode: code, reasonText, idempotencyKey: key });
        }}
      >
        <p className="dialog-hint">{t('causes.correctHelp')}</p>
        <Choice
          label={t('causes.cause')}
          options={causes
            .filter((value) => value !== record.cause)
            .map((value) => ({ value, label: t(`causes.names.${value}`) }))}
          value={cause}
          onChange={setCause}
        />
        <ReasonFields command="correct-overdue-cause" code={code} text={text} onCode={setCode} onText={setText} />
        {correction.error !== null && <Refused error={correction.error} />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="main" type="submit" isDisabled={!isWhole || correction.isPending}>
            {t('causes.correct')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
