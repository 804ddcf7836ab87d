import type { PasswordChanged } from '@motcua/contracts';

/** @param endedElsewhere browsers and terminals that were signed out */
export const toPasswordChanged = (endedElsewhere: number): PasswordChanged => ({
  endedElsewhere,
  message: {
    vi: `Đã đổi mật khẩu. ${toEndedInVietnamese(endedElsewhere)} Phiên làm việc này vẫn tiếp tục.`,
    en: `The password is changed. ${toEndedInEnglish(endedElsewhere)} This session goes on.`,
  },
});

const toEndedInVietnamese = (count: number): string =>
  count === 0
    ? 'Tài khoản không đăng nhập ở nơi nào khác.'
    : `Đã đăng xuất khỏi ${count} nơi khác (trình duyệt, dòng lệnh); ở đó phải đăng nhập lại bằng mật khẩu mới.`;

const toEndedInEnglish = (count: number): string =>
  count === 0
    ? 'The account was signed in nowhere else.'
    : `It was signed out in ${count} other ${count === 1 ? 'place' : 'places'} (browsers, command lines), where the new password is asked for.`;
