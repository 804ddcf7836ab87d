import type { ScoreReport } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';

/** What is known of the points, what would raise them most, and the grade where it is certain. */
export function ScoreSum({ report }: { readonly report: ScoreReport }) {
  const { t, i18n } = useTranslation('statutory');
  const format = useFormat();
  const points = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const next = report.groups.flatMap(({ criteria }) => criteria).find(({ id }) => id === report.next);
  return (
    <section className="score-sum">
      <p>
        <strong>{points.format(report.points)}</strong>{' '}
        {t('points', { known: points.format(report.knownMax), max: points.format(report.max) })}
      </p>
      {report.grade !== null && <p>{t('grade', { grade: format.name(report.grade) })}</p>}
      {next !== undefined && (
        <p>
          {t('next', {
            name: format.name(next.name),
            gain: points.format(next.gain ?? 0),
            more: format.count(next.moreToFull ?? 0),
          })}
        </p>
      )}
    </section>
  );
}
