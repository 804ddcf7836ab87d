import type { Report, ReportFigure } from '../to-report.ts';
import { showCount, showDate } from '../text/words.ts';
import type { FigureList, Language } from '../vocabulary.ts';

/** What surrounds the text, in both languages. */
export const headings = {
  vi: {
    title: 'Báo cáo phục vụ giám sát cải cách hành chính',
    figures: 'Số liệu',
    further: 'Số liệu khác',
    remarks: 'Nhận xét',
    noRemarks: 'Không có nhận xét.',
    columns: ['Chỉ tiêu', 'Giá trị', 'Tử số / mẫu số', 'Định nghĩa', 'Nguồn kiểm chứng'],
    list: 'danh sách',
    asOf: 'Tính đến',
    online: 'Bản điện tử (đăng nhập để xem danh sách phía sau từng số liệu)',
  },
  en: {
    title: 'Report for the supervision of administrative reform',
    figures: 'Figures',
    further: 'Further figures',
    remarks: 'Remarks',
    noRemarks: 'No remarks.',
    columns: ['Figure', 'Value', 'Parts', 'Definition', 'Behind it'],
    list: 'list',
    asOf: 'As of',
    online: 'Online (sign in to open the list behind each figure)',
  },
} as const;

export const showParts = ({ numerator, denominator }: ReportFigure, language: Language): string =>
  numerator === null || denominator === null ? '–' : `${showCount(numerator, language)} / ${showCount(denominator, language)}`;

export const showDefinition = ({ definition, indicator, version }: ReportFigure, language: Language): string =>
  `${definition[language]} (${indicator}, v${version})`;

export const showPeriod = ({ period, language }: Report): string =>
  `${showDate(period.from, language)} – ${showDate(period.to, language)}`;

export interface Link {
  readonly text: string;
  /** Absent where there is none that can be followed safely. */
  readonly href?: string;
}

/** What is behind a figure: its list, or each of its documents once. */
export function linksOf({ id, list, evidence = [] }: ReportFigure, { language, link }: Report): Link[] {
  if (list !== undefined) return [toListLink(list, language, link === undefined ? undefined : `${link}?figure=${id}`)];
  const documents = new Map(
    evidence.flatMap(({ documents: behind }) =>
      behind.map((document) => [`${document.documentNumber} ${document.date}`, document] as const),
    ),
  );
  return [...documents.values()].map(({ documentNumber, date, file }) =>
    toLink(`${documentNumber} (${showDate(date, language)})`, file?.href),
  );
}

/** @param address of the figure in the console: a path of the API opens only for who brings a token, and no reader of a page does */
export const toListLink = ({ href }: FigureList, language: Language, address?: string): Link =>
  toLink(headings[language].list, address ?? href);

/** Only what leads to a page: evidence is entered by people, and a report is opened by others. */
const toLink = (text: string, href: string | undefined): Link =>
  href !== undefined && /^(?:https?:\/\/|\/(?!\/))[^\s<>"'`\\]*$/i.test(href) ? { text, href } : { text };
