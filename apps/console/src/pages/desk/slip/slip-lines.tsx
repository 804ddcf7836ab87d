import type { HandedInComponent, OpenDossier, ProcedureDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';

export interface SlipLinesProps {
  readonly body: OpenDossier;
  readonly procedureName: string;
  readonly procedure: ProcedureDocument | undefined;
}

/** Who, what and with which papers; lines of what was not said are left out. */
export function SlipLines({ body: { applicant, desk }, procedureName, procedure }: SlipLinesProps) {
  const { t } = useTranslation('slip');
  const format = useFormat();
  const nameOf = ({ code, name }: HandedInComponent): string => {
    const known = procedure?.components?.find((component) => component.code === code);
    return known === undefined ? (name ?? code ?? '') : format.name(known.name);
  };
  const authorised = desk?.authorised;
  const lines: readonly (readonly [label: string, text: string | undefined])[] = [
    [t('from'), [applicant?.name, applicant?.idNumber].filter(Boolean).join(' · ')],
    [t('contact'), [applicant?.phone, applicant?.email, applicant?.address].filter(Boolean).join(' · ')],
    [t('authorised'), authorised && [authorised.name, authorised.idNumber, authorised.phone].filter(Boolean).join(' · ')],
    [t('procedure'), procedureName],
  ];
  const components = desk?.components ?? [];
  return (
    <dl className="slip-lines">
      {lines.map(([label, text]) =>
        text === undefined || text === '' ? null : (
          <div key={label} className="slip-line">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
      <div className="slip-line">
        <dt>{t('components')}</dt>
        <dd>
          {components.length === 0 ? (
            t('noComponents')
          ) : (
            <ol className="slip-components">
              {components.map((component) => (
                <li key={component.code ?? component.name}>
                  {nameOf(component)} ({t('copies', { count: component.copies })})
                </li>
              ))}
            </ol>
          )}
        </dd>
      </div>
      {desk?.fee !== undefined && (
        <div className="slip-line">
          <dt>{t('fee')}</dt>
          <dd>
            {t('amount', { amount: format.count(desk.fee.amount) })}
            {desk.fee.receiptNumber !== undefined && ` · ${t('receiptNumber', { number: desk.fee.receiptNumber })}`}
          </dd>
        </div>
      )}
    </dl>
  );
}
