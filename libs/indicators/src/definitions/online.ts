import type { MeasureId } from '../measures/measure.ts';
import type { Rate, Wording } from './indicator.ts';

const share = <const Id extends string>(id: Id, of: MeasureId, name: Wording, formula: Wording): Rate<Id> => ({
  id,
  version: 1,
  validFrom: '2018-06-23',
  validTo: null,
  kind: 'rate',
  name,
  formula,
  source: 'QĐ 766/QĐ-TTg 23/6/2022; NĐ 42/2022/NĐ-CP',
  numerator: [{ of }],
  denominator: [{ of: 'received' }],
});

export const onlineRates = [
  share(
    'online.filed',
    'receivedOnline',
    { vi: 'Tỷ lệ hồ sơ trực tuyến', en: 'Filed online' },
    { vi: 'tiếp nhận trực tuyến trong kỳ / tiếp nhận trong kỳ', en: 'received online in the period / received in the period' },
  ),
  share(
    'online.full',
    'receivedOnlineFull',
    { vi: 'Tỷ lệ hồ sơ trực tuyến toàn trình', en: 'Filed online, full service' },
    {
      vi: 'tiếp nhận trực tuyến trong kỳ của thủ tục toàn trình / tiếp nhận trong kỳ',
      en: 'received online in the period, procedure fully online / received in the period',
    },
  ),
  share(
    'online.partial',
    'receivedOnlinePartial',
    { vi: 'Tỷ lệ hồ sơ trực tuyến một phần', en: 'Filed online, partial service' },
    {
      vi: 'tiếp nhận trực tuyến trong kỳ của thủ tục một phần / tiếp nhận trong kỳ',
      en: 'received online in the period, procedure partly online / received in the period',
    },
  ),
] as const;
