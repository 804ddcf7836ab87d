import { ProblemError, type Titles } from '@motcua/http';

export const authMissing = () =>
  new ProblemError({
    status: 401,
    code: 'auth.missing',
    titles: { vi: 'Cần đăng nhập', en: 'Sign-in is needed' },
    detail: {
      vi: 'Hãy đăng nhập, hoặc gửi mã truy cập: "Authorization: Bearer <token>".',
      en: 'Send an access token: "Authorization: Bearer <token>".',
    },
    headers: { 'www-authenticate': 'Bearer' },
  });

export const authInvalid = (cause?: unknown) =>
  new ProblemError({
    status: 401,
    code: 'auth.invalid',
    titles: { vi: 'Mã truy cập không hợp lệ hoặc đã hết hạn', en: 'The access token is not valid or has expired' },
    detail: {
      vi: 'Hãy đăng nhập lại rồi thực hiện lại.',
      en: 'Get a new access token and repeat the request.',
    },
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    cause,
  });

/**
 * @param detail who could do it; in one language where it is about a case that no rule tells
 * @param extensions further members of the answer
 */
export const authForbidden = (
  detail: string | Titles = {
    vi: 'Vai trò hoặc đơn vị của tài khoản không được làm việc này.',
    en: 'Your role or your unit does not permit this.',
  },
  extensions: Readonly<Record<string, unknown>> = {},
) =>
  new ProblemError({
    status: 403,
    code: 'auth.forbidden',
    titles: { vi: 'Không có quyền', en: 'Not permitted' },
    detail,
    extensions,
  });
