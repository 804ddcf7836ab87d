import type { Language } from '@motcua/http';

const vi = {
  product: 'Motcua – Bộ phận Một cửa',
  signIn: 'Đăng nhập',
  name: 'Tên đăng nhập',
  nameHint: 'Mã cán bộ, ví dụ xa-thanh-ba.counter',
  password: 'Mật khẩu',
  help: 'Quên mật khẩu hoặc mất điện thoại? Liên hệ quản trị viên của cơ quan để được cấp lại.',
  wrong:
    'Chưa đăng nhập được. Kiểm tra lại tên đăng nhập và mật khẩu (có phân biệt chữ hoa, chữ thường), tắt Caps Lock và bộ gõ tiếng Việt rồi thử lại.',
  locked: 'Tạm khóa do nhập sai nhiều lần',
  lockedText:
    'Hãy chờ hết thời gian dưới đây rồi thử lại. Thử sớm hơn không có tác dụng. Trình duyệt đã từng đăng nhập bằng tên này không bị người khác làm khóa: nếu có, hãy dùng trình duyệt đó.',
  lockedFor: 'Thử lại sau',
  tryAgain: 'Thử lại',
  secondFactor: 'Xác thực bước hai',
  secondFactorText:
    'Nhập mã 6 chữ số đang hiển thị trong ứng dụng xác thực trên điện thoại. Mất điện thoại? Nhập một mã dự phòng.',
  code: 'Mã xác thực',
  wrongCode:
    'Mã không đúng, đã hết hạn hoặc đã dùng. Chờ mã mới hiện ra trong ứng dụng rồi nhập lại; kiểm tra giờ của điện thoại.',
  confirm: 'Xác nhận',
  enrol: 'Thiết lập xác thực bước hai',
  enrolText:
    'Vai trò của bạn cần thêm một bước xác thực. Mở ứng dụng xác thực (Google Authenticator, Microsoft Authenticator…), quét mã QR rồi nhập mã 6 chữ số mà ứng dụng hiển thị.',
  enrolByHand: 'Không quét được? Nhập khóa này vào ứng dụng:',
  qr: 'Mã QR để thêm tài khoản vào ứng dụng xác thực',
  recovery: 'Mã dự phòng',
  recoveryText:
    'In hoặc chép 10 mã này và cất nơi an toàn. Mỗi mã dùng được một lần khi không có điện thoại. Các mã chỉ hiển thị lần này.',
  saved: 'Tôi đã lưu, tiếp tục',
  newPassword: 'Đặt mật khẩu mới',
  newPasswordText:
    'Mật khẩu bạn vừa nhập chỉ dùng được một lần. Đặt mật khẩu của riêng bạn: ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất.',
  next: 'Mật khẩu mới',
  repeat: 'Nhập lại mật khẩu mới',
  save: 'Lưu mật khẩu',
  different: 'Hai lần nhập không giống nhau. Hãy nhập lại cả hai.',
  length: 'Mật khẩu phải có từ 12 đến 128 ký tự.',
  same: 'Mật khẩu mới phải khác mật khẩu đang dùng.',
  nameInPassword: 'Mật khẩu không được chứa tên đăng nhập.',
  noPost: 'Chưa được phân công',
  noPostText:
    'Tài khoản hiện không giữ nhiệm vụ nào nên không thể vào hệ thống. Liên hệ quản trị viên của cơ quan để được phân công.',
  expired: 'Phiên đăng nhập đã hết hạn',
  expiredText:
    'Trang này mở quá lâu hoặc đã dùng xong. Quay lại trang đầu rồi đăng nhập lại; nếu vẫn gặp, hãy cho phép cookie của trang này.',
  toStart: 'Về trang đầu',
  failed: 'Không thể tiếp tục',
  failedText:
    'Yêu cầu đăng nhập không hợp lệ hoặc đã hết hạn. Quay lại trang đầu và thử lại; nếu vẫn gặp, gửi mã lỗi dưới đây cho quản trị viên.',
  errorCode: 'Mã lỗi',
  logout: 'Đăng xuất',
  logoutText: 'Bạn muốn đăng xuất khỏi Motcua trên trình duyệt này?',
  stay: 'Ở lại',
  loggedOut: 'Đã đăng xuất',
  loggedOutText: 'Bạn đã đăng xuất. Nếu dùng máy chung, hãy đóng trình duyệt.',
  device: 'Kết nối thiết bị',
  deviceText: 'Nhập mã đang hiển thị trong cửa sổ dòng lệnh hoặc trên thiết bị của bạn.',
  deviceCode: 'Mã thiết bị',
  deviceWrong: 'Mã không đúng, đã hết hạn hoặc đã dùng. Chạy lại lệnh trên thiết bị để lấy mã mới.',
  deviceStopped: 'Đã dừng kết nối thiết bị. Có thể đóng trang này.',
  deviceConfirm: 'Xác nhận thiết bị',
  deviceConfirmText:
    'Thiết bị sẽ làm việc với quyền của bạn. Chỉ tiếp tục nếu chính bạn vừa chạy lệnh và mã dưới đây trùng với mã trên thiết bị.',
  connect: 'Đúng mã, kết nối',
  stop: 'Không phải tôi, dừng lại',
  deviceDone: 'Đã kết nối thiết bị',
  deviceDoneText: 'Có thể đóng trang này và quay lại thiết bị.',
  continue: 'Tiếp tục',
  language: 'Ngôn ngữ',
};

