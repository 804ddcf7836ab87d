import { ProblemError } from '@motcua/http';

export const fileUnknown = (hash: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'report-file.unknown',
    titles: { vi: 'Tệp này không do hệ thống lập', en: 'No file with this content was written here' },
    detail: {
      vi: `Không có tệp nào có mã kiểm tra ${hash}: tệp đã bị sửa hoặc được lập ở nơi khác. Hãy xuất lại tệp từ hệ thống.`,
      en: `There is no file with the hash ${hash}: it was changed, or written elsewhere. Take the file out again.`,
    },
  });
