import type { SupervisionReport } from '@motcua/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ReportFiles } from './file/report-files.tsx';
import { comparisons } from './report-search.ts';

const route = getRouteApi('/report');

/** Which unit, which days, what they are compared with; and the way onto paper. */
export function ReportHead({ report }: { readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { allowed, unit } = useScope();
  const { compare, with: other } = route.useSearch();
  const navigate = route.useNavigate();
  const others = allowed.filter((one) => one.unit.code !== unit);
  return (
    <header className="report-head">
      <div>
        <p className="report-kind">{t('title')}</p>
        <h1>{report.unitName}</h1>
        <p className="about">
          <span>{formatPeriod(report.period.from, report.period.to)}</span>
          <span>{t('asOf', { at: format.moment(report.asOf) })}</span>
          {report.comparedWith !== null && (
            <span>{t('comparedWith', { period: formatPeriod(report.comparedWith.from, report.comparedWith.to) })}</span>
          )}
        </p>
      </div>
      <div className="report-tools">
        <Choice
          label={t('compare')}
          options={[
            { value: 'none', label: t('compareNone') },
            ...comparisons.map((value) => ({ value, label: t(`comparisons.${value}`) })),
          ]}
          value={compare ?? 'none'}
          onChange={(value) =>
            void navigate({ search: ({ compare: _before, ...rest }) => (value === 'none' ? rest : { ...rest, compare: value }) })
          }
        />
        {others.length > 0 && (
          <Choice
            label={t('with')}
            options={[
              { value: '', label: t('withNone') },
              ...others.map((one) => ({ value: one.unit.code, label: format.name(one.unit.name), depth: one.depth })),
            ]}
            value={other ?? ''}
            onChange={(value) =>
              void navigate({ search: ({ with: _before, ...rest }) => (value === '' ? rest : { ...rest, with: value }) })
            }
          />
        )}
        <ReportFiles report={report} />
        <Button
          onPress={() => {
            window.print();
          }}
        >
          <Printer size={15} aria-hidden /> {t('print')}
        </Button>
      </div>
    </header>
  );
}
