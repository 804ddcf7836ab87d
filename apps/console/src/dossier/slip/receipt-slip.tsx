import type { Slip } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { joinWords, Lines } from './lines.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { SlipSheet } from './slip-sheet.tsx';

export interface ReceiptSlipProps extends Pick<Slip, 'dossier' | 'applicant' | 'desk' | 'lookUpPath'> {
  /** How the due moment was counted, in a line. */
  readonly ledgerWords?: string;
  readonly reprint: number;
}

/** The receipt and appointment (Giấy tiếp nhận hồ sơ và hẹn trả kết quả). */
export function ReceiptSlip({ dossier, applicant, desk, lookUpPath, ledgerWords, reprint }: ReceiptSlipProps) {
  const { t } = useTranslation('slip');
  const format = useFormat();
  const at = (moment: string | null, otherwise: string): string =>
    moment === null ? otherwise : format.moment(moment, dossier.timeZone);
  const due = (
    <>
      <strong className="slip-due">{at(dossier.currentDue, t('noLimit'))}</strong>
      {ledgerWords !== undefined && <span className="slip-ledger">{ledgerWords}</span>}
    </>
  );
  return (
    <SlipSheet kind="received" title={t('kinds.received.title')} dossier={dossier} lookUpPath={lookUpPath} reprint={reprint}>
      <ReceiptLines procedure={dossier.procedure} applicant={applicant} desk={desk} />
      <Lines
        lines={[
          [t('received'), at(dossier.receivedAt, '–')],
          [t('due'), due],
          [t('resultBy'), joinWords(t(`ways.${desk?.resultBy?.way ?? 'counter'}`), desk?.resultBy?.place)],
        ]}
      />
    </SlipSheet>
  );
}
