import type { Board, BoardGrouping, FigurePart, LocalizedName, ReportLanguage } from '@motcua/contracts';

interface ExportWords {
  readonly unit: string;
  readonly period: string;
  readonly asOf: string;
  readonly rule: string;
  readonly source: string;
  readonly part: string;
  readonly parts: Readonly<Record<FigurePart, string>>;
  readonly row: string;
  readonly total: string;
  readonly written: string;
  /** Up to when what was recorded has been read. */
  readonly readUpTo: string;
  /** Up to when what is counted had been recorded, instead. */
  readonly bases: Readonly<Record<NonNullable<Board['basis']>['kind'], string>>;
  readonly notYet: string;
  readonly behind: (missing: number) => string;
  /** Under which units, where it is not those that owned the dossiers. */
  readonly organisation: string;
  readonly asIs: string;
  readonly unitsOf: (date: string) => string;
  readonly board: string;
  /** Of the list of dossiers. */
  readonly columns: readonly string[];
  readonly late: string;
  readonly onTime: string;
  readonly channels: Readonly<Record<string, string>>;
  /** What the rows of a board are. */
  readonly groupings: Readonly<Record<BoardGrouping, string>>;
  readonly code: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** What stands in an exported file beside the figures, as the console says it on screen. */
export const exportWords: Readonly<Record<ReportLanguage, ExportWords>> = {
  vi: {
    unit: 'Đơn vị',
    period: 'Kỳ',
    asOf: 'Số liệu tính đến',
    rule: 'Cách tính',
    source: 'Căn cứ',
    part: 'Phần',
    parts: { numerator: 'tử số', denominator: 'mẫu số', rest: 'phần chưa đạt', value: 'tất cả' },
    row: 'Chỉ',
    total: 'Số hồ sơ',
    written: 'Xuất lúc',
    readUpTo: 'Đã cập nhật đến',
    bases: { frozen: 'Như đã chốt, ghi nhận đến', recorded: 'Theo dữ liệu ghi nhận đến' },
    notYet: 'chưa cập nhật lần nào',
    behind: (missing) => `còn ${missing} sự việc chưa cập nhật`,
    organisation: 'Theo tổ chức',
    asIs: 'đơn vị hiện nay',
    unitsOf: (date) => `đơn vị tại ngày ${date}`,
    board: 'Số liệu',
    columns: ['Hồ sơ', 'Mã hệ thống nguồn', 'Theo hẹn trả', 'Đơn vị', 'Thủ tục', 'Kênh', 'Tiếp nhận', 'Hẹn trả', 'Kết thúc'],
    late: 'quá hạn',
    onTime: 'đúng hạn',
    channels: { 'in-person': 'trực tiếp', online: 'trực tuyến', postal: 'bưu chính' },
    groupings: {
      unit: 'Đơn vị',
      level: 'Cấp',
      procedure: 'Thủ tục',
      field: 'Lĩnh vực',
      channel: 'Kênh',
      month: 'Tháng',
      day: 'Ngày',
      officer: 'Cán bộ',
    },
    code: 'Mã',
    numerator: 'tử số',
    denominator: 'mẫu số',
  },
  en: {
    unit: 'Unit',
    period: 'Period',
    asOf: 'As of',
    rule: 'Rule',
    source: 'Source',
    part: 'Part',
    parts: { numerator: 'numerator', denominator: 'denominator', rest: 'what is wanting', value: 'all' },
    row: 'Only',
    total: 'Dossiers',
    written: 'Written',
    readUpTo: 'Read up to',
    bases: { frozen: 'As closed, recorded by', recorded: 'As recorded by' },
    notYet: 'nothing read yet',
    behind: (missing) => `${missing} changes not read yet`,
    organisation: 'Under',
    asIs: 'the units of today',
    unitsOf: (date) => `the units of ${date}`,
    board: 'Figures',
    columns: ['Dossier', 'Code of the source', 'By its due', 'Unit', 'Procedure', 'Channel', 'Received', 'Due', 'Ended'],
    late: 'late',
    onTime: 'on time',
    channels: { 'in-person': 'in person', online: 'online', postal: 'by post' },
    groupings: {
      unit: 'Unit',
      level: 'Level',
      procedure: 'Procedure',
      field: 'Field',
      channel: 'Channel',
      month: 'Month',
      day: 'Day',
      officer: 'Officer',
    },
    code: 'Code',
    numerator: 'numerator',
    denominator: 'denominator',
  },
};

/** A name in the language asked for, or in Vietnamese; of what has none, its code. */
export const toWord = (name: LocalizedName | undefined, code: string, language: ReportLanguage): string =>
  (language === 'en' ? name?.en : undefined) ?? name?.vi ?? code;
