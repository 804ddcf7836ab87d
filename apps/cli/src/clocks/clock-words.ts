import type { ClockLine, ClockState, SlaClock } from '@motcua/contracts';

/** What a clock measures, as officers call it. */
export const clockNames: Readonly<Record<SlaClock, string>> = {
  acceptance: 'tiếp nhận trực tuyến',
  transfer: 'chuyển xử lý',
  step: 'bước xử lý',
  dossier: 'giải quyết hồ sơ',
  apology: 'thư xin lỗi',
  promise: 'hẹn khi xin lỗi',
};

export const stateNames: Readonly<Record<ClockState, string>> = {
  breached: 'quá hạn',
  'due-soon': 'sắp đến hạn',
  running: 'đang chạy',
  paused: 'tạm dừng',
  closed: 'đã xong',
};

/** `còn 3 giờ 20 phút làm việc`, `quá 45 phút làm việc`: of a clock that stands or is done, that. */
export function toRemainingWords({ state, remainingMinutes }: Pick<ClockLine, 'state' | 'remainingMinutes'>): string {
  if (remainingMinutes === null) return stateNames[state];
  // A breach counts from its first late instant, while not one minute past it has been worked.
  const isLate = remainingMinutes < 0 || state === 'breached';
  return `${isLate ? 'quá' : 'còn'} ${toDuration(Math.abs(remainingMinutes))} làm việc`;
}

function toDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [`${hours} giờ`] : []), ...(rest > 0 || hours === 0 ? [`${rest} phút`] : [])];
  return parts.join(' ');
}
