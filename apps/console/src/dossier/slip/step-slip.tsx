import type { Slip, SlipEvent } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsQuery } from '../../api/reference-queries.ts';
import { useProcedureName, useUnitName } from '../use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { joinWords, Lines, type Line } from './lines.tsx';
import { SlipSheet } from './slip-sheet.tsx';
import { usePaperName } from './use-paper-name.ts';

export interface StepSlipProps {
  readonly kind: Exclude<SlipEvent, 'received'>;
  readonly slip: Slip;
  readonly reprint: number;
}

/** The slip of a later step: a request, a refusal, an apology, a payment, the return. */
export function StepSlip({ kind, slip, reprint }: StepSlipProps) {
  const { t } = useTranslation('slip');
  const unitName = useUnitName();
  const procedureName = useProcedureName();
  const { dossier, applicant, lookUpPath } = slip;
  const isTurnedAway = kind === 'refused' && dossier.receivedAt === null;
  const isToComplete = kind === 'supplement-requested' && dossier.receivedAt === null;
  const isToPayFirst = kind === 'payment-requested' && dossier.receivedAt === null;
  const unit = unitName(dossier.responsibleUnit);
  const lines = useLinesOf(slip)[kind];
  return (
    <SlipSheet
      kind={kind}
      title={t(isTurnedAway ? 'turnedAway' : `kinds.${kind}.title`)}
      dossier={dossier}
      lookUpPath={lookUpPath}
      reprint={reprint}
    >
      <p className="slip-words">
        {t(isToComplete ? 'toComplete' : isToPayFirst ? 'toPayFirst' : `kinds.${kind}.words`, { unit })}
      </p>
      <Lines
        lines={[
          [t('from'), joinWords(applicant?.name, applicant?.idNumber)],
          [t('contact'), joinWords(applicant?.phone, applicant?.email, applicant?.address)],
          [t('procedure'), procedureName(dossier.procedure)],
          ...lines,
        ]}
      />
    </SlipSheet>
  );
}

/** What each kind of slip says beside whose it is. */
function useLinesOf({ dossier, step }: Slip): Readonly<Record<StepSlipProps['kind'], readonly Line[]>> {
  const { t } = useTranslation('slip');
  const format = useFormat();
  const nameOf = usePaperName(dossier.procedure);
  const { data: reasons = [] } = useQuery(reasonsQuery);
  const at = (moment: string | null): string | undefined =>
    moment === null ? undefined : format.moment(moment, dossier.timeZone);

  const code = step.change['reasonCode'];
  const known = reasons.find((reason) => reason.code === code);
  const reason: Line = [t('reason'), joinWords(known && format.name(known.name), step.reasonText)];
  const { papers = [], takenBy, payment } = step.desk ?? {};
  const list: ReactNode = papers.length > 0 && (
    <ol className="slip-components">
      {papers.map((paper) => (
        <li key={paper.code ?? paper.name}>{nameOf(paper)}</li>
      ))}
    </ol>
  );
  const received: Line = [t('received'), at(dossier.receivedAt)];
  const strong = (text: string | undefined): ReactNode => text !== undefined && <strong className="slip-due">{text}</strong>;
  const money: readonly Line[] = [
    [t('sum'), strong(payment && t('amount', { amount: format.count(payment.amount) }))],
    [t('payAt'), payment?.place],
    [t('receipt'), payment?.receiptNumber],
  ];
  return {
    'supplement-requested': [received, [t('papers'), list], reason, [t('asked'), at(step.occurredAt)]],
    refused: [received, reason, [t('refusedAt'), at(step.occurredAt)]],
    stopped: [received, reason, [t('stoppedAt'), at(step.occurredAt)]],
    'payment-requested': [received, ...money, [t('asked'), at(step.occurredAt)]],
    'payment-made': [received, ...money, [t('paidAt'), at(step.occurredAt)]],
    extended: [
      received,
      [t('firstDue'), at(toText(step.change['previousDue']) ?? dossier.originalDue)],
      reason,
      [t('newDue'), strong(at(dossier.currentDue))],
    ],
    apologised: [
      received,
      [t('due'), at(dossier.currentDue)],
      reason,
      [t('promised'), strong(at(dossier.apology?.promised ?? null))],
    ],
    returned: [
      received,
      [t('due'), at(dossier.currentDue)],
      [t('returnedAt'), strong(at(step.occurredAt))],
      [t('takenBy'), takenBy === undefined ? t('byApplicant') : joinWords(takenBy.name, takenBy.idNumber, takenBy.phone)],
    ],
  };
}

const toText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
