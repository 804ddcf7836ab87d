import { ProblemError } from '@motcua/http';

export const notOver = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'erasure.dossier-open',
    titles: {
      vi: 'Hồ sơ chưa giải quyết xong: dữ liệu cá nhân còn cần cho việc giải quyết và trả kết quả',
      en: 'The dossier is not over: the personal data are needed to handle it and to hand over its result',
    },
    detail: {
      vi: 'Hãy trả kết quả, hoặc dừng hay từ chối hồ sơ trước, rồi đề nghị lại.',
      en: 'Hand over the result, or stop or refuse the dossier first; then ask again.',
    },
  });

export const nothingToErase = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'erasure.nothing-kept',
    titles: {
      vi: 'Không lưu dữ liệu cá nhân nào của người nộp hồ sơ này',
      en: 'Nothing is kept of the applicant of this dossier',
    },
    detail: {
      vi: 'Không cần làm gì thêm: dữ liệu đã được xóa, hoặc chưa từng được ghi.',
      en: 'There is nothing to do: it was erased already, or nothing was ever recorded.',
    },
  });

export const notAsked = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'erasure.not-asked',
    titles: {
      vi: 'Không có đề nghị xóa nào đang chờ duyệt cho hồ sơ này',
      en: 'No erasure waits for a decision on this dossier',
    },
    detail: {
      vi: 'Có thể đề nghị đã được quyết định, hoặc người đề nghị đã rút lại. Hãy mở lại hồ sơ để xem; cần xóa thì gửi đề nghị mới.',
      en: 'It may have been decided on, or taken back by whoever asked. Open the dossier again to see; ask anew where the data are to go.',
    },
  });

export const ownRequest = (): ProblemError =>
  new ProblemError({
    status: 403,
    code: 'erasure.own',
    titles: {
      vi: 'Người đề nghị xóa không được tự duyệt: xóa rồi thì không lấy lại được',
      en: 'Whoever asked for an erasure does not decide on it: nothing brings the data back',
    },
    detail: {
      vi: 'Hãy nhờ một người có thẩm quyền khác của đơn vị hoặc của đơn vị cấp trên quyết định.',
      en: 'Another person of the unit or above decides.',
    },
  });

export const othersRequest = (): ProblemError =>
  new ProblemError({
    status: 403,
    code: 'erasure.not-own',
    titles: {
      vi: 'Chỉ người đã đề nghị xóa mới được rút lại đề nghị',
      en: 'Whoever asked for an erasure takes it back, and nobody else',
    },
    detail: {
      vi: 'Nếu dữ liệu còn cần, hãy nhờ người có thẩm quyền duyệt bác đề nghị và chọn lý do.',
      en: 'Where the data are still needed, whoever decides on it rejects it and says why.',
    },
  });

export const erased = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'applicant.erased',
    titles: { vi: 'Dữ liệu cá nhân của người nộp đã được xóa', en: 'The personal data of the applicant were erased' },
    detail: {
      vi: 'Dữ liệu đã xóa thì không sửa được nữa; yêu cầu mới của người dân là một hồ sơ mới.',
      en: 'What was erased is not corrected; a new request of the citizen is a new dossier.',
    },
  });

export const noApplicant = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'applicant.none',
    titles: { vi: 'Hồ sơ này không ghi người nộp', en: 'The dossier names no applicant' },
    detail: {
      vi: 'Chưa từng ghi thông tin người nộp nên không có gì để sửa.',
      en: 'What was never recorded is not corrected.',
    },
  });
