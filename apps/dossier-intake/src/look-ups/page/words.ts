import type { Language } from '@motcua/http';
import type { Progress } from '../progress.ts';

const vi = {
  title: 'Tra cứu hồ sơ',
  office: 'Bộ phận Một cửa',
  language: 'Ngôn ngữ',
  codeQuestion: 'Mã hồ sơ của ông/bà là gì?',
  code: 'Mã hồ sơ',
  codeHint: 'In trên giấy tiếp nhận và hẹn trả kết quả, ví dụ H44.32-261123-0007',
  goOn: 'Tiếp tục',
  byQr: 'Có giấy tiếp nhận? Quét mã QR trên giấy bằng máy ảnh của điện thoại để xem ngay, không cần nhập mã.',
  onlyQr: 'Quét mã QR trên giấy tiếp nhận và hẹn trả kết quả bằng máy ảnh của điện thoại để xem tình trạng hồ sơ.',
  digitsQuestion: 'Nhập mã xác thực',
  digitsText:
    'Nếu mã hồ sơ đúng và khi nộp hồ sơ có để lại số điện thoại hoặc thư điện tử, một mã gồm 6 hoặc 10 chữ số vừa được gửi đến đó. Trong ngày đã có nhiều lượt hỏi về hồ sơ thì không có tin mới: xin nhập mã 10 chữ số trong tin gần nhất.',
  digits: 'Mã xác thực (6 hoặc 10 chữ số)',
  see: 'Xem hồ sơ',
  otherCode: 'Nhập lại mã hồ sơ',
  nothingCame: 'Không nhận được mã? Kiểm tra lại mã hồ sơ, hoặc quét mã QR trên giấy tiếp nhận, hoặc hỏi tại nơi đã nộp hồ sơ.',
  wrong: 'Mã xác thực không đúng hoặc đã hết hiệu lực.',
  triesLeft: 'Còn được nhập lại {n} lần.',
  noTries: 'Hãy nhập lại mã hồ sơ để nhận mã xác thực mới.',
  notFound: 'Không xem được hồ sơ',
  notFoundText: 'Liên kết không đúng hoặc đã hết hiệu lực. Hãy quét lại mã QR trên giấy tiếp nhận, hoặc tra cứu bằng mã hồ sơ.',
  tooOften: 'Đã hỏi nhiều lần',
  tooOftenText:
    'Từ địa chỉ mạng này đã hỏi nhiều lần. Hãy thử lại sau một giờ, hoặc quét mã QR trên giấy tiếp nhận, hoặc hỏi tại nơi đã nộp hồ sơ.',
  away: 'Tạm thời chưa tra cứu được',
  awayText: 'Xin ông/bà thử lại sau ít phút.',
  again: 'Thử lại',
  procedure: 'Thủ tục',
  unit: 'Cơ quan giải quyết',
  received: 'Tiếp nhận lúc',
  due: 'Hẹn trả kết quả',
  reappointed: 'đã hẹn lại',
  standsStill: 'thời hạn tạm dừng trong khi chờ ông/bà',
  noLimit: 'không có thời hạn',
  late: 'Đã quá thời điểm hẹn trả. Ông/bà có thể liên hệ {unit} để được trả lời.',
  apologised: 'Đã quá thời điểm hẹn trả. {unit} xin lỗi ông/bà và sẽ trả kết quả lúc {at}.',
  reason: 'Lý do',
  progress: 'Bước {n} trên 4: {step}',
  steps: ['Tiếp nhận', 'Giải quyết', 'Có kết quả', 'Trả kết quả'],
  done: 'xong',
  now: 'hiện tại',
  toDo: 'Việc của ông/bà',
  nothing: 'Ông/bà không cần làm gì thêm lúc này.',
  asked: {
    complete: 'Bổ sung, hoàn thiện hồ sơ theo thông báo đã gửi. Hồ sơ được tiếp nhận khi đã đầy đủ, hợp lệ.',
    'pay-first':
      'Thực hiện nghĩa vụ tài chính (phí, lệ phí) theo thông báo đã gửi. Hồ sơ được xem xét tiếp nhận sau khi hoàn thành.',
    supplement:
      'Bổ sung giấy tờ theo phiếu yêu cầu đã gửi, nộp tại {unit}. Hồ sơ tiếp tục được giải quyết sau khi nhận đủ giấy tờ.',
    payment:
      'Thực hiện nghĩa vụ tài chính (phí, lệ phí) theo thông báo đã gửi. Hồ sơ tiếp tục được giải quyết sau khi hoàn thành.',
  },
  collect: {
    counter: 'Kết quả đã có. Mời ông/bà mang giấy tiếp nhận và hẹn trả kết quả đến {unit} để nhận.',
    post: 'Kết quả đã có và được gửi đến ông/bà qua bưu chính.',
    online: 'Kết quả đã có và được trả trực tuyến.',
  },
  statuses: {
    submitted: 'Mới đăng ký, chờ tiếp nhận',
    'submission-supplement-requested': 'Chưa tiếp nhận, yêu cầu bổ sung giấy tờ',
    'submission-payment-requested': 'Chưa tiếp nhận, yêu cầu thực hiện nghĩa vụ tài chính',
    'submission-withdrawal-requested': 'Chưa tiếp nhận, đang xem xét yêu cầu rút hồ sơ',
    'submission-stopped': 'Đã dừng khi chưa tiếp nhận',
    received: 'Được tiếp nhận',
    'in-process': 'Đang xử lý',
    'supplement-requested': 'Yêu cầu bổ sung giấy tờ',
    'payment-requested': 'Yêu cầu thực hiện nghĩa vụ tài chính',
    'withdrawal-requested': 'Đang xem xét yêu cầu rút hồ sơ',
    processed: 'Đã xử lý xong',
    returned: 'Đã trả kết quả',
    stopped: 'Dừng xử lý',
    refused: 'Không đủ điều kiện giải quyết, đã trả lại',
    'turned-away': 'Không được tiếp nhận',
  } satisfies Record<Progress['status'], string>,
  asOf: 'Tình trạng lúc {at}.',
  other: 'Tra cứu hồ sơ khác',
};

