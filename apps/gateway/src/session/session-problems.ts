import { ProblemError } from '@motcua/http';

export const crossSite = () =>
  new ProblemError({
    status: 403,
    code: 'auth.cross-site',
    titles: { vi: 'Yêu cầu không đến từ trang của hệ thống', en: 'The request did not come from a page of this system' },
    detail: {
      vi: 'Hãy tải lại trang; chương trình gọi API thì gửi mã truy cập, không gửi cookie.',
      en: 'Load the page again; a client of the API sends a bearer token, and no cookie.',
    },
  });

export const boardAlone = () =>
  new ProblemError({
    status: 403,
    code: 'auth.wall-session',
    titles: { vi: 'Màn hình treo chỉ xem bảng điều hành', en: 'A screen on a wall shows the board alone' },
    detail: {
      vi: 'Hãy đăng nhập lại để làm việc khác.',
      en: 'Sign in anew to do anything else.',
    },
  });

export const sessionEnded = () =>
  new ProblemError({
    status: 401,
    code: 'auth.session-ended',
    titles: { vi: 'Phiên làm việc đã kết thúc', en: 'The session has ended' },
    detail: {
      vi: 'Hãy đăng nhập lại.',
      en: 'Sign in again.',
    },
  });
