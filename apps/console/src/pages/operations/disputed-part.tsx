import type { FigureReport } from '@motcua/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figureReportsQuery } from '../../api/figure-report-queries.ts';
import { AboutFigure } from '../../dispute/about-figure.tsx';
import { DisputedWords } from '../../dispute/disputed-words.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Empty } from '../../ui/states.tsx';

const AnswerDialog = lazy(() => import('./answer-dialog.tsx'));

/** Figures that somebody takes for wrong: those that wait for an answer, then the others. */
export const DisputedPart = () => (
  <div className="operations-list">
    <ReportsIn state="open" />
    <ReportsIn state="answered" />
  </div>
);

function ReportsIn({ state }: { readonly state: 'open' | 'answered' }) {
  const { t } = useTranslation('dispute');
  const format = useFormat();
  const query = useInfiniteQuery(figureReportsQuery(state));
  const [answered, setAnswered] = useState<FigureReport>();
  return (
    <Panel title={t(`states.${state}`)}>
      <Answer query={query} height={120}>
        {({ pages }) => {
          const reports = pages.flatMap((page) => page.reports);
          if (reports.length === 0) return <Empty>{t('none')}</Empty>;
          return (
            <DataTable
              label={t(`states.${state}`)}
              rows={reports}
              rowKey={({ id }) => id}
              columns={[
                { title: t('figure'), cell: ({ about }) => <AboutFigure about={about} /> },
                { title: t('shown'), cell: ({ about }) => <DisputedWords figure={about} /> },
                { title: t('said'), cell: ({ words }) => <span className="disputed-words">{words}</span> },
                { title: t('by'), cell: ({ by }) => by },
                { title: t('at'), cell: ({ at }) => format.moment(at) },
                {
                  title: t('answer'),
                  cell: (report) =>
                    report.answer === null ? (
                      <Button
                        onPress={() => {
                          setAnswered(report);
                        }}
                      >
                        {t('answer')}
                      </Button>
                    ) : (
                      <span className="disputed-words">
                        {t(`outcomes.${report.answer.outcome}`)}: {report.answer.words}
                      </span>
                    ),
                },
              ]}
            />
          );
        }}
      </Answer>
      {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t('more')}</Button>}
      {answered !== undefined && (
        <Suspense>
          <AnswerDialog
            report={answered}
            onClose={() => {
              setAnswered(undefined);
            }}
          />
        </Suspense>
      )}
    </Panel>
  );
}
