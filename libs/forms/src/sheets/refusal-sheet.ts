import type { FormFacts } from '../facts/form-facts.ts';
import { toMomentWords } from '../words/moment-words.ts';
import { field, line, paragraph, type SheetBody } from './sheet.ts';
import { byHand, bySeal, toAsked, toReason, toWhose } from './whose.ts';

/** Form 03: a dossier is not taken, or was taken and is not eligible after it was looked at. */
export function toRefusalSheet(facts: FormFacts): SheetBody {
  const { office, receivedAt, timeZone } = facts;
  const isReceived = receivedAt !== null;
  return {
    size: 'A4',
    blocks: [
      line(field('Bộ phận tiếp nhận', office.counter)),
      ...toWhose(facts, isReceived ? 'Đã tiếp nhận hồ sơ của' : 'Xem xét hồ sơ của'),
      toAsked(facts),
      ...(isReceived ? [line(field('Thời gian nhận hồ sơ', toMomentWords(receivedAt, timeZone)))] : []),
      paragraph(
        isReceived
          ? `Qua xem xét, thẩm định, ${office.name} thông báo hồ sơ này không đủ điều kiện giải quyết, với lý do cụ thể như sau:`
          : `Qua xem xét, ${office.counter} thông báo không tiếp nhận, giải quyết hồ sơ này, với lý do cụ thể như sau:`,
      ),
      line(field('Lý do', toReason(facts))),
      paragraph('Xin thông báo để Ông (Bà) được biết và thực hiện./.'),
    ],
    signatures: [
      { who: 'Người nộp hồ sơ', how: byHand },
      { who: isReceived ? 'Thủ trưởng cơ quan, đơn vị' : 'Người tiếp nhận hồ sơ', how: isReceived ? bySeal : byHand },
    ],
    notes: [],
  };
}
