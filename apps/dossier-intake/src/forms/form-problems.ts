import { ProblemError } from '@motcua/http';

/** The step was not done, was taken back, or the circular of the dossier has no such form. */
export const noForm = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'form.none',
    titles: { vi: 'Hồ sơ này không có biểu mẫu đó', en: 'There is no such form of this dossier' },
    detail: {
      vi: 'Biểu mẫu chỉ có sau khi việc tương ứng đã được ghi nhận và còn hiệu lực; xem danh sách biểu mẫu của hồ sơ.',
      en: 'A form is there once its step was recorded and stands: GET /v1/dossiers/{id}/forms lists them.',
    },
  });
