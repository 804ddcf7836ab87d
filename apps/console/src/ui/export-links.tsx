import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toQuery, type QueryValues } from '../api/to-query.ts';
import './export-links.css';

export interface ExportLinksProps {
  /** The path that answers with a file, by `format`. */
  readonly path: string;
  readonly query: QueryValues;
}

/** The whole of what is shown, as a file that the service writes: a workbook, or CSV for other programs. */
export function ExportLinks({ path, query }: ExportLinksProps) {
  const { t, i18n } = useTranslation('states');
  const toHref = (format: 'xlsx' | 'csv'): string => `${path}${toQuery({ ...query, lang: i18n.language, format })}`;
  return (
    <span className="export-links">
      <Download size={15} aria-hidden /> <span className="quiet">{t('export')}</span>
      <a href={toHref('xlsx')} download aria-label={t('exportAs', { format: 'Excel' })}>
        Excel
      </a>
      <a href={toHref('csv')} download aria-label={t('exportAs', { format: 'CSV' })}>
        CSV
      </a>
    </span>
  );
}
