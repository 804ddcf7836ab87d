import type { ReformObstacle } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';

export const hasObstacles = (obstacles: readonly ReformObstacle[]): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'reform.has-obstacles',
    titles: { vi: 'Chưa thể thực hiện phương án sắp xếp', en: 'The reform cannot be applied as it is written' },
    detail: {
      vi: `Còn ${String(obstacles.length)} vướng mắc (trường “obstacles”). Hãy sửa tệp rồi chạy thử lại.`,
      en: `${String(obstacles.length)} things stand in the way (field "obstacles"). Correct the file and try it again.`,
    },
    extensions: { obstacles },
  });

export const isAhead = (effectiveFrom: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'reform.ahead',
    titles: { vi: 'Chưa đến ngày sắp xếp', en: 'The day of the reform has not come' },
    detail: {
      vi: `Phương án có hiệu lực từ ngày ${toVietnamese(effectiveFrom)}. Từ ngày đó mới chuyển hồ sơ; hiện chỉ có thể chạy thử.`,
      en: `It takes effect on ${effectiveFrom}. Dossiers move from that day on; until then it can be tried.`,
    },
  });

export const isAnotherFile = (id: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'reform.another-file',
    titles: { vi: 'Mã phương án đã dùng cho một tệp khác', en: 'Another file was applied under this id' },
    detail: {
      vi: `Phương án “${id}” đã được thực hiện với nội dung khác. Hãy đặt mã khác cho tệp này; nếu tệp thay cho phương án đó thì hoàn tác phương án đó trước.`,
      en: `"${id}" was applied with other contents. Give this file another id; where it is to replace that one, revert that one first.`,
    },
  });

export const isReverted = (id: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'reform.reverted',
    titles: { vi: 'Phương án này đã được hoàn tác', en: 'This reform was reverted' },
    detail: {
      vi: `Mã “${id}” không dùng lại được. Hãy đặt mã khác cho tệp rồi thực hiện.`,
      en: `The id "${id}" is not used again. Give the file another id and apply it.`,
    },
  });

export const notThere = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'reform.unknown',
    titles: { vi: 'Không có phương án sắp xếp này', en: 'There is no such reform' },
    detail: { vi: `Chưa từng thực hiện phương án “${id}”.`, en: `"${id}" was never applied.` },
  });

export const notYetApplied = (state: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'reform.not-applied',
    titles: { vi: 'Chưa thể xác nhận lúc này', en: 'It cannot be confirmed now' },
    detail: {
      vi: 'Chỉ xác nhận được khi hồ sơ đã chuyển xong và chưa ai xác nhận hay hoàn tác. Hãy xem trạng thái rồi thử lại.',
      en: `It is ${state}. That is done once the dossiers have moved, before somebody confirms or reverts it; look at its state and try again.`,
    },
  });

export const notRevertible = (state: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'reform.not-revertible',
    titles: { vi: 'Không hoàn tác được nữa', en: 'It cannot be reverted any more' },
    detail: {
      vi: 'Phương án đã được xác nhận, hoặc đã có người hoàn tác. Hãy xem trạng thái; nếu đã xác nhận thì lập phương án mới.',
      en: `It is ${state}: somebody has confirmed or reverted it. Look at its state; what was confirmed is changed by another reform.`,
    },
  });

export const ownReform = (): ProblemError =>
  new ProblemError({
    status: 403,
    code: 'reform.own',
    titles: {
      vi: 'Người thực hiện không được tự xác nhận: xác nhận rồi thì không hoàn tác được',
      en: 'Whoever applied a reform does not confirm it: it cannot be reverted then',
    },
    detail: {
      vi: 'Hãy nhờ một người có thẩm quyền khác ở cấp tỉnh xác nhận.',
      en: 'Another person of the province confirms it.',
    },
  });

export const hasUnowned = (count: number): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'reform.dossiers-unowned',
    titles: { vi: 'Còn hồ sơ chưa có đơn vị kế thừa', en: 'Dossiers are left that nobody goes on with' },
    detail: {
      vi: `${String(count)} hồ sơ đến sau thuộc lĩnh vực chưa được giao. Hãy chuyển trách nhiệm từng hồ sơ, hoặc hoàn tác và sửa tệp.`,
      en: `${String(count)} dossiers came later with a field that no line names. Reassign each, or revert and correct the file.`,
    },
  });

const toVietnamese = (date: string): string => date.split('-').reverse().join('/');
