import type { Period, Wording } from '../vocabulary.ts';

/**
 * What the levels of a public service online are called: levels 3 and 4 (NĐ 61/2018, NĐ 45/2020), since NĐ 42/2022 partial and full. That
 * decree is in force from 15/8/2022; reports of a year are written in the words of its first day.
 */
const RENAMED = '2022-08-15';

interface ServiceLevels {
  readonly partial: Wording;
  readonly full: Wording;
}

const before: ServiceLevels = {
  partial: { vi: 'mức độ 3', en: 'level 3' },
  full: { vi: 'mức độ 4', en: 'level 4' },
};
const since: ServiceLevels = {
  partial: { vi: 'một phần', en: 'partial service' },
  full: { vi: 'toàn trình', en: 'full service' },
};

/** Of a period that had begun before the decree: its words of then. */
export const serviceLevelsOf = ({ from }: Period): ServiceLevels => (from < RENAMED ? before : since);
