import type { ListedDossier } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonFields, useReasons } from '../../../dossier/actions/reason-fields.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OutcomeList } from '../bulk/outcome-list.tsx';
import { useBulk } from '../bulk/use-bulk.ts';
import { useColleagues } from './use-colleagues.ts';
import '../../../dossier/actions/actions.css';

/** What the shipped catalogue has for it; where it is missing, the head chooses. */
const HANDED_OVER = 'work-handed-over';

export interface HandOverDialogProps {
  readonly unit: string;
  /** Whose queue it is. */
  readonly from: string;
  readonly dossiers: readonly ListedDossier[];
  readonly onClose: () => void;
}

/** Puts all that a colleague has in hand into other hands, and says of each dossier what became of it. */
export function HandOverDialog({ unit, from, dossiers: now, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const colleagues = useColleagues(unit);
  // As it was when it was looked at: a line that is done leaves the queue, and stays here with its outcome.
  const [items] = useState(() => now.map((dossier) => ({ dossier })));
  const [to, setTo] = useState<string>();
  const reasons = useReasons('correct');
  const [chosen, setCode] = useState<string>();
  const code = chosen ?? reasons.find((reason) => reason.code === HANDED_OVER)?.code;
  const [text, setText] = useState('');
  const asksText = reasons.find((reason) => reason.code === code)?.asksText ?? false;
  const { outcomes, run, isRunning } = useBulk('correct', items);
  const isWhole = to !== undefined && code !== undefined && (!asksText || text.trim() !== '');
  const isOver = outcomes.size > 0 && !isRunning;
  const refused = [...outcomes.values()].filter(({ state }) => state === 'refused').length;
  return (
    <Dialog title={t('absences.handOverOf', { officer: from, number: format.count(items.length) })} onClose={onClose}>
      <form
        className="dialog-form action-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole || isRunning) return;
          const reasonText = text.trim() === '' ? {} : { reasonText: text.trim() };
          void run({ correction: { officer: to }, reasonCode: code, ...reasonText });
        }}
      >
        <p className="dialog-hint">{t('absences.handOverHelp')}</p>
        <Choice
          label={t('absences.receiver')}
          options={colleagues.filter((id) => id !== from).map((id) => ({ value: id, label: id }))}
          value={to}
          onChange={setTo}
        />
        <ReasonFields command="correct" code={code} text={text} onCode={setCode} onText={setText} />
        <OutcomeList items={items} outcomes={outcomes} />
        <div className="dialog-actions">
          <Button onPress={onClose}>{t(isOver ? 'close' : 'cancel')}</Button>
          {(!isOver || refused > 0) && (
            <Button kind="main" type="submit" isDisabled={!isWhole || isRunning}>
              {isOver ? t('again', { number: format.count(refused) }) : t('absences.handOver')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
