import { ProblemError, type Titles } from '@motcua/http';

export const authMissing = () =>
  new ProblemError({
    status: 401,
    code: 'auth.missing',
    titles: { vi: 'Cần đăng nhập', en: 'Sign-in is needed' },
    detail: 'Send an access token: "Authorization: Bearer <token>".',
    headers: { 'www-authenticate': 'Bearer' },
  });

export const authInvalid = (cause?: unknown) =>
  new ProblemError({
    status: 401,
    code: 'auth.invalid',
    titles: { vi: 'Mã truy cập không hợp lệ hoặc đã hết hạn', en: 'The access token is not valid or has expired' },
    detail: 'Get a new access token and repeat the request.',
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    cause,
  });

/**
 * @param detail who could do it; in one language where it is about a case that no rule tells
 * @param extensions further members of the answer
 */
export const authForbidden = (
  detail: string | Titles = 'Your role or your unit does not permit this.',
  extensions: Readonly<Record<string, unknown>> = {},
) =>
  new ProblemError({
    status: 403,
    code: 'auth.forbidden',
    titles: { vi: 'Không có quyền', en: 'Not permitted' },
    detail,
    extensions,
  });
