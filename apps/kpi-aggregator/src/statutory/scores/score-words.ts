import type { ReportLanguage, ScoreReport } from '@motcua/contracts';

type Missing = NonNullable<ScoreReport['groups'][number]['criteria'][number]['missing']>;

interface ScoreWords {
  readonly columns: readonly string[];
  readonly missing: Readonly<Record<Missing, string>>;
  readonly versionOf: (version: number, since: string) => string;
  readonly total: (knownMax: number, max: number) => string;
  readonly grade: string;
  readonly next: (name: string, gain: number, more: number) => string;
  readonly believed: string;
}

const vietnamese = (value: number): string => String(value).replace('.', ',');

/** What stands on a sheet of points beside its figures. */
export const scoreWords: Readonly<Record<ReportLanguage, ScoreWords>> = {
  vi: {
    columns: ['Mã', 'Tiêu chí', 'Cách tính điểm', 'Tử số', 'Mẫu số', 'Điểm tối đa', 'Điểm đạt', 'Còn thiếu'],
    missing: {
      'nothing-to-count': 'chưa phát sinh',
      'source-absent': 'chưa có số liệu',
      'as-was-only': 'chỉ có theo tổ chức cũ',
    },
    versionOf: (version, since) => `Phiên bản ${version}, áp dụng từ ${since}`,
    total: (knownMax, max) => `Tổng điểm của các tiêu chí đã có số liệu (${vietnamese(knownMax)}/${vietnamese(max)} điểm)`,
    grade: 'Xếp loại',
    next: (name, gain, more) =>
      `Tiêu chí có thể tăng điểm nhiều nhất: ${name}, thêm ${vietnamese(gain)} điểm nếu có thêm ${more} trường hợp đạt.`,
    believed: '(*) Điểm hoặc ngưỡng chưa đối chiếu được với văn bản gốc; là cấu hình của hệ thống.',
  },
  en: {
    columns: ['No.', 'Criterion', 'Rule', 'Numerator', 'Denominator', 'Maximum', 'Points', 'Wanting'],
    missing: { 'nothing-to-count': 'nothing to count', 'source-absent': 'no data', 'as-was-only': 'as it was only' },
    versionOf: (version, since) => `Version ${version}, valid from ${since}`,
    total: (knownMax, max) => `Points of what is known (${knownMax} of ${max})`,
    grade: 'Grade',
    next: (name, gain, more) => `Most to be gained: ${name}, ${gain} points with ${more} more that count.`,
    believed: '(*) Points or thresholds not compared with the source; configuration.',
  },
};
