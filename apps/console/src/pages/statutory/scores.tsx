import type { ScoreSetId } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { scoreQuery } from '../../api/statutory-queries.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Answer } from '../../ui/answer.tsx';
import { ScoreSum } from './score-sum.tsx';
import { ScoreTable } from './score-table.tsx';
import { StatutoryHead } from './statutory-head.tsx';

/** Points of a unit by a set of criteria. */
export function Scores({ set, unit }: { readonly set: ScoreSetId; readonly unit: string }) {
  const { t } = useTranslation('statutory');
  const { period } = useScope();
  const query = useQuery(scoreQuery(set, { unit, ...period }));
  return (
    <Answer query={query} height={600} isPage>
      {(report) => (
        <>
          <StatutoryHead
            report={report}
            number={report.source}
            title={report.name}
            path={`/v1/reports/scores/${report.set}/export`}
          />
          <ScoreSum report={report} />
          <ScoreTable report={report} />
          <p className="page-help">{t('scoreHelp')}</p>
        </>
      )}
    </Answer>
  );
}
