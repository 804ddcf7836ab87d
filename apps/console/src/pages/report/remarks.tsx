import type { FigureList, SupervisionReport } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Empty } from '../../ui/states.tsx';
import { FigureListLink } from './figure-list-link.tsx';
import { OpenFigure } from './open-figure.tsx';

/** What was found by rule, the heaviest first, each with its list. */
export function Remarks({ report }: { readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const { remarks } = report;
  return (
    <Panel title={t('remarks')}>
      {remarks.length === 0 && <Empty>{t('noRemarks')}</Empty>}
      <ol className="remarks">
        {remarks.map(({ rule, figure, unit, text, weight, list }) => (
          <li key={`${rule} ${figure} ${unit ?? ''}`} className="remark">
            <p>{text}</p>
            <p className="remark-ways">
              {list !== undefined && <RemarkList list={list} weight={weight} report={report} />}
              <OpenFigure id={figure}>{t('figure')}</OpenFigure>
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface RemarkListProps {
  readonly list: FigureList;
  readonly weight: number;
  readonly report: SupervisionReport;
}

function RemarkList({ list, weight, report }: RemarkListProps) {
  const { t } = useTranslation('report');
  const format = useFormat();
  return (
    <FigureListLink list={list} asOf={report.asOf} part={list.part}>
      {t('listOf', { number: format.count(weight) })}
    </FigureListLink>
  );
}
