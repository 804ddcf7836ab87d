import type { ReportPassage, SupervisionReport } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { OpenFigure } from './open-figure.tsx';

/** The paragraph as it is written, each figure underlined. */
export function ReportText({ report: { paragraphs, passages, figures } }: { readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const labels = new Map(figures.map(({ id, label }) => [id, label]));
  return (
    <Panel title={t('text')} className="report-text">
      {(passages ?? paragraphs.map((text): ReportPassage[] => [{ text, figure: null }])).map((pieces, paragraph) => (
        <p key={paragraph}>
          {pieces.map(({ text, figure }, index) =>
            figure === null ? (
              text
            ) : (
              <OpenFigure key={index} id={figure} label={t('open', { label: labels.get(figure) ?? figure, value: text })}>
                {text}
              </OpenFigure>
            ),
          )}
        </p>
      ))}
    </Panel>
  );
}
