import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownFigureReportsQuery } from '../api/figure-report-queries.ts';
import { useFormat } from '../i18n/use-format.ts';
import { AboutFigure } from './about-figure.tsx';
import { DisputedWords } from './disputed-words.tsx';

/** What oneself has reported before, and what became of it. Nothing where there is none: nobody has to wait for it. */
export function OwnReports() {
  const { t } = useTranslation('dispute');
  const format = useFormat();
  const { data: reports = [] } = useQuery(ownFigureReportsQuery);
  if (reports.length === 0) return null;
  const answered = reports.filter(({ answer }) => answer !== null).length;
  return (
    <details className="dispute-own">
      <summary>{t('own', { number: format.count(reports.length), answered: format.count(answered) })}</summary>
      <ul>
        {reports.map(({ id, about, words, at, answer }) => (
          <li key={id}>
            <AboutFigure about={about} /> · <DisputedWords figure={about} />
            <p>
              {format.moment(at)}: {words}
            </p>
            <p className={answer === null ? 'quiet' : 'dispute-answer'}>
              {answer === null ? t('waits') : `${t(`outcomes.${answer.outcome}`)}: ${answer.words}`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
