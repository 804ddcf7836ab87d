import type { AttachedFile, ReuseProposal } from '@motcua/contracts';
import pc from 'picocolors';
import { formatCount } from '@motcua/terminal';

/** What was recorded of a file, how the dossier stands now, and which files of other dossiers hold the same. */
export function toAttachedLines({ file, already, counts, isDigitized, proposals }: AttachedFile): string[] {
  const { mediaType, pages, bytes, signature, sha256, fileId } = file;
  const what = [mediaType, `${formatCount(pages)} trang / pages`, `${formatCount(bytes)} bytes`];
  return [
    already ? pc.yellow('= đã có từ trước / was there before') : `${pc.green('✓')} đã ghi nhận / recorded`,
    `  ${[...what, ...signatureWords[signature]].join(' · ')}`,
    pc.dim(`  ${fileId} · sha256 ${sha256}`),
    `  giấy tờ / components: ${formatCount(counts.digitized)} đã số hóa / digitized, ${formatCount(counts.reused)} dùng lại / reused, ` +
      `${formatCount(counts.missing)} còn thiếu / missing, ${formatCount(counts.exempt)} không phải số hóa / exempt`,
    `  hồ sơ / dossier: ${isDigitized ? pc.green('đã số hóa / digitized') : 'chưa đủ / not digitized yet'}`,
    ...(proposals.length === 0 ? [] : ['', 'cùng nội dung của người nộp này / the same content of this applicant:']),
    ...proposals.map(toProposalLine),
  ];
}

const signatureWords = {
  none: [],
  broken: ['chữ ký số KHÔNG hợp lệ, tệp không được tính / signature BROKEN, the file does not count'],
  unverified: ['chữ ký số chưa xác minh được / signature not verified'],
  verified: ['chữ ký số đã xác minh / signature verified'],
} as const satisfies Record<AttachedFile['file']['signature'], readonly string[]>;

const toProposalLine = ({ fileId, part, partCode, unit, date, needs }: ReuseProposal): string =>
  `  ${unit} · ${part} ${partCode} · ${date} ${pc.dim(fileId)}` +
  (needs === 'consent' ? pc.dim(' · cần công dân đồng ý / takes the citizen’s consent') : '');
