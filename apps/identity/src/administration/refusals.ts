import { ProblemError, type Titles } from '@motcua/http';
import type { Weakness } from '../accounts/password-rule.ts';

export const accountUnknown = () =>
  new ProblemError({
    status: 404,
    code: 'account.unknown',
    titles: { vi: 'Không có tài khoản này', en: 'There is no such account' },
    detail: {
      vi: 'Hãy tìm lại tên đăng nhập trong danh sách tài khoản.',
      en: 'Look the name up with GET /v1/accounts?search=…',
    },
  });

export const accountExists = () =>
  new ProblemError({
    status: 409,
    code: 'account.exists',
    titles: { vi: 'Tên đăng nhập đã có người dùng', en: 'Somebody has this name already' },
    detail: {
      vi: 'Hãy chọn tên khác, hoặc sửa vị trí công tác của tài khoản đang có.',
      en: 'Choose another name; or change the posts of the account that has it.',
    },
  });

export const accountChanged = (version: number) =>
  new ProblemError({
    status: 412,
    code: 'account.changed',
    titles: { vi: 'Tài khoản vừa được người khác thay đổi', en: 'The account was changed meanwhile' },
    detail: {
      vi: 'Hãy tải lại tài khoản rồi sửa lại.',
      en: 'Read it again, and send the change with its new ETag.',
    },
    extensions: { current: { version } },
  });

export const accountOwn = () =>
  new ProblemError({
    status: 409,
    code: 'account.own',
    titles: { vi: 'Không thể tự khóa hoặc tự bớt quyền của mình', en: 'Nobody shuts themselves out' },
    detail: {
      vi: 'Hãy nhờ quản trị viên khác thực hiện.',
      en: 'Ask another administrator to do it.',
    },
  });

export const passwordWrong = () =>
  new ProblemError({
    status: 403,
    code: 'password.wrong',
    titles: { vi: 'Mật khẩu đang dùng không đúng', en: 'The present password is not right' },
    detail: {
      vi: 'Hãy nhập mật khẩu đang dùng để đăng nhập.',
      en: 'Enter the password that you sign in with now.',
    },
  });

export const passwordLocked = (seconds: number) =>
  new ProblemError({
    status: 429,
    code: 'password.locked',
    titles: { vi: 'Tạm khóa do nhập sai nhiều lần', en: 'Locked for a while after several failures' },
    detail: {
      vi: `Hãy chờ ${seconds} giây rồi thử lại; thử sớm hơn không có tác dụng.`,
      en: `Wait ${seconds} seconds and try again; trying sooner has no effect.`,
    },
    headers: { 'retry-after': String(seconds) },
  });

const weaknesses: Readonly<Record<Weakness, { readonly vi: string; readonly en: string; readonly detail: Titles }>> = {
  length: {
    vi: 'Mật khẩu phải có từ 12 đến 128 ký tự',
    en: 'A password has from 12 to 128 characters',
    detail: { vi: 'Tốt nhất là một câu ngắn dễ nhớ.', en: 'A short sentence that you remember is best.' },
  },
  same: {
    vi: 'Mật khẩu mới phải khác mật khẩu cũ',
    en: 'The new password is the old one',
    detail: { vi: 'Hãy chọn mật khẩu khác.', en: 'Choose another one.' },
  },
  name: {
    vi: 'Mật khẩu không được chứa tên đăng nhập',
    en: 'The password contains the sign-in name',
    detail: { vi: 'Hãy chọn mật khẩu không có tên đó.', en: 'Choose one without it.' },
  },
};

export function passwordWeak(weakness: Weakness): ProblemError {
  const { detail, ...titles } = weaknesses[weakness];
  return new ProblemError({ status: 422, code: `password.${weakness}`, titles, detail });
}
