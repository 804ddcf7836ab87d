import type { DossierAction } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyDraft, toCommandBody, type ActionDraft } from '../../../dossier/actions/action-draft.ts';
import { ActionFields } from '../../../dossier/actions/action-fields-form.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { WorkItem } from '../open/to-work-items.ts';
import { OutcomeList } from './outcome-list.tsx';
import { useBulk } from './use-bulk.ts';
import '../../../dossier/actions/actions.css';

export interface BulkDialogProps {
  readonly action: DossierAction;
  readonly items: readonly WorkItem[];
  readonly onClose: () => void;
  /** It was carried out for these. */
  readonly onDone: (dossierIds: readonly string[]) => void;
}

/** Asks once, does it for each, and says of each what became of it. */
export function BulkDialog({ action, items, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation('worklist');
  const { t: ofDossier } = useTranslation('dossier');
  const format = useFormat();
  const [draft, setDraft] = useState<ActionDraft>(emptyDraft);
  const { outcomes, run, isRunning } = useBulk(action, items);
  const first = items[0]?.dossier;
  if (first === undefined) return null;
  const body = toCommandBody(action, draft, { timeZone: first.timeZone, asksText: false });
  const isOver = outcomes.size > 0 && !isRunning;
  const refused = [...outcomes.values()].filter(({ state }) => state === 'refused').length;
  return (
    <Dialog
      title={`${ofDossier(`actions.${action}`)} · ${t('selected', { number: format.count(items.length) })}`}
      onClose={onClose}
    >
      <form
        className="dialog-form action-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (body !== undefined && !isRunning) void run(body).then(onDone);
        }}
      >
        <p className="dialog-hint">{ofDossier(`actionHelp.${action}`)}</p>
        <ActionFields
          action={action}
          dossier={first}
          proposals={[]}
          // A sum and its receipt are of one dossier.
          omits={['paid']}
          draft={draft}
          onChange={(change) => {
            setDraft((before) => ({ ...before, ...change }));
          }}
        />
        <OutcomeList items={items} outcomes={outcomes} />
        <div className="dialog-actions">
          <Button onPress={onClose}>{t(isOver ? 'close' : 'cancel')}</Button>
          {(!isOver || refused > 0) && (
            <Button kind="main" type="submit" isDisabled={body === undefined || isRunning}>
              {isOver ? t('again', { number: format.count(refused) }) : ofDossier(`actions.${action}`)}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
