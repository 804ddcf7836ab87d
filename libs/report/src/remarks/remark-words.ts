import type { Language, Missing } from '../vocabulary.ts';

/** A figure below its target, each part as it is shown. */
interface Below {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  readonly source: string;
  readonly wanting: string;
  /** What the number counts. */
  readonly counted: string;
}

interface RemarkWords {
  readonly below: (below: Below) => string;
  readonly overdue: (total: string, list: string) => string;
  readonly notDigitized: (open: string, all: string, most: string) => string;
  readonly missing: Readonly<Record<Missing, string>>;
}

/** What remarks say. */
export const remarkWords: Readonly<Record<Language, RemarkWords>> = {
  vi: {
    below: ({ what, value, target, source, wanting, counted }) =>
      `${what} đạt ${value}, thấp hơn mục tiêu ${target} (${source}); còn thiếu ${wanting} ${counted}.`,
    overdue: (total, list) => `${total} hồ sơ quá hạn đã xác định nguyên nhân. ${list}.`,
    notDigitized: (open, all, most) =>
      `${open} trên ${all} hồ sơ đã giải quyết chưa số hóa đầy đủ${most === '' ? '' : `, nhiều nhất: ${most}`}.`,
    missing: {
      'nothing-to-count': 'chưa có gì để tính trong kỳ',
      'source-absent': 'chưa có nguồn thu thập',
      'as-was-only': 'chỉ có theo đơn vị lúc đó',
    },
  },
  en: {
    below: ({ what, value, target, source, wanting, counted }) =>
      `${what}: ${value}, below the target of ${target} (${source}); ${wanting} ${counted} short of it.`,
    overdue: (total, list) => `${total} overdue dossiers with a verdict on the cause. ${list}.`,
    notDigitized: (open, all, most) =>
      `${open} of ${all} finished dossiers are not fully digitized${most === '' ? '' : `, most of them: ${most}`}.`,
    missing: {
      'nothing-to-count': 'nothing to count in the period',
      'source-absent': 'nothing collects it here',
      'as-was-only': 'known under the units of then alone',
    },
  },
};
