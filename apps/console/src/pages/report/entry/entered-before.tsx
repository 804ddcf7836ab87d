import type { InstitutionalFigure, InstitutionalKind } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { institutionalHistoryQuery } from '../../../api/institutional-queries.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { formatDate } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Failed } from '../../../ui/states.tsx';
import { entryFields } from './figure-kinds.ts';

/** What the unit entered of the kind until now: a new figure of the same first day corrects it. */
export function EnteredBefore({ kind, unit }: { readonly kind: InstitutionalKind; readonly unit: string }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { data = [], error } = useQuery(institutionalHistoryQuery(kind, unit));
  const isNone = error instanceof ApiProblem && error.status === 404;
  if (error !== null && !isNone) return <Failed error={error} />;
  const counting = data.filter(({ supersededBy }) => supersededBy === null);
  if (counting.length === 0) return <p className="quiet">{t('enteredNone')}</p>;
  return (
    <div className="quiet">
      <p>{t('enteredBefore')}</p>
      <ul>
        {counting.slice(-6).map(({ version, document }) => (
          <li key={version}>
            {document.validTo === null
              ? t('since', { from: formatDate(document.validFrom) })
              : t('validity', { from: formatDate(document.validFrom), to: formatDate(document.validTo) })}
            : {say(document)}
          </li>
        ))}
      </ul>
    </div>
  );

  function say(document: InstitutionalFigure): string {
    if (document.kind === 'modern-one-stop') return document.modern ? t('yes') : t('no');
    if (document.kind === 'iso-9001') return `${document.standard}, ${document.scope}`;
    const counts: Partial<Record<string, unknown>> = document;
    return entryFields[document.kind].map((field) => `${t(`fields.${field}`)} ${format.count(Number(counts[field]))}`).join(', ');
  }
}
