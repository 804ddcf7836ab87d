import type { Ii06FormId } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ii06Query } from '../../api/statutory-queries.ts';
import { EmptyPeriod } from '../../scope/empty-period.tsx';
import { useScope } from '../../scope/use-scope.ts';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/states.tsx';
import { Ii06Table } from './ii06-table.tsx';
import { StatutoryHead } from './statutory-head.tsx';

/** Report II.06 of a unit. */
export function Ii06({ form, unit }: { readonly form: Ii06FormId; readonly unit: string }) {
  const { t } = useTranslation('statutory');
  const { period } = useScope();
  const query = useQuery(ii06Query(form, { unit, ...period }));
  return (
    <Answer query={query} height={600} isPage>
      {(report) => (
        <>
          <StatutoryHead
            report={report}
            number={t('number', { number: report.number })}
            title={report.title}
            path={`/v1/reports/ii06/${report.form}/export`}
          />
          <EmptyPeriod unit={unit} period={period} asOf={undefined} />
          {report.lines.length === 0 ? <Empty>{t('none')}</Empty> : <Ii06Table report={report} />}
          <p className="page-help">{t('help')}</p>
        </>
      )}
    </Answer>
  );
}
