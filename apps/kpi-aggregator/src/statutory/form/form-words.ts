import type { ReportLanguage } from '@motcua/contracts';

interface FormWords {
  readonly form: string;
  /** Instead, of a sheet that is no numbered form. */
  readonly source: string;
  readonly reporting: string;
  readonly receiving: string;
  readonly period: (from: string, to: string) => string;
  readonly dossiers: string;
  readonly no: string;
  readonly total: string;
  readonly inPeriod: string;
  readonly groups: Readonly<Record<'received' | 'finished' | 'open', string>>;
  readonly handedOver: string;
  readonly madeBy: string;
  readonly head: string;
  readonly sign: string;
  readonly signAndSeal: string;
  readonly placeAndDate: string;
}

/** What is printed on statutory forms beside their figures. */
export const formWords: Readonly<Record<ReportLanguage, FormWords>> = {
  vi: {
    form: 'Biểu số',
    source: 'Căn cứ',
    reporting: 'Đơn vị báo cáo',
    receiving: 'Đơn vị nhận báo cáo',
    period: (from, to) => `Kỳ báo cáo: từ ngày ${from} đến ngày ${to}`,
    dossiers: 'Đơn vị tính: Số hồ sơ TTHC',
    no: 'STT',
    total: 'Tổng số',
    inPeriod: 'Trong kỳ',
    groups: {
      received: 'Số lượng hồ sơ tiếp nhận',
      finished: 'Số lượng hồ sơ đã giải quyết',
      open: 'Số lượng hồ sơ đang giải quyết',
    },
    handedOver:
      'Cột (6a), (6b): hồ sơ được bàn giao trách nhiệm giải quyết trong kỳ do sắp xếp, chuyển giao cơ quan; (3) = (4) + (5) + (6) + (6a) − (6b) = (7) + (11).',
    madeBy: 'NGƯỜI LẬP BIỂU',
    head: 'THỦ TRƯỞNG ĐƠN VỊ',
    sign: '(Ký, ghi rõ họ tên)',
    signAndSeal: '(Ký tên, đóng dấu)',
    placeAndDate: '........, ngày ...... tháng ...... năm ......',
  },
  en: {
    form: 'Form',
    source: 'Source',
    reporting: 'Reporting agency',
    receiving: 'Receiving agency',
    period: (from, to) => `Period: ${from} to ${to}`,
    dossiers: 'Counted in dossiers',
    no: 'No.',
    total: 'Total',
    inPeriod: 'In the period',
    groups: { received: 'Received', finished: 'Handled', open: 'In process' },
    handedOver:
      'Columns (6a), (6b): dossiers for which responsibility came or went in the period; (3) = (4) + (5) + (6) + (6a) − (6b) = (7) + (11).',
    madeBy: 'MADE OUT BY',
    head: 'HEAD OF AGENCY',
    sign: '(signature, full name)',
    signAndSeal: '(signature, seal)',
    placeAndDate: '........, date ............',
  },
};
