import type { Wording } from '../vocabulary.ts';
import { toBoardDefinition, type BoardFigureId } from './board-figures.ts';
import type { UnitKind } from './institutional-entry.ts';

/** The figures of the supervision article, in the order of its text. */
export const articleFigures = [
  'modern-one-stop',
  'through-one-stop',
  'online.district',
  'online.partial.district',
  'online.full.district',
  'online.commune',
  'network.district',
  'network.commune',
  'on-time',
  'digitized',
  'mailboxes.district',
  'mailboxes.commune',
  'satisfaction',
  'iso-9001',
] as const;
/** Institutional figures that the article does not name. */
export const furtherFigures = ['e-document-schools', 'planning-opinions', 'petitions'] as const;

/** The figures that a report of a unit has: a commune's speaks of no district. */
export const figuresOf = <Id extends FigureId>(ids: readonly Id[], kind: UnitKind | undefined): Id[] =>
  ids.filter((id) => kind !== 'commune' || !id.endsWith('.district'));

export const allFigures = [...articleFigures, ...furtherFigures] as const;

export type FigureId = (typeof allFigures)[number];

export interface FigureDefinition {
  readonly label: Wording;
  /** In words: numerator / denominator. */
  readonly definition: Wording;
  /** Decimals of the percentage, as the article gives it. */
  readonly decimals: number;
}

const define = (label: Wording, definition: Wording, decimals = 0): FigureDefinition => ({ label, definition, decimals });

const network = (vi: string, en: string): FigureDefinition =>
  define(
    { vi: `Hồ sơ công việc xử lý trên môi trường mạng, ${vi}`, en: `Work dossiers handled on the network, ${en}` },
    {
      vi: `hồ sơ công việc xử lý trên môi trường mạng / toàn bộ hồ sơ công việc, cộng các tháng nằm trọn trong kỳ, ${vi}`,
      en: `work dossiers handled on the network / all, over the months that lie wholly in the period, ${en}`,
    },
  );
const mailboxes = (vi: string, en: string): FigureDefinition =>
  define(
    { vi: `Hộp thư điện tử công vụ, ${vi}`, en: `Official mailboxes, ${en}` },
    {
      vi: `người đã được cấp / người thuộc diện được cấp, ngày cuối kỳ, ${vi}`,
      en: `staff who have one / staff entitled, on the last day of the period, ${en}`,
    },
  );
/** Counted by boards: the article calls it by a name of its own, and what it counts is the indicator's. */
const counted = (id: BoardFigureId, label: Wording, decimals = 0): FigureDefinition =>
  define(label, toBoardDefinition(id), decimals);

export const definitions: Readonly<Record<FigureId, FigureDefinition>> = {
  'modern-one-stop': define(
    { vi: 'Bộ phận Một cửa hiện đại', en: 'Modern one-stop shops' },
    {
      vi: 'xã, thị trấn có Bộ phận Một cửa hiện đại vào ngày cuối kỳ / xã, thị trấn',
      en: 'communes with a modern one-stop shop on the last day of the period / communes',
    },
  ),
  'through-one-stop': define(
    { vi: 'Thủ tục tiếp nhận qua Bộ phận Một cửa', en: 'Procedures through the one-stop shop' },
    {
      vi: 'thủ tục tiếp nhận qua Bộ phận Một cửa / toàn bộ thủ tục, ngày cuối kỳ',
      en: 'procedures received through the one-stop shop / all, on the last day of the period',
    },
  ),
  'online.district': counted('online.district', { vi: 'Hồ sơ trực tuyến, cấp huyện', en: 'Filed online, district level' }),
  'online.partial.district': counted('online.partial.district', {
    vi: 'Hồ sơ trực tuyến một phần, cấp huyện',
    en: 'Filed online, partial service, district level',
  }),
  'online.full.district': counted('online.full.district', {
    vi: 'Hồ sơ trực tuyến toàn trình, cấp huyện',
    en: 'Filed online, full service, district level',
  }),
  'online.commune': counted('online.commune', { vi: 'Hồ sơ trực tuyến, cấp xã', en: 'Filed online, commune level' }, 1),
  'network.district': network('cấp huyện', 'district level'),
  'network.commune': network('cấp xã', 'commune level'),
  'on-time': counted('on-time', { vi: 'Giải quyết trước và đúng hạn', en: 'Settled before or on time' }),
  digitized: counted('digitized', { vi: 'Số hóa hồ sơ', en: 'Digitization' }),
  'mailboxes.district': mailboxes('cấp huyện', 'district level'),
  'mailboxes.commune': mailboxes('cấp xã', 'commune level'),
  satisfaction: define(
    { vi: 'Mức độ hài lòng', en: 'Satisfaction' },
    {
      vi: 'phiếu đánh giá hài lòng / phiếu đánh giá trong kỳ',
      en: 'ratings that count as satisfied / ratings given in the period',
    },
  ),
  'iso-9001': define(
    { vi: 'Hệ thống quản lý chất lượng ISO 9001:2015', en: 'Quality system by ISO 9001:2015' },
    {
      vi: 'cơ quan, đơn vị có giấy chứng nhận còn hiệu lực vào ngày cuối kỳ / cơ quan, đơn vị',
      en: 'units with a certificate in force on the last day of the period / units',
    },
  ),
  'e-document-schools': define(
    { vi: 'Trường học dùng hệ thống văn bản điện tử', en: 'Schools on the electronic document system' },
    { vi: 'trường đã kết nối / toàn bộ trường, ngày cuối kỳ', en: 'schools connected / all, on the last day of the period' },
  ),
  'planning-opinions': define(
    { vi: 'Ý kiến người dân về quy hoạch', en: 'Opinions on planning' },
    {
      vi: 'người đã cho ý kiến / người được hỏi, các đợt bắt đầu trong kỳ',
      en: 'gave an opinion / were asked, rounds begun in the period',
    },
  ),
  petitions: define(
    { vi: 'Phản ánh, kiến nghị trả lời đúng hạn', en: 'Petitions answered on time' },
    {
      vi: 'trả lời đúng hạn / tiếp nhận, cộng các tháng nằm trọn trong kỳ',
      en: 'answered on time / received, over the months that lie wholly in the period',
    },
  ),
};
