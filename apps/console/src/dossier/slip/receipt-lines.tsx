import type { Slip } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useProcedureName } from '../use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { joinWords, Lines } from './lines.tsx';
import { usePaperName } from './use-paper-name.ts';

export interface ReceiptLinesProps extends Pick<Slip, 'applicant' | 'desk'> {
  readonly procedure: string;
}

/** Who, what and with which papers. */
export function ReceiptLines({ procedure, applicant, desk }: ReceiptLinesProps) {
  const { t } = useTranslation('slip');
  const format = useFormat();
  const procedureName = useProcedureName();
  const nameOf = usePaperName(procedure);
  const { authorised, components = [], fee } = desk ?? {};
  const papers =
    components.length === 0 ? (
      t('noComponents')
    ) : (
      <ol className="slip-components">
        {components.map((component) => (
          <li key={component.code ?? component.name}>
            {nameOf(component)} ({t('copies', { count: component.copies })})
          </li>
        ))}
      </ol>
    );
  const paid =
    fee &&
    joinWords(
      t('amount', { amount: format.count(fee.amount) }),
      fee.receiptNumber === undefined ? undefined : t('receiptNumber', { number: fee.receiptNumber }),
    );
  return (
    <Lines
      lines={[
        [t('from'), joinWords(applicant?.name, applicant?.idNumber)],
        [t('contact'), joinWords(applicant?.phone, applicant?.email, applicant?.address)],
        [t('authorised'), authorised && joinWords(authorised.name, authorised.idNumber, authorised.phone)],
        [t('procedure'), joinWords(procedureName(procedure), desk?.content)],
        [t('components'), papers],
        [t('fee'), paid],
      ]}
    />
  );
}
