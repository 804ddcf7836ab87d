import type { EvidenceRow, ReportFigure } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Empty } from '../../../ui/states.tsx';

export interface EvidenceListProps {
  readonly evidence: readonly EvidenceRow[];
  readonly without: NonNullable<ReportFigure['without']>;
}

/** What units entered, with the documents that it was taken from; and which of them entered nothing. */
export function EvidenceList({ evidence, without }: EvidenceListProps) {
  const { t } = useTranslation('report');
  const format = useFormat();
  return (
    <>
      <h3 className="figure-part">{t('evidence', { number: format.count(evidence.length) })}</h3>
      {evidence.length === 0 && <Empty>{t('noEvidence')}</Empty>}
      <ul className="evidence">
        {evidence.map((row) => (
          <li key={`${row.unit} ${row.validFrom} ${row.version}`}>
            <p>
              <strong>{row.unitName}</strong> {format.count(row.numerator)} / {format.count(row.denominator)}
            </p>
            <p className="quiet">
              {row.validTo === null
                ? t('since', { from: formatDate(row.validFrom) })
                : t('validity', { from: formatDate(row.validFrom), to: formatDate(row.validTo) })}
            </p>
            {row.documents.map(({ documentNumber, date, file, note }) => (
              <p key={documentNumber} className="quiet">
                {file === undefined ? documentNumber : <a href={file.href}>{documentNumber}</a>} · {formatDate(date)}
                {note !== undefined && ` · ${note}`}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {without.length > 0 && (
        <>
          <h3 className="figure-part">{t('without', { number: format.count(without.length) })}</h3>
          <p>{without.map(({ unitName }) => unitName).join(', ')}</p>
        </>
      )}
    </>
  );
}
