import { ProblemError } from '@motcua/http';

export const notOver = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'erasure.dossier-open',
    titles: {
      vi: 'Hồ sơ chưa giải quyết xong: dữ liệu cá nhân còn cần cho việc giải quyết và trả kết quả',
      en: 'The dossier is not over: the personal data are needed to handle it and to hand over its result',
    },
    detail: 'Hand over the result, or record the withdrawal first; then ask again.',
  });

export const nothingToErase = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'erasure.nothing-kept',
    titles: {
      vi: 'Không lưu dữ liệu cá nhân nào của người nộp hồ sơ này',
      en: 'Nothing is kept of the applicant of this dossier',
    },
    detail: 'There is nothing to do: it was erased already, or nothing was ever recorded.',
  });

export const notAsked = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'erasure.not-asked',
    titles: {
      vi: 'Không có đề nghị xóa nào đang chờ duyệt cho hồ sơ này',
      en: 'No erasure waits for a decision on this dossier',
    },
    detail: 'GET /v1/applicant-erasures lists those that wait; POST …/applicant-erasure asks for one.',
  });

export const ownRequest = (): ProblemError =>
  new ProblemError({
    status: 403,
    code: 'erasure.own',
    titles: {
      vi: 'Người đề nghị xóa không được tự duyệt: xóa rồi thì không lấy lại được',
      en: 'Whoever asked for an erasure does not decide on it: nothing brings the data back',
    },
    detail: 'Another person of the unit or above decides.',
  });

export const erased = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'applicant.erased',
    titles: { vi: 'Dữ liệu cá nhân của người nộp đã được xóa', en: 'The personal data of the applicant were erased' },
    detail: 'What was erased is not corrected; a new request of the citizen is a new dossier.',
  });

export const noApplicant = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'applicant.none',
    titles: { vi: 'Hồ sơ này không ghi người nộp', en: 'The dossier names no applicant' },
    detail: 'What was never recorded is not corrected.',
  });
