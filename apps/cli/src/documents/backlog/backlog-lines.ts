import type { BacklogLine } from '@motcua/contracts';
import pc from 'picocolors';
import { formatCount, toTable } from '@motcua/terminal';
import type { Backlog } from './list-backlog.ts';

const columns = ['HỒ SƠ / DOSSIER', 'ĐƠN VỊ / UNIT', 'THỦ TỤC / PROCEDURE', 'NGÀY / DAYS', 'CÒN THIẾU / MISSING'];

/** What is still to scan, one line a dossier, the oldest first. */
export function toBacklogLines({ unit, asOf, count, dossiers }: Backlog): string[] {
  return [
    `${pc.bold(unit)} · ${formatCount(count)} hồ sơ còn phải số hóa / dossiers still to scan`,
    pc.dim(`tính đến / as of ${asOf}`),
    ...(dossiers.length === 0 ? [] : ['', ...toRows(dossiers)]),
    ...(dossiers.length < count ? [pc.dim(`… ${formatCount(count - dossiers.length)} more: --limit`)] : []),
  ];
}

function toRows(dossiers: readonly BacklogLine[]): string[] {
  return toTable(
    columns.map((title) => ({ title })),
    dossiers.map(({ code, sourceCode, dossierId, unit, procedure, ageDays, missingComponents, missingResults }) => [
      code ?? sourceCode ?? dossierId,
      unit,
      procedure,
      formatCount(ageDays),
      [...missingComponents, ...missingResults.map((result) => `kết quả / result ${result}`)].join(', '),
    ]),
  ).split('\n');
}
