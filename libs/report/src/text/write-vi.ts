import type { Period } from '../vocabulary.ts';
import { joinPassages, mention, write, type Passage } from './passage.ts';
import { createFigureWriter, showCount, showDate, type Figures } from './words.ts';

/** The article's paragraph in Vietnamese. */
export function writeVi({ unitName, period }: { unitName: string; period: Period }, figures: Figures): Passage[] {
  const { share, show, showExactly } = createFigureWriter(figures, 'vi', { verb: 'đạt', above: 'trên', below: 'gần' });
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const parts =
    share('online.district') === undefined
      ? ''
      : write` (một phần ${show('online.partial.district')}, toàn trình ${show('online.full.district')})`;
  return joinPassages(
    [
      write`Từ ngày ${showDate(period.from, 'vi')} đến ngày ${showDate(period.to, 'vi')}, tại ${unitName}, ${
        modern === undefined
          ? write`số xã, thị trấn có Bộ phận Một cửa hiện đại ${show('modern-one-stop')}`
          : write`${count(modern)} xã, thị trấn có Bộ phận Một cửa hiện đại, ${show('modern-one-stop')}`
      }; tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa ${show('through-one-stop')}.`,
      write`Tỷ lệ hồ sơ tiếp nhận trực tuyến ở cấp huyện ${show('online.district')}${parts}, ở cấp xã ${show('online.commune')}.`,
      write`Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng ở cấp huyện ${show('network.district')}, ở cấp xã ${show('network.commune')}.`,
      write`Tỷ lệ hồ sơ giải quyết trước và đúng hạn ${show('on-time')}; tỷ lệ số hóa hồ sơ ${showExactly('digitized')}.`,
      write`Tỷ lệ cấp hộp thư điện tử công vụ ở cấp huyện ${show('mailboxes.district')}, ở cấp xã ${show('mailboxes.commune')}.`,
      write`Mức độ hài lòng của người dân, tổ chức ${show('satisfaction')}.`,
      iso === undefined
        ? write`Việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 ${show('iso-9001')}.`
        : write`Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 còn hiệu lực tại ${[mention('iso-9001', count(iso))]} cơ quan, đơn vị.`,
    ],
    ' ',
  );
}

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'vi')}/${showCount(denominator, 'vi')}`;
