import type { ReformObstacle } from '@motcua/contracts';

type Sentence = (about: string, detail: string) => ReformObstacle['message'];

/** Why a reform cannot be applied as it is written, and what is to be done about it. */
const sentences = {
  'reform.unit-not-in-force': (unit) => ({
    vi: `Đơn vị “${unit}” không còn hoặc chưa có hiệu lực vào ngày liền trước ngày sắp xếp. Hãy kiểm tra mã đơn vị và ngày hiệu lực trong tệp.`,
    en: `The unit "${unit}" is not in force on the day before. Check its code and the date of the file.`,
  }),
  'reform.unit-goes-on': (unit) => ({
    vi: `Đơn vị “${unit}” còn phiên bản có hiệu lực từ ngày sắp xếp trở đi trong danh mục. Hãy bỏ phiên bản đó, hoặc bỏ đơn vị khỏi tệp.`,
    en: `The catalogue has a version of the unit "${unit}" that begins on the day or later. Take that version back, or the unit out of the file.`,
  }),
  'reform.unit-in-another': (unit, id) => ({
    vi: `Đơn vị “${unit}” đã thuộc phương án “${id}”, phương án này chưa hoàn tác xong. Hãy bỏ đơn vị khỏi tệp, hoặc hoàn tác phương án kia trước.`,
    en: `The unit "${unit}" is in the reform "${id}", which is not reverted. Take the unit out of the file, or revert that one first.`,
  }),
  'reform.unit-invalid': (unit, detail) => ({
    vi: `Đơn vị “${unit}” không khớp với cây tổ chức. Hãy sửa đơn vị cấp trên hoặc thời hạn hiệu lực. Chi tiết: ${detail}`,
    en: `The unit "${unit}" does not fit into the tree: ${detail}`,
  }),
  'reform.unit-orphaned': (unit) => ({
    vi: `Đơn vị “${unit}” vẫn hoạt động nhưng đơn vị cấp trên kết thúc. Hãy đưa đơn vị này vào tệp với cấp trên mới.`,
    en: `The unit "${unit}" goes on while the unit above it ends. Give it another parent in the file.`,
  }),
  'reform.succession-twice': (key) => ({
    vi: `“${key}” được giao cho hai đơn vị kế thừa. Hãy giữ lại một dòng.`,
    en: `"${key}" is given to two successors. Keep one line.`,
  }),
  'reform.field-unknown': (field) => ({
    vi: `Không có lĩnh vực “${field}” trong danh mục thủ tục hành chính. Hãy kiểm tra mã lĩnh vực.`,
    en: `No procedure of the catalogue has the field "${field}". Check its code.`,
  }),
  'reform.successor-not-in-force': (unit) => ({
    vi: `Đơn vị kế thừa “${unit}” không có hiệu lực vào ngày sắp xếp. Hãy thêm đơn vị vào tệp, hoặc chọn đơn vị khác.`,
    en: `The successor "${unit}" is not in force on the day. Add the unit to the file, or name another.`,
  }),
  'reform.successor-without-calendar': (unit) => ({
    vi: `Đơn vị kế thừa “${unit}” chưa có lịch làm việc, các đơn vị cấp trên cũng chưa có. Hãy thêm “calendar” có trong danh mục cho đơn vị hoặc cho cấp trên.`,
    en: `Neither the successor "${unit}" nor a unit above it has a calendar of the catalogue. Give one of them a "calendar".`,
  }),
  'reform.staff-unplaced': (id) => ({
    vi: `Chưa rõ cán bộ “${id}” chuyển về đơn vị nào vì đơn vị cũ có nhiều đơn vị kế thừa. Hãy thêm một dòng trong mục “staff”.`,
    en: `Nobody says where "${id}" goes: the unit has several successors. Add a line to "staff".`,
  }),
  'reform.staff-unknown': (about) => ({
    vi: `Dòng “${about}” trong mục “staff” không ứng với cán bộ nào của các đơn vị kết thúc. Hãy sửa hoặc bỏ dòng này.`,
    en: `The line "${about}" of "staff" is about nobody in the units that end. Correct it, or take it out.`,
  }),
  'reform.dossier-unmapped': (about) => ({
    vi: `Hồ sơ của “${about}” chưa có đơn vị kế thừa. Hãy thêm một dòng trong mục “successions” cho đơn vị và lĩnh vực này.`,
    en: `Nobody goes on with the dossiers of "${about}". Add a line to "successions" for this unit and field.`,
  }),
} as const satisfies Readonly<Record<string, Sentence>>;

export type ObstacleCode = keyof typeof sentences;

export const obstacle = (
  code: ObstacleCode,
  about: string,
  { detail = '', ...more }: { readonly detail?: string } & Pick<ReformObstacle, 'dossiers' | 'sample'> = {},
): ReformObstacle => ({ code, about, message: sentences[code](about, detail), ...more });
