import type { FigureList, FigurePart, SupervisionReport } from '@motcua/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dossierLinesQuery } from '../../../api/dossier-line-queries.ts';
import { DossierLink } from '../../../dossier/dossier-link.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Empty, Failed, Loading } from '../../../ui/states.tsx';
import { FigureListLink } from '../figure-list-link.tsx';

const SHOWN = 12;
const parts = ['rest', 'numerator', 'denominator'] as const satisfies readonly FigurePart[];

export interface DossiersBehindProps {
  readonly list: FigureList;
  readonly report: SupervisionReport;
}

/** The first dossiers of a part of the figure, and the way to all of them: what is wanting first. */
export function DossiersBehind({ list, report }: DossiersBehindProps) {
  const { t } = useTranslation('report');
  const { t: ofList } = useTranslation('list');
  const format = useFormat();
  const { units } = useScope();
  const [part, setPart] = useState<(typeof parts)[number]>('rest');
  const { unit, period, asOf } = report;
  const { indicator, by, key } = list;
  const row = by === null || key === null ? {} : { by, key };
  const query = useInfiniteQuery(dossierLinesQuery({ indicator, unit, ...period, asOf, part, ...row }));
  const [page] = query.data?.pages ?? [];
  const names = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  return (
    <>
      <div className="tools figure-part">
        <Choice
          label={ofList('part')}
          options={parts.map((value) => ({ value, label: ofList(`parts.${value}`) }))}
          value={part}
          onChange={setPart}
        />
        {page !== undefined && page.total > 0 && (
          <FigureListLink list={list} part={part} asOf={asOf}>
            {t('listOf', { number: format.count(page.total) })}
          </FigureListLink>
        )}
      </div>
      {query.error !== null && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {page === undefined && query.error === null && <Loading height={200} />}
      {page?.total === 0 && <Empty>{ofList('empty')}</Empty>}
      <ul className="behind">
        {(page?.dossiers ?? []).slice(0, SHOWN).map((line) => (
          <li key={line.dossierId}>
            <DossierLink {...line} />
            <span className="quiet">{names.get(line.unit) ?? line.unit}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
