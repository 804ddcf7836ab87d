import type { ReportFigure, SupervisionReport } from '@motcua/contracts';

export const paragraph =
  'Từ ngày 01/01/2022 đến ngày 31/10/2022, tại Huyện Thanh Ba, 15/19 xã, thị trấn có Bộ phận Một cửa hiện đại, đạt 79%. ' +
  'Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 97%; tỷ lệ số hóa hồ sơ đạt trên 52%.';
const figure = (id: string, label: string, shown: string): ReportFigure => ({
  id,
  label,
  shown,
  value: 0.5,
  numerator: 1,
  denominator: 2,
  indicator: id,
  version: 1,
  definition: { vi: label },
  missing: null,
});
/** A report of two figures. */
export const report: SupervisionReport = {
  unit: 'thanh-ba',
  unitName: 'Huyện Thanh Ba',
  period: { from: '2022-01-01', to: '2022-10-31' },
  comparedWith: null,
  asOf: '2026-11-25T03:00:00.000Z',
  language: 'vi',
  paragraphs: [paragraph],
  figures: [figure('on-time', 'Trước và đúng hạn', '97%'), figure('digitized', 'Số hóa hồ sơ', '52%')],
  further: [],
  remarks: [],
};
