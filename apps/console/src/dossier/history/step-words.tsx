import type { HistoryEntry } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { usePaperName } from '../slip/use-paper-name.ts';

export interface StepWordsProps {
  readonly event: Pick<HistoryEntry, 'desk'>;
  readonly procedure: string;
}

/** What was taken down with a step: papers that were asked for, who took the result, what was paid. */
export function StepWords({ event: { desk }, procedure }: StepWordsProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const nameOf = usePaperName(procedure);
  if (desk === undefined) return null;
  const { papers = [], handedIn = [], takenBy, payment } = desk;
  const lines = [
    papers.length > 0 && t('said.papers', { papers: papers.map(nameOf).join('; ') }),
    handedIn.length > 0 && t('said.handedIn', { papers: handedIn.map(nameOf).join('; ') }),
    takenBy !== undefined && t('said.takenBy', { who: [takenBy.name, takenBy.idNumber].filter(Boolean).join(' · ') }),
    payment !== undefined &&
      [t('said.amount', { amount: format.count(payment.amount) }), payment.place, payment.receiptNumber]
        .filter(Boolean)
        .join(' · '),
  ];
  return lines.map((line) => line !== false && <p key={line}>{line}</p>);
}
