import type { RetentionRun } from '@motcua/contracts';
import pc from 'picocolors';
import { formatCount, toTable } from '@motcua/terminal';

const columns = [
  'HỒ SƠ / DOSSIER',
  'GIẤY TỜ / DOCUMENT',
  'MỤC ĐÍCH / PURPOSE',
  'GIỮ ĐẾN / KEPT UNTIL',
  'BYTES',
  'NỘI DUNG / CONTENT',
];

/** What a run erased, or would erase, and whether there is more. */
export function toRetentionLines({ runId, dryRun, files, applicantRefs, more }: RetentionRun): string[] {
  const done = dryRun ? 'sẽ xóa / would be erased' : 'đã xóa / erased';
  const references = dryRun ? 'sẽ quên / would be forgotten' : 'đã quên / forgotten';
  return [
    `${dryRun ? pc.yellow('○') : pc.green('✓')} ${formatCount(files.length)} tệp / files ${done} · ` +
      `${formatCount(applicantRefs)} tham chiếu người nộp / references to applicants ${references}`,
    ...(runId === null ? [] : [pc.dim(`  lần chạy / run ${runId}`)]),
    ...(files.length === 0 ? [] : ['', ...toFileTable(files, dryRun)]),
    ...(more ? [pc.dim('… còn nữa: chạy lại / there is more: run again')] : []),
  ];
}

function toFileTable(files: RetentionRun['files'], dryRun: boolean): string[] {
  return toTable(
    columns.map((title) => ({ title })),
    files.map((file) => [
      file.dossierId,
      `${file.part} ${file.partCode}`,
      file.purpose,
      file.keptUntil.slice(0, 10),
      file.bytes === null ? '–' : formatCount(file.bytes),
      toContentWords(file, dryRun),
    ]),
  ).split('\n');
}

/** What becomes of the content. */
function toContentWords({ heldBy, contentErased }: RetentionRun['files'][number], dryRun: boolean): string {
  if (heldBy !== null) return `${heldBy} còn giữ / keeps it`;
  if (!contentErased) return 'hồ sơ khác còn giữ / another file still needs it';
  return dryRun ? 'sẽ xóa / to be erased' : 'đã xóa / erased';
}
