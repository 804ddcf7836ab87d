import { showCount, showDate, createFigureWriter, type Figures } from './words.ts';
import type { About } from './about.ts';
import { inSentence } from './in-sentence.ts';
import { writeBacklog } from './on-time-rules.ts';
import { joinPassages, mention, write, type Passage } from './passage.ts';
import { serviceLevelsOf } from './service-levels.ts';

/** The article's paragraph in Vietnamese. */
export const writeVi = (about: About, figures: Figures): Passage[] =>
  joinPassages(about.unitKind === 'commune' ? writeCommune(about, figures) : writeDistrict(about, figures), ' ');

const createWriter = (figures: Figures) => createFigureWriter(figures, 'vi', { verb: 'đạt', above: 'trên', below: 'gần' });

const opening = ({ unitName, period }: About): string =>
  `Từ ngày ${showDate(period.from, 'vi')} đến ngày ${showDate(period.to, 'vi')}, tại ${inSentence(unitName)}`;

function writeDistrict(about: About, figures: Figures): Passage[][] {
  const { share, show } = createWriter(figures);
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const levels = serviceLevelsOf(about.period);
  const parts =
    share('online.district') === undefined
      ? ''
      : write` (${levels.partial.vi} ${show('online.partial.district')}, ${levels.full.vi} ${show('online.full.district')})`;
  return [
    write`${opening(about)}, ${
      modern === undefined
        ? write`số xã, thị trấn có Bộ phận Một cửa hiện đại ${show('modern-one-stop')}`
        : write`${count(modern)} xã, thị trấn có Bộ phận Một cửa hiện đại, ${show('modern-one-stop')}`
    }; tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa ${show('through-one-stop')}.`,
    write`Tỷ lệ hồ sơ tiếp nhận trực tuyến ở cấp huyện ${show('online.district')}${parts}, ở cấp xã ${show('online.commune')}.`,
    write`Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng ở cấp huyện ${show('network.district')}, ở cấp xã ${show('network.commune')}.`,
    writeHandling(about, figures),
    write`Tỷ lệ cấp hộp thư điện tử công vụ ở cấp huyện ${show('mailboxes.district')}, ở cấp xã ${show('mailboxes.commune')}.`,
    writeSatisfaction(figures),
    iso === undefined
      ? write`Việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 ${show('iso-9001')}.`
      : write`Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 còn hiệu lực tại ${[mention('iso-9001', count(iso))]} cơ quan, đơn vị.`,
  ];
}

/** Of one commune: nothing is said of levels, and a yes or no is no share. */
function writeCommune(about: About, figures: Figures): Passage[][] {
  const { share, show } = createWriter(figures);
  return [
    write`${opening(about)}, Bộ phận Một cửa ${sayYesOrNo('modern-one-stop', {
      yes: 'đạt tiêu chí hiện đại',
      no: 'chưa đạt tiêu chí hiện đại',
      unknown: 'hiện đại: chưa có số liệu',
    })}; tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa ${show('through-one-stop')}.`,
    write`Tỷ lệ hồ sơ tiếp nhận trực tuyến ${show('online.commune')}.`,
    write`Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng ${show('network.commune')}.`,
    writeHandling(about, figures),
    write`Tỷ lệ cấp hộp thư điện tử công vụ ${show('mailboxes.commune')}.`,
    writeSatisfaction(figures),
    write`Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 ${sayYesOrNo('iso-9001', {
      yes: 'còn hiệu lực',
      no: 'chưa có hoặc đã hết hiệu lực',
      unknown: 'chưa có số liệu',
    })}.`,
  ];

  function sayYesOrNo(id: 'modern-one-stop' | 'iso-9001', words: Record<'yes' | 'no' | 'unknown', string>): Passage[] {
    const found = share(id);
    return [mention(id, words[found === undefined ? 'unknown' : found.numerator > 0 ? 'yes' : 'no'])];
  }
}

/** The rate never without what it leaves out. */
function writeHandling({ backlog }: About, figures: Figures): Passage[] {
  const { show, showExactly } = createWriter(figures);
  return write`Tỷ lệ hồ sơ giải quyết trước và đúng hạn ${show('on-time')}${writeBacklog(backlog, 'vi')}; tỷ lệ số hóa hồ sơ ${showExactly('digitized')}.`;
}

const writeSatisfaction = (figures: Figures): Passage[] =>
  write`Mức độ hài lòng của người dân, tổ chức ${createWriter(figures).show('satisfaction')}.`;

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'vi')}/${showCount(denominator, 'vi')}`;
