import type { Period } from '../vocabulary.ts';
import { createFigureWriter, noData, showCount, showDate, showShare, type Figures } from './words.ts';

/** The article's paragraph in Vietnamese. */
export function writeVi({ unitName, period }: { unitName: string; period: Period }, figures: Figures): string {
  const { share, write, writeExactly } = createFigureWriter(figures, 'vi', { verb: 'đạt', above: 'trên', below: 'gần' });
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const parts =
    share('online.district') === undefined
      ? ''
      : ` (một phần ${write('online.partial.district')}, toàn trình ${write('online.full.district')})`;
  return [
    `Từ ngày ${showDate(period.from, 'vi')} đến ngày ${showDate(period.to, 'vi')}, tại ${unitName}, `.concat(
      modern === undefined
        ? `số xã, thị trấn có Bộ phận Một cửa hiện đại ${noData.vi}; `
        : `${count(modern)} xã, thị trấn có Bộ phận Một cửa hiện đại, đạt ${showShare(modern, 0, 'vi')}; `,
      `tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa ${write('through-one-stop')}.`,
    ),
    `Tỷ lệ hồ sơ tiếp nhận trực tuyến ở cấp huyện ${write('online.district')}${parts}, ở cấp xã ${write('online.commune')}.`,
    `Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng ở cấp huyện ${write('network.district')}, ở cấp xã ${write('network.commune')}.`,
    `Tỷ lệ hồ sơ giải quyết trước và đúng hạn ${write('on-time')}; tỷ lệ số hóa hồ sơ ${writeExactly('digitized')}.`,
    `Tỷ lệ cấp hộp thư điện tử công vụ ở cấp huyện ${write('mailboxes.district')}, ở cấp xã ${write('mailboxes.commune')}.`,
    `Mức độ hài lòng của người dân, tổ chức ${write('satisfaction')}.`,
    iso === undefined
      ? `Việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 ${noData.vi}.`
      : `Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 còn hiệu lực tại ${count(iso)} cơ quan, đơn vị.`,
  ].join(' ');
}

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'vi')}/${showCount(denominator, 'vi')}`;
