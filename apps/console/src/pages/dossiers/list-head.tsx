import type { DossierLinePage, FigurePart, IndicatorView } from '@motcua/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findHandover } from '../../api/dossier-line-queries.ts';
import { formatPeriod } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DisputeButton } from '../../dispute/dispute-button.tsx';
import type { Period } from '../../scope/periods.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Choice } from '../../ui/choice.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import type { ListSearch } from './list-search.ts';

const route = getRouteApi('/figures/$indicator');
const partsOfRate: readonly FigurePart[] = ['rest', 'numerator', 'denominator'];

export interface ListHeadProps {
  readonly indicator: string;
  readonly definition: IndicatorView | undefined;
  readonly search: ListSearch;
  readonly page: DossierLinePage | undefined;
  readonly period: Period;
}

/** Which figure this is, by which rule, of when; and which part of it is listed. */
export function ListHead({ indicator, definition, search, page, period }: ListHeadProps) {
  const { t } = useTranslation('list');
  const { t: ofBoard } = useTranslation('board');
  const format = useFormat();
  const { units } = useScope();
  const navigate = route.useNavigate();
  const row = units.find(({ code }) => code === search.key);
  const handover = findHandover(indicator);
  const toTitle = (): string => {
    if (handover !== undefined) return t(`handedOver.${handover}`);
    return definition === undefined ? indicator : format.name(definition.name);
  };
  return (
    <header className="list-head">
      <Link to="/board" className="list-back">
        <ArrowLeft size={15} aria-hidden /> {t('back')}
      </Link>
      <h1>{toTitle()}</h1>
      <p className="about">
        {page !== undefined && <strong className="list-total">{t('total', { number: format.count(page.total) })}</strong>}
        <span>{formatPeriod(period.from, period.to)}</span>
        {page !== undefined && <span>{ofBoard('asOf', { at: format.moment(page.asOf) })}</span>}
        {search.organisation !== undefined && <span>{t('asIs')}</span>}
      </p>
      {definition !== undefined && (
        <p className="list-formula">
          {format.name(definition.formula)} · {definition.source}
        </p>
      )}
      <div className="list-filters">
        {definition?.kind === 'rate' && (
          <Choice
            label={t('part')}
            options={partsOfRate.map((value) => ({ value, label: t(`parts.${value}`) }))}
            value={search.part}
            onChange={(part) => void navigate({ search: (before) => ({ ...before, part }) })}
          />
        )}
        {search.key !== undefined && (
          <span className="list-chip">
            {t('row', { name: row === undefined ? search.key : format.name(row.name) })}{' '}
            <Link
              to="/figures/$indicator"
              params={{ indicator }}
              search={({ by: _by, key: _key, ...rest }) => ({ ...rest, part: search.part })}
            >
              {t('allRows')}
            </Link>
          </span>
        )}
        {/* The address that is kept names no organisation: under the units of today it would lead to another figure. */}
        {page !== undefined && handover === undefined && search.organisation === undefined && (
          <DisputeButton
            about={{
              page: 'list',
              ...{ indicator, part: page.part, asOf: page.asOf, value: page.total },
              ...(search.by === undefined || search.key === undefined ? {} : { by: search.by, key: search.key }),
            }}
          />
        )}
        {page !== undefined && page.total > 0 && handover === undefined && (
          <ExportLinks
            path={`/v1/indicators/${indicator}/dossiers/export`}
            query={{ unit: page.unit, ...period, ...search, asOf: page.asOf }}
          />
        )}
      </div>
    </header>
  );
}
