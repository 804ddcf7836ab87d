import type { Ii06Report, LocalizedName } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ExportLinks } from '../../ui/export-links.tsx';

export interface StatutoryHeadProps {
  readonly report: Pick<Ii06Report, 'unit' | 'unitName' | 'period' | 'asOf' | 'freshness' | 'parked'>;
  /** As the form is numbered, or where it comes from. */
  readonly number: string;
  readonly title: LocalizedName;
  /** The path that answers with the file. */
  readonly path: string;
}

/** Which form, of whom, of which days and moment; and the way to the file that is handed in. */
export function StatutoryHead({ report, number, title, path }: StatutoryHeadProps) {
  const { t } = useTranslation('statutory');
  const format = useFormat();
  const { unit, period, asOf } = report;
  const behind = report.freshness.lag + report.parked;
  return (
    <header className="statutory-head">
      <div>
        <p className="statutory-number">{number}</p>
        <h1>{format.name(title)}</h1>
        <p className="about">
          <span>{format.name(report.unitName)}</span>
          <span>{formatPeriod(period.from, period.to)}</span>
          <span>{t('asOf', { at: format.moment(asOf) })}</span>
          {behind > 0 && <span>{t('behind', { number: format.count(behind) })}</span>}
        </p>
      </div>
      <div className="statutory-tools">
        <ExportLinks path={path} query={{ unit, ...period, asOf }} />
      </div>
    </header>
  );
}
