import type { MeasureId } from '../measures/measure.ts';
import type { Rate, Wording } from './indicator.ts';

/**
 * A share of finished dossiers by their documents as they stand now, and not as they stood at the end: a missing scan that is brought
 * later, or rejected later, moves the period in which the dossier ended, also as of a past moment.
 */
const share = <const Id extends string>(
  id: Id,
  clause: string,
  [of, among]: readonly [numerator: MeasureId, denominator: MeasureId],
  name: Wording,
  { vi, en }: Wording,
): Rate<Id> => ({
  id,
  version: 1,
  validFrom: '2022-06-23',
  validTo: null,
  kind: 'rate',
  name,
  formula: {
    vi: `${vi}; theo tài liệu hiện có, bổ sung tệp sau khi kết thúc vẫn tính cho kỳ đã kết thúc hồ sơ`,
    en: `${en}; by the documents as they stand now: a file added after the end counts for the period in which the dossier ended`,
  },
  source: `QĐ 766/QĐ-TTg 23/6/2022, ${clause}`,
  numerator: [{ of }],
  denominator: [{ of: among }],
});

export const digitizedRates = [
  share(
    'digitized.dossiers',
    '4.2',
    ['finishedDigitized', 'finishedChecklist'],
    { vi: 'Tỷ lệ hồ sơ được số hóa', en: 'Digitized dossiers' },
    {
      vi: 'kết thúc trong kỳ có đủ tệp của thành phần hồ sơ phải số hóa và tệp kết quả / kết thúc trong kỳ đã có danh mục tài liệu',
      en: 'ended in the period with every component asked for and a result file / ended in the period with a known checklist',
    },
  ),
  share(
    'digitized.components',
    '4.2',
    ['finishedComplete', 'finishedAsked'],
    { vi: 'Tỷ lệ hồ sơ đủ thành phần số hóa', en: 'Dossiers with every component digitized' },
    {
      vi: 'kết thúc trong kỳ không thiếu thành phần nào phải số hóa / kết thúc trong kỳ có thành phần phải số hóa',
      en: 'ended in the period with nothing missing of the components asked for / ended in the period with a component asked for',
    },
  ),
  share(
    'digitized.results',
    '4.1',
    ['finishedWithResult', 'finishedResultPrescribed'],
    { vi: 'Tỷ lệ hồ sơ có kết quả điện tử', en: 'Dossiers with an electronic result' },
    {
      vi: 'kết thúc trong kỳ có tệp kết quả / kết thúc trong kỳ của thủ tục có quy định kết quả',
      en: 'ended in the period with a result file / ended in the period, procedure prescribes a result',
    },
  ),
  share(
    'digitized.signed',
    '4.1',
    ['finishedSignedResult', 'finishedResultPrescribed'],
    { vi: 'Tỷ lệ hồ sơ có kết quả ký số đã xác minh', en: 'Dossiers with a result whose signature was verified' },
    {
      vi: 'kết thúc trong kỳ có tệp kết quả mang chữ ký số đã xác minh / kết thúc trong kỳ của thủ tục có quy định kết quả',
      en: 'ended in the period with a result file whose signature was verified / ended in the period, procedure prescribes a result',
    },
  ),
  share(
    'digitized.reused',
    '4.3',
    ['finishedReusing', 'finishedAsked'],
    { vi: 'Tỷ lệ hồ sơ tái sử dụng dữ liệu số hóa', en: 'Dossiers reusing digitized documents' },
    {
      vi: 'kết thúc trong kỳ có ít nhất một thành phần được tái sử dụng / kết thúc trong kỳ có thành phần phải số hóa',
      en: 'ended in the period with at least one component reused / ended in the period with a component asked for',
    },
  ),
] as const;
