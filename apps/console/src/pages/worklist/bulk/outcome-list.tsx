import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../../ui/refused.tsx';
import type { WorkItem } from '../open/to-work-items.ts';
import type { Outcome } from './use-bulk.ts';

/** Each dossier with what became of it, or that it is about to be done. */
export function OutcomeList({
  items,
  outcomes,
}: {
  readonly items: readonly Pick<WorkItem, 'dossier'>[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
}) {
  return (
    <ul className="outcomes" aria-live="polite">
      {items.map(({ dossier }) => (
        <li key={dossier.dossierId}>
          <span>{dossier.code ?? dossier.sourceCode}</span> <OutcomeWords outcome={outcomes.get(dossier.dossierId)} />
        </li>
      ))}
    </ul>
  );
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome | undefined }) {
  const { t } = useTranslation('worklist');
  const sentence = useRefusal(outcome?.state === 'refused' ? outcome.error : undefined);
  if (outcome === undefined) return null;
  if (outcome.state === 'refused') return <span className="status-late">▲ {sentence}</span>;
  return <span className={outcome.state === 'done' ? 'status-onTime' : 'quiet'}>{t(`outcomes.${outcome.state}`)}</span>;
}
