import type { ApplicantErasure, ApplicantErasureList } from '@motcua/contracts';
import { formatCount, toTable } from '@motcua/terminal';
import pc from 'picocolors';

const states: Readonly<Record<ApplicantErasure['state'], string>> = {
  waiting: 'chờ người khác duyệt / waits for somebody else to approve',
  erased: 'đã xóa dữ liệu cá nhân của người nộp / the personal data of the applicant are erased',
  rejected: 'không duyệt xóa / rejected',
};

/** What became of a request, and what comes next. */
export const toErasureLines = ({ dossierId, state, ground }: ApplicantErasure): string[] => [
  `${state === 'erased' ? pc.green('✓') : pc.yellow('○')} ${dossierId} · ${ground} · ${states[state]}`,
  ...(state === 'waiting' ? [pc.dim(`  → motcua applicant approve ${dossierId}`)] : []),
];

/** Those that wait. */
export const toListLines = ({ erasures }: ApplicantErasureList): string[] => [
  `${formatCount(erasures.length)} đề nghị xóa đang chờ duyệt / erasures wait for a decision`,
  ...(erasures.length === 0
    ? []
    : toTable(
        ['HỒ SƠ / DOSSIER', 'LÝ DO / GROUND', 'NGƯỜI ĐỀ NGHỊ / ASKED BY', 'LÚC / AT'].map((title) => ({ title })),
        erasures.map(({ dossierId, ground, askedBy, askedAt }) => [dossierId, ground, askedBy ?? '–', askedAt]),
      ).split('\n')),
];