export type Words = typeof vi;

const en: Words = {
  title: 'Look up a dossier',
  office: 'One-stop shop',
  language: 'Language',
  codeQuestion: 'What is the code of your dossier?',
  code: 'Code of the dossier',
  codeHint: 'Printed on the receipt and appointment slip, for example H44.32-261123-0007',
  goOn: 'Continue',
  byQr: 'Do you have the slip? Scan the QR code on it with the camera of your phone: you see the dossier at once, without a code.',
  onlyQr: 'Scan the QR code on the receipt and appointment slip with the camera of your phone to see how your dossier stands.',
  digitsQuestion: 'Enter the one-time code',
  digitsText:
    'If the code of the dossier is right, and a phone number or mail address was left with it, 6 or 10 digits have just been sent there. Where the dossier was asked about often today no new message comes: enter the 10 digits of the last one.',
  digits: 'One-time code (6 or 10 digits)',
  see: 'See the dossier',
  otherCode: 'Enter the code of the dossier again',
  nothingCame: 'Nothing came? Check the code of the dossier, or scan the QR code on the slip, or ask where you handed it in.',
  wrong: 'The one-time code is wrong or does not hold any more.',
  triesLeft: 'You can try {n} more times.',
  noTries: 'Enter the code of the dossier again to get a new one-time code.',
  notFound: 'The dossier cannot be shown',
  notFoundText:
    'The link is wrong or does not hold any more. Scan the QR code on the slip again, or look the dossier up by its code.',
  tooOften: 'Asked too often',
  tooOftenText:
    'Much has been asked from this network address. Try again in an hour, or scan the QR code on the slip, or ask where you handed it in.',
  away: 'Dossiers cannot be looked up just now',
  awayText: 'Please try again in a few minutes.',
  again: 'Try again',
  procedure: 'Procedure',
  unit: 'Office',
  received: 'Received at',
  due: 'Result promised for',
  reappointed: 'appointed anew',
  standsStill: 'the time limit stands still while you are waited for',
  noLimit: 'no time limit',
  late: 'The promised moment has passed. You can ask {unit} about it.',
  apologised: 'The promised moment has passed. {unit} apologises; the result comes at {at}.',
  reason: 'Reason',
  progress: 'Step {n} of 4: {step}',
  steps: ['Received', 'In process', 'Result ready', 'Result returned'],
  done: 'done',
  now: 'now',
  toDo: 'What you are asked to do',
  nothing: 'There is nothing that you need to do now.',
  asked: {
    complete: 'Complete what you submitted, as the notice that you were sent says. It is received once it is complete.',
    'pay-first': 'Pay the fees, as the notice that you were sent says. Whether it is received is decided once they are paid.',
    supplement:
      'Hand in the missing papers, as the request that you were sent says, at {unit}. Work goes on once they are there.',
    payment: 'Pay the fees, as the notice that you were sent says. Work goes on once they are paid.',
  },
  collect: {
    counter: 'The result is ready. Please collect it at {unit} and bring the receipt and appointment slip.',
    post: 'The result is ready and is sent to you by post.',
    online: 'The result is ready and is given online.',
  },
  statuses: {
    submitted: 'Newly registered, waiting to be received',
    'submission-supplement-requested': 'Not yet received, supplement requested',
    'submission-payment-requested': 'Not yet received, payment requested',
    'submission-withdrawal-requested': 'Not yet received, request to withdraw being considered',
    'submission-stopped': 'Stopped before it was received',
    received: 'Received',
    'in-process': 'In process',
    'supplement-requested': 'Supplement requested',
    'payment-requested': 'Payment requested',
    'withdrawal-requested': 'Request to withdraw being considered',
    processed: 'Processed',
    returned: 'Result returned',
    stopped: 'Stopped',
    refused: 'Not eligible, given back',
    'turned-away': 'Not received',
  },
  asOf: 'As it stood at {at}.',
  other: 'Look up another dossier',
};

export const words: Readonly<Record<Language, Words>> = { vi, en };

/** A sentence with its gaps filled: `{n}`, `{unit}`. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

/** `09:10 ngày 23/11/2026`. @param timeZone IANA */
export function toMoment(at: number, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return `${hour}:${minute} ${language === 'vi' ? 'ngày' : 'on'} ${day}/${month}/${year}`;
}
