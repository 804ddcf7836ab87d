import type { IndicatorView } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';
import { findIndicator } from '@motcua/indicators';
import { findReportIndicator } from '@motcua/report';
import { opensToDossiers } from './indicator-view.ts';
import { opensOf } from './report-indicator-view.ts';

type Opens = IndicatorView['opens'];

/** The problem of an indicator that is there and has no such list, naming the one it has; undefined where there is none of the id. */
export function findOpenedOtherwise(id: string, asked: Opens['as']): ProblemError | undefined {
  const opens = findOpens(id);
  return opens === undefined || opens.as === asked ? undefined : openedOtherwise(id, opens);
}

function findOpens(id: string): Opens | undefined {
  if (findIndicator(id) !== undefined) return opensToDossiers(id);
  const other = findReportIndicator(id);
  return other === undefined ? undefined : opensOf(other);
}

const openedOtherwise = (id: string, { as, href }: Opens): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'indicator.opened-otherwise',
    titles: { vi: 'Chỉ tiêu này có nguồn kiểm chứng khác', en: 'This indicator is opened another way' },
    detail: `Behind "${id}" are ${as}: GET ${href} lists them.`,
  });
