import type { ReportFigure, SupervisionReport } from '@motcua/contracts';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DisputeButton } from '../../../dispute/dispute-button.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { NoData } from '../../../ui/states.tsx';
import { EnterFigure } from '../entry/enter-figure.tsx';
import { DossiersBehind } from './dossiers-behind.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { RatingsBehind } from './ratings-behind.tsx';

export interface FigurePanelProps {
  readonly figure: ReportFigure;
  readonly report: SupervisionReport;
}

/** A figure by itself: its rule, its parts, and what is behind it. */
export function FigurePanel({ figure, report }: FigurePanelProps) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { label, numerator, denominator, definition, indicator, version, missing, list, evidence, without } = figure;
  return (
    <Panel
      title={label}
      className="figure-panel"
      aside={
        <Link
          to="/report"
          search={({ figure: _figure, edit: _edit, ...before }) => before}
          resetScroll={false}
          className="figure-close"
          aria-label={t('close')}
        >
          <X size={16} aria-hidden />
        </Link>
      }
    >
      <p className="figure-value">
        {numerator === null || denominator === null || denominator === 0 ? (
          <NoData />
        ) : (
          <>
            <strong>{format.share(numerator, denominator)}</strong>{' '}
            <span className="quiet">
              {format.count(numerator)} / {format.count(denominator)}
            </span>
          </>
        )}
      </p>
      {missing !== null && <p>{t(`missing.${missing}`)}</p>}
      <p className="quiet">
        {format.name(definition)} ·{' '}
        <Link to="/indicators" hash={indicator}>
          {indicator} v{version}
        </Link>
      </p>
      {list?.kind === 'dossiers' && <DossiersBehind list={list} report={report} />}
      {list?.kind === 'ratings' && <RatingsBehind report={report} />}
      {evidence !== undefined && <EvidenceList evidence={evidence} without={without ?? []} />}
      <p>
        <DisputeButton
          about={{
            page: 'report',
            ...{ figure: figure.id, indicator, asOf: report.asOf },
            ...{ numerator, denominator, value: figure.value },
          }}
        />
      </p>
      <EnterFigure figure={figure.id} report={report} />
    </Panel>
  );
}
