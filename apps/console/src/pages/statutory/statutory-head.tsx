import type { Ii06Report } from '@motcua/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/choice.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { forms } from './statutory-search.ts';

const route = getRouteApi('/statutory');

/** Which form, of whom, of which days and moment; and the way to the file that is handed in. */
export function StatutoryHead({ report }: { readonly report: Ii06Report }) {
  const { t } = useTranslation('statutory');
  const format = useFormat();
  const navigate = route.useNavigate();
  const { unit, period, asOf, form } = report;
  const behind = report.freshness.lag + report.parked;
  return (
    <header className="statutory-head">
      <div>
        <p className="statutory-number">{t('number', { number: report.number })}</p>
        <h1>{format.name(report.title)}</h1>
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
        <ExportLinks path={`/v1/reports/ii06/${form}/export`} query={{ unit, ...period, asOf }} />
      </div>
    </header>
  );
}
