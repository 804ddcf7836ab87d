import { ProblemError } from '@motcua/http';

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

export const authForbidden = (detail = 'Your role or your unit does not permit this.') =>
  new ProblemError({ status: 403, code: 'auth.forbidden', titles: { vi: 'Không có quyền', en: 'Not permitted' }, detail });
