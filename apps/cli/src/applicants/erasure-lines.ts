import type { ApplicantErasure } from '@motcua/contracts';
import { formatCount, toTable } from '@motcua/terminal';
import pc from 'picocolors';

const states: Readonly<Record<ApplicantErasure['state'], string>> = {
  waiting: 'chờ người khác duyệt / waits for somebody else to approve',
  erased: 'đã xóa dữ liệu cá nhân của người nộp / the personal data of the applicant are erased',
  rejected: 'không duyệt xóa / rejected',
  'taken-back': 'người đề nghị đã rút lại / taken back by whoever asked',
};

const reasons: Readonly<Record<NonNullable<ApplicantErasure['reason']>, string>> = {
  'still-needed': 'còn cần để giải quyết / still needed',
  'kept-by-law': 'pháp luật yêu cầu lưu giữ / the law wants them kept',
  'not-the-applicant': 'chưa xác định được là người nộp / not known to be the applicant',
};

/** What became of a request, and what comes next. */
export const toErasureLines = ({ dossierId, state, ground, reason = null }: ApplicantErasure): string[] => [
  `${state === 'erased' ? pc.green('✓') : pc.yellow('○')} ${dossierId} · ${ground} · ${states[state]}${reason === null ? '' : `: ${reasons[reason]}`}`,
  ...(state === 'waiting'
    ? [pc.dim(`  → motcua applicant approve ${dossierId}`), pc.dim(`  ⤺ motcua applicant take-back ${dossierId}`)]
    : []),
];

const counted = {
  waiting: 'đề nghị xóa đang chờ duyệt / erasures wait for a decision',
  erased: 'hồ sơ đã xóa dữ liệu cá nhân / dossiers whose personal data were erased',
} as const;

/** Those that wait, or those that were erased. */
export const toListLines = (erasures: readonly ApplicantErasure[], state: keyof typeof counted): string[] => [
  `${formatCount(erasures.length)} ${counted[state]}`,
  ...(erasures.length === 0
    ? []
    : toTable(
        ['HỒ SƠ / DOSSIER', 'LÝ DO / GROUND', 'NGƯỜI ĐỀ NGHỊ / ASKED BY', 'LÚC / AT'].map((title) => ({ title })),
        erasures.map(({ dossierId, ground, askedBy, askedAt, decidedAt }) => [
          dossierId,
          ground,
          askedBy ?? '–',
          decidedAt ?? askedAt,
        ]),
      ).split('\n')),
];