export type Words = typeof vi;

const en: Words = {
  product: 'Motcua – One-stop shop',
  signIn: 'Sign in',
  name: 'Sign-in name',
  nameHint: 'Your staff code, for example xa-thanh-ba.counter',
  password: 'Password',
  help: 'Forgotten the password, or lost the phone? Your office’s administrator can give you new ones.',
  wrong:
    'That did not work. Check the name and the password (capitals count), switch off Caps Lock and the Vietnamese keyboard, and try again.',
  locked: 'Locked for a while after several failures',
  lockedText:
    'Wait for the time below, then try again. Trying sooner has no effect. A browser that has signed in with this name before is not locked by others: use it if you have one.',
  lockedFor: 'Try again in',
  tryAgain: 'Try again',
  secondFactor: 'Second step',
  secondFactorText: 'Enter the 6 digits that your authenticator app shows now. Phone lost? Enter one of your recovery codes.',
  code: 'Code',
  wrongCode:
    'The code is wrong, too old or was used before. Wait until the app shows the next one and enter that; check the phone’s clock.',
  confirm: 'Confirm',
  enrol: 'Set up the second step',
  enrolText:
    'Your role asks for a second step. Open an authenticator app (Google Authenticator, Microsoft Authenticator…), scan the QR code and enter the 6 digits that the app shows.',
  enrolByHand: 'Cannot scan it? Enter this key in the app:',
  qr: 'QR code that adds this account to an authenticator app',
  recovery: 'Recovery codes',
  recoveryText:
    'Print or copy these 10 codes and keep them in a safe place. Each works once when the phone is not there. They are shown this once.',
  saved: 'I have kept them, continue',
  newPassword: 'Choose a new password',
  newPasswordText:
    'The password you just entered works once. Choose one of your own: 12 characters or more; a short sentence you remember is best.',
  next: 'New password',
  repeat: 'New password once more',
  save: 'Save password',
  different: 'The two are not the same. Enter both again.',
  length: 'A password has from 12 to 128 characters.',
  same: 'The new password must differ from the present one.',
  nameInPassword: 'The password must not contain the sign-in name.',
  noPost: 'No duty assigned',
  noPostText: 'The account holds no duty at present, so it cannot enter. Ask your office’s administrator to assign one.',
  expired: 'The sign-in has expired',
  expiredText:
    'This page was open too long or has been used. Go back to the start and sign in again; if it happens again, allow cookies for this site.',
  toStart: 'To the start',
  failed: 'Cannot go on',
  failedText:
    'The sign-in request is not valid or has expired. Go back to the start and try again; if it happens again, give the administrator the code below.',
  errorCode: 'Error code',
  logout: 'Sign out',
  logoutText: 'Do you want to sign out of Motcua in this browser?',
  stay: 'Stay',
  loggedOut: 'Signed out',
  loggedOutText: 'You are signed out. On a shared machine, close the browser.',
  device: 'Connect a device',
  deviceText: 'Enter the code that your command line or your device shows.',
  deviceCode: 'Device code',
  deviceWrong: 'The code is wrong, too old or was used before. Run the command on the device again to get a new one.',
  deviceStopped: 'The device is not connected. You can close this page.',
  deviceConfirm: 'Confirm the device',
  deviceConfirmText:
    'The device will act with your rights. Go on only if you have just run the command yourself and the code below is the one it shows.',
  connect: 'It is the code, connect',
  stop: 'It is not mine, stop',
  deviceDone: 'The device is connected',
  deviceDoneText: 'You can close this page and go back to the device.',
  continue: 'Continue',
  language: 'Language',
};

export const words: Readonly<Record<Language, Words>> = { vi, en };

/** `5 phút`, `40 giây`. */
export function toWait(language: Language, seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 90) return language === 'vi' ? `${seconds} giây` : `${seconds} seconds`;
  return language === 'vi' ? `${minutes} phút` : `${minutes} minutes`;
}
