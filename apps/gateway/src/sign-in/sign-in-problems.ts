import { ProblemError } from '@motcua/http';

export const noSuchProvider = (names: readonly string[]) =>
  new ProblemError({
    status: 404,
    code: 'auth.no-such-provider',
    titles: { vi: 'Không có nơi đăng nhập này', en: 'There is no such place to sign in' },
    detail: {
      vi: `Hãy đăng nhập tại một trong các nơi: ${names.join(', ')}.`,
      en: `Sign in at one of: ${names.join(', ')}.`,
    },
    extensions: { providers: names },
  });

export const signInInterrupted = (cause?: unknown) =>
  new ProblemError({
    status: 400,
    code: 'auth.sign-in-interrupted',
    titles: { vi: 'Đăng nhập chưa hoàn tất', en: 'The sign-in was not completed' },
    detail: {
      vi: 'Hãy đăng nhập lại từ đầu (/auth/sign-in), trên cùng trình duyệt và trong vòng 10 phút.',
      en: 'Begin again at /auth/sign-in, in the same browser and within ten minutes.',
    },
    cause,
  });

export const providerAway = (cause?: unknown) =>
  new ProblemError({
    status: 503,
    code: 'auth.provider-away',
    titles: { vi: 'Nơi đăng nhập tạm thời không trả lời', en: 'The place to sign in does not answer' },
    detail: {
      vi: 'Hãy thử lại sau một phút; ai đã đăng nhập vẫn làm việc bình thường.',
      en: 'Try again in a minute; whoever is signed in goes on working.',
    },
    headers: { 'retry-after': '30' },
    cause,
  });

export const signOutIncomplete = (cause?: unknown) =>
  new ProblemError({
    status: 503,
    code: 'auth.sign-out-incomplete',
    titles: { vi: 'Chưa đăng xuất được khỏi dòng lệnh', en: 'Command lines could not be signed out' },
    detail: {
      vi: 'Mọi trình duyệt đã đăng xuất. Sau một phút hãy đăng nhập lại và đăng xuất khỏi mọi nơi một lần nữa.',
      en: 'All browsers are signed out. In a minute sign in again, and sign out everywhere once more.',
    },
    headers: { 'retry-after': '60' },
    cause,
  });

export const badLogoutToken = (cause?: unknown) =>
  new ProblemError({
    status: 400,
    code: 'auth.logout-token-invalid',
    titles: { vi: 'Mã đăng xuất không hợp lệ', en: 'The logout token is not valid' },
    detail: 'Send a logout token of OpenID Connect Back-Channel Logout 1.0, once.',
    cause,
  });
