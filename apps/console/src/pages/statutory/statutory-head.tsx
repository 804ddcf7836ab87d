import type { Ii06Report, LocalizedName } from '@motcua/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/choice.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { forms, type StatutoryForm } from './statutory-search.ts';

const route = getRouteApi('/statutory');

export interface StatutoryHeadProps {
  readonly report: Pick<Ii06Report, 'unit' | 'unitName' | 'period' | 'asOf' | 'freshness' | 'parked'>;
  readonly form: StatutoryForm;
  /** As the form is numbered, or where it comes from. */
  readonly number: string;
  readonly title: LocalizedName;
  /** The path that answers with the file. */
  readonly path: string;
}

/** Which form, of whom, of which days and moment; and the way to the file that is handed in. */
export function StatutoryHead({ report, form, number, title, path }: StatutoryHeadProps) {
  const { t } = useTranslation('statutory');
  const format = useFormat();
  const navigate = route.useNavigate();
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
        <Choice
          label={t('form')}
          options={forms.map((value) => ({ value, label: t(`forms.${value}`) }))}
          value={form}
          onChange={(value) => void navigate({ search: (before) => ({ ...before, form: value }) })}
        />
        <ExportLinks path={path} query={{ unit, ...period, asOf }} />
      </div>
    </header>
  );
}
