import { ProblemError } from '@motcua/http';
import type { BrokenIdentity } from '@motcua/report';

/** A report that contradicts itself is never written: who asks for it is told where. */
export function identitiesBroken(broken: readonly BrokenIdentity[]): ProblemError {
  const of = (total: string, row: string): string =>
    broken
      .map((one) => `${one.row === null ? total : `${row} "${one.row}"`}: ${one.rule}, ${one.left} ≠ ${one.right}`)
      .join('; ');
  return new ProblemError({
    status: 409,
    code: 'report.identities-broken',
    titles: { vi: 'Số liệu của biểu không khớp', en: 'The figures of the report contradict each other' },
    detail: {
      vi: `Biểu chưa được lập vì số liệu không khớp (${of('dòng tổng số', 'dòng')}). Hãy báo bộ phận quản trị hệ thống kiểm tra số liệu.`,
      en: `The report was not written: ${of('total', 'line')}. Run motcua verify, and motcua rebuild kpi where it finds a difference.`,
    },
  });
}
