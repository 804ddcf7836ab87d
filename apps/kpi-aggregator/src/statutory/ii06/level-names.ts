import type { LocalizedName } from '@motcua/contracts';

/** What the levels of agencies are called in a report. */
export const levelNames: Readonly<Record<string, LocalizedName>> = {
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  'district-office': { vi: 'Cấp huyện', en: 'District' },
  department: { vi: 'Phòng chuyên môn', en: 'Departments' },
  commune: { vi: 'Cấp xã', en: 'Communes' },
};
