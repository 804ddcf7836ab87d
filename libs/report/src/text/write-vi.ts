import type { Period } from '../vocabulary.ts';
import { joinPassages, mention, write, type Passage } from './passage.ts';
import { createTeller, showCount, showDate, type Figures } from './words.ts';

/** The article's paragraph in Vietnamese. */
export function writeVi({ unitName, period }: { unitName: string; period: Period }, figures: Figures): Passage[] {
  const { share, tell, tellExactly } = createTeller(figures, 'vi', { verb: 'đạt', above: 'trên', below: 'gần' });
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const parts =
    share('online.district') === undefined
      ? ''
      : write` (một phần ${tell('online.partial.district')}, toàn trình ${tell('online.full.district')})`;
  return joinPassages(
    [
      write`Từ ngày ${showDate(period.from, 'vi')} đến ngày ${showDate(period.to, 'vi')}, tại ${unitName}, ${
        modern === undefined
          ? write`số xã, thị trấn có Bộ phận Một cửa hiện đại ${tell('modern-one-stop')}`
          : write`${count(modern)} xã, thị trấn có Bộ phận Một cửa hiện đại, ${tell('modern-one-stop')}`
      }; tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa ${tell('through-one-stop')}.`,
      write`Tỷ lệ hồ sơ tiếp nhận trực tuyến ở cấp huyện ${tell('online.district')}${parts}, ở cấp xã ${tell('online.commune')}.`,
      write`Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng ở cấp huyện ${tell('network.district')}, ở cấp xã ${tell('network.commune')}.`,
      write`Tỷ lệ hồ sơ giải quyết trước và đúng hạn ${tell('on-time')}; tỷ lệ số hóa hồ sơ ${tellExactly('digitized')}.`,
      write`Tỷ lệ cấp hộp thư điện tử công vụ ở cấp huyện ${tell('mailboxes.district')}, ở cấp xã ${tell('mailboxes.commune')}.`,
      write`Mức độ hài lòng của người dân, tổ chức ${tell('satisfaction')}.`,
      iso === undefined
        ? write`Việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 ${tell('iso-9001')}.`
        : write`Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 còn hiệu lực tại ${[mention('iso-9001', count(iso))]} cơ quan, đơn vị.`,
    ],
    ' ',
  );
}

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'vi')}/${showCount(denominator, 'vi')}`;
