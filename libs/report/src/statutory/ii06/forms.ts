import type { Wording } from '../../vocabulary.ts';

/** Forms of report II.06: the same columns over fields, over the agencies below, and over the levels of agencies. */
export const ii06Forms = ['ii06a', 'ii06b', 'ii06c'] as const;
export type Ii06FormId = (typeof ii06Forms)[number];

export interface Ii06Form {
  readonly id: Ii06FormId;
  /** As it stands on the form. */
  readonly number: string;
  readonly title: Wording;
  /** What a row is, and what boards are grouped by to get it. */
  readonly rows: { readonly by: 'field' | 'unit' | 'level'; readonly title: Wording };
}

/**
 * II.06a is read in the circular. That II.06b and II.06c lay the same columns over agencies is believed and not read, so that which rows they have
 * stands here and nowhere else.
 */
export const ii06FormsById: Readonly<Record<Ii06FormId, Ii06Form>> = {
  ii06a: {
    id: 'ii06a',
    number: 'II.06a/VPCP/KSTT',
    title: {
      vi: 'Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết thủ tục hành chính',
      en: 'Handling of administrative procedures at the agency that handles them',
    },
    rows: { by: 'field', title: { vi: 'Lĩnh vực giải quyết', en: 'Field' } },
  },
  ii06b: {
    id: 'ii06b',
    number: 'II.06b/VPCP/KSTT',
    title: {
      vi: 'Tình hình, kết quả giải quyết thủ tục hành chính theo cơ quan, đơn vị',
      en: 'Handling of administrative procedures by agency',
    },
    rows: { by: 'unit', title: { vi: 'Cơ quan, đơn vị', en: 'Agency' } },
  },
  ii06c: {
    id: 'ii06c',
    number: 'II.06c/VPCP/KSTT',
    title: {
      vi: 'Tình hình, kết quả giải quyết thủ tục hành chính theo cấp hành chính',
      en: 'Handling of administrative procedures by level of agency',
    },
    rows: { by: 'level', title: { vi: 'Cấp', en: 'Level' } },
  },
};
