import { ProblemError } from '@motcua/http';
import type { Weakness } from '../accounts/password-rule.ts';

export const accountUnknown = () =>
  new ProblemError({
    status: 404,
    code: 'account.unknown',
    titles: { vi: 'Không có tài khoản này', en: 'There is no such account' },
    detail: 'Look the name up with GET /v1/accounts?search=…',
  });

export const accountExists = () =>
  new ProblemError({
    status: 409,
    code: 'account.exists',
    titles: { vi: 'Tên đăng nhập đã có người dùng', en: 'Somebody has this name already' },
    detail: 'Choose another name; or change the posts of the account that has it.',
  });

export const accountChanged = (version: number) =>
  new ProblemError({
    status: 412,
    code: 'account.changed',
    titles: { vi: 'Tài khoản vừa được người khác thay đổi', en: 'The account was changed meanwhile' },
    detail: 'Read it again, and send the change with its new ETag.',
    extensions: { current: { version } },
  });

export const accountOwn = () =>
  new ProblemError({
    status: 409,
    code: 'account.own',
    titles: { vi: 'Không thể tự khóa hoặc tự bớt quyền của mình', en: 'Nobody shuts themselves out' },
    detail: 'Ask another administrator to do it.',
  });

export const passwordWrong = () =>
  new ProblemError({
    status: 403,
    code: 'password.wrong',
    titles: { vi: 'Mật khẩu đang dùng không đúng', en: 'The present password is not right' },
    detail: 'Enter the password that you sign in with now.',
  });

export const passwordLocked = (seconds: number) =>
  new ProblemError({
    status: 429,
    code: 'password.locked',
    titles: { vi: 'Tạm khóa do nhập sai nhiều lần', en: 'Locked for a while after several failures' },
    detail: `Wait ${seconds} seconds and try again; trying sooner has no effect.`,
    headers: { 'retry-after': String(seconds) },
  });

const weaknesses: Readonly<Record<Weakness, { readonly vi: string; readonly en: string; readonly detail: string }>> = {
  length: {
    vi: 'Mật khẩu phải có từ 12 đến 128 ký tự',
    en: 'A password has from 12 to 128 characters',
    detail: 'A short sentence that you remember is best.',
  },
  same: { vi: 'Mật khẩu mới phải khác mật khẩu cũ', en: 'The new password is the old one', detail: 'Choose another one.' },
  name: {
    vi: 'Mật khẩu không được chứa tên đăng nhập',
    en: 'The password contains the sign-in name',
    detail: 'Choose one without it.',
  },
};

export function passwordWeak(weakness: Weakness): ProblemError {
  const { detail, ...titles } = weaknesses[weakness];
  return new ProblemError({ status: 422, code: `password.${weakness}`, titles, detail });
}
