import { noticeChannels, type DeliveryState, type DeliveryView, type NoticeAudience } from '@motcua/contracts';
import pc from 'picocolors';

export const audienceNames: Readonly<Record<NoticeAudience, string>> = {
  'counter-officer': 'công chức một cửa',
  specialist: 'chuyên viên',
  head: 'thủ trưởng',
  'head-above': 'thủ trưởng cấp trên',
  leader: 'lãnh đạo',
  proposer: 'người đề nghị',
  applicant: 'người nộp hồ sơ',
};

const deliveryStates: Readonly<Record<DeliveryState, string>> = {
  pending: 'chờ gửi',
  sending: 'đang gửi',
  accepted: 'đã chuyển đi',
  delivered: 'đã đến',
  failed: 'không gửi được',
  expired: 'hết hạn gửi',
  overtaken: 'không gửi vì không còn đúng',
};

const colours: Readonly<Record<DeliveryState, (text: string) => string>> = {
  pending: pc.yellow,
  sending: pc.yellow,
  accepted: pc.green,
  delivered: pc.green,
  failed: pc.red,
  expired: pc.red,
  overtaken: pc.dim,
};

/** How a notice went out, in a word: `thư điện tử đã đến`; what waits for the unit's next opening says so. */
export function toDeliveryWords({ channel, state, notBefore }: Pick<DeliveryView, 'channel' | 'state' | 'notBefore'>): string {
  const words = state === 'pending' && notBefore !== null ? 'chờ giờ làm việc' : deliveryStates[state];
  return `${noticeChannels[channel]} ${colours[state](words)}`;
}

const eventNames: Readonly<Record<string, string>> = {
  'sla.due-soon': 'sắp đến hạn',
  'sla.breached': 'quá hạn',
  'sla.recovered': 'đã khắc phục quá hạn',
  'sla.calendar-changed': 'đổi lịch làm việc',
  'notification.proposal-waiting': 'đề nghị chờ quyết định',
  'notification.proposal-approved': 'đề nghị được phê duyệt',
  'notification.proposal-rejected': 'đề nghị không được chấp thuận',
  'notification.proposal-lapsed': 'đề nghị hết hiệu lực',
  'notification.digest': 'bản tin đầu ngày',
  'notification.threshold': 'dưới chỉ tiêu',
  'audit.mass-look-up': 'tra cứu nhiều người bất thường',
  'notification.storm': 'nhiều cảnh báo cùng loại',
};

/** What a notice is about; of a dossier's own events their short name stays. */
export const toEventWords = (event: string): string => eventNames[event] ?? event.replace(/^dossier\./, 'hồ sơ: ');
