import type { DossierAction } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import type { WorkItem } from '../open/to-work-items.ts';

/** What can be said of many at once: the same to each of them. */
const bulkActions: readonly DossierAction[] = ['receive', 'transfer', 'process', 'receive-supplement', 'confirm-payment'];

export interface BulkBarProps {
  readonly items: readonly WorkItem[];
  readonly onAsk: (action: DossierAction) => void;
  readonly onClear: () => void;
}

/** What may be done to the selected dossiers, and to how many of them. */
export function BulkBar({ items, onAsk, onClear }: BulkBarProps) {
  const { t } = useTranslation('worklist');
  const { t: ofDossier } = useTranslation('dossier');
  const format = useFormat();
  const countOf = (action: DossierAction): number => items.filter(({ dossier }) => dossier.actions.includes(action)).length;
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk')}>
      <strong>{t('selected', { number: format.count(items.length) })}</strong>
      {bulkActions
        .filter((action) => countOf(action) > 0)
        .map((action) => (
          <Button
            key={action}
            onPress={() => {
              onAsk(action);
            }}
          >
            {ofDossier(`actions.${action}`)} ({format.count(countOf(action))})
          </Button>
        ))}
      <Button kind="quiet" onPress={onClear}>
        {t('clear')}
      </Button>
    </div>
  );
}
