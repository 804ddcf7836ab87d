import type { Recommendation, SupervisionReport } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recommendationsQuery } from '../../api/recommendation-queries.ts';
import { useUnitName } from '../../dossier/use-names.ts';
import { formatDate } from '../../format/dates.ts';
import { Answer } from '../../ui/answer.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Empty } from '../../ui/states.tsx';

/** What delegations recommended to the unit, followed up: who has to act, by when, what was said last, and what shows it. */
export function Recommendations({ report }: { readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const query = useQuery(recommendationsQuery(report));
  return (
    <Panel title={t('recommendations')}>
      <Answer query={query} height={80}>
        {(recommendations) =>
          recommendations.length === 0 ? (
            <Empty>{t('noRecommendations')}</Empty>
          ) : (
            <ol className="remarks">
              {recommendations.map((one) => (
                <RecommendationItem key={one.id} recommendation={one} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Panel>
  );
}

function RecommendationItem({ recommendation }: { readonly recommendation: Recommendation }) {
  const { t } = useTranslation('report');
  const unitName = useUnitName();
  const { words, source, owner, due, status, steps } = recommendation;
  const last = steps.at(-1);
  return (
    <li className="remark">
      <p>{words}</p>
      <p className="about">
        <span>{t('recommendedIn', { document: source.documentNumber, date: formatDate(source.date) })}</span>
        <span>{t('recommendedTo', { owner: unitName(owner), due: formatDate(due) })}</span>
        <strong>{t(`recommendationStatus.${status}`)}</strong>
      </p>
      {last !== undefined && (
        <p>
          {last.words}
          {last.evidence.map(({ documentNumber, date }) => (
            <span key={documentNumber}> · {t('shownBy', { document: documentNumber, date: formatDate(date) })}</span>
          ))}
        </p>
      )}
    </li>
  );
}
